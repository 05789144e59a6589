import { l10n, type QuickPickItem, type Uri, window, workspace } from 'vscode';

export interface DraftItem extends QuickPickItem {
  readonly uri: Uri;
}

/** The Markdown texts that are open or in the workspace, the active one first. */
export async function draftItems(except?: Uri): Promise<readonly DraftItem[]> {
  const found = await workspace.findFiles('**/*.{md,markdown}', '**/node_modules/**');
  const open = workspace.textDocuments.filter(({ languageId }) => languageId === 'markdown').map(({ uri }) => uri);
  const active = window.activeTextEditor?.document;
  const first = active?.languageId === 'markdown' ? [active.uri] : [];
  const uris = new Map([...first, ...open, ...found].map((uri) => [uri.toString(), uri]));
  if (except !== undefined) uris.delete(except.toString());
  return [...uris.values()].map((uri) => ({
    label: uri.path.slice(uri.path.lastIndexOf('/') + 1),
    description: uri.scheme === 'untitled' ? l10n.t('not saved yet') : workspace.asRelativePath(uri),
    uri,
  }));
}
