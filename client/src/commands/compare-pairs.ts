import { l10n, type QuickPickItem, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { COMPARE, type CompareParams, type CompareResult } from '#shared/protocol.ts';
import { ask } from '../ask.ts';
import type { Judgements } from '../judgements.ts';

/** Compares the active pair, else one that is picked, with another year's; the comparison opens as an untitled text. */
export async function comparePairs(client: BaseLanguageClient, judgements: Judgements): Promise<void> {
  const active = judgements.active();
  const one = active === undefined ? await pickDraft(l10n.t('Compare which file?')) : Uri.parse(active.uri);
  if (one === undefined) return;
  const other = await pickDraft(l10n.t('Compare with which file?'), one);
  if (other === undefined) return;
  const { asUri } = client.code2ProtocolConverter;
  const params: CompareParams = { one: asUri(one), other: asUri(other) };
  const result = await ask<CompareResult>(client, COMPARE, params);
  if (result === undefined || 'refusal' in result) {
    void window.showWarningMessage(result?.refusal ?? l10n.t('There was no answer; please try again.'));
    return;
  }
  await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content: result.text }));
}

async function pickDraft(placeHolder: string, except?: Uri): Promise<Uri | undefined> {
  const found = await workspace.findFiles('**/*.md', '**/node_modules/**');
  const open = workspace.textDocuments.filter(({ languageId }) => languageId === 'markdown').map(({ uri }) => uri);
  const uris = new Map([...open, ...found].map((uri) => [uri.toString(), uri]));
  if (except !== undefined) uris.delete(except.toString());
  const items = [...uris.values()].map((uri): QuickPickItem & { readonly uri: Uri } => ({
    label: uri.path.slice(uri.path.lastIndexOf('/') + 1),
    description: workspace.asRelativePath(uri),
    uri,
  }));
  return (await window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.uri;
}
