import { l10n, Uri, window, workspace } from 'vscode';

const NAME = 'bizenv.config.json';

/** Opens the folder's configuration; where there is none, writes one that changes nothing. */
export async function createConfiguration(): Promise<void> {
  const folder = await chooseFolder();
  if (folder === undefined) return;
  const uri = Uri.joinPath(folder, NAME);
  if (!(await exists(uri))) await workspace.fs.writeFile(uri, new TextEncoder().encode(starter()));
  await window.showTextDocument(uri);
}

async function chooseFolder(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    await window.showInformationMessage(l10n.t('Open a folder first: the configuration is a file in it.'));
    return undefined;
  }
  const active = window.activeTextEditor && workspace.getWorkspaceFolder(window.activeTextEditor.document.uri);
  if (active !== undefined) return active.uri;
  return folders.length === 1 ? folders[0]?.uri : (await window.showWorkspaceFolderPick())?.uri;
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

function starter(): string {
  const lines = [
    '{',
    `  // ${l10n.t('The year of the documents; by default, that of their title.')}`,
    '  // "year": 2024,',
    `  // ${l10n.t('Unit directories of your own, used with the built-in ones.')}`,
    '  // "units": ["our-units.json"],',
    `  // ${l10n.t('Severity of single rules: off, info, warning or error.')}`,
    '  "rules": {}',
    '}',
    '',
  ];
  return lines.join('\n');
}
