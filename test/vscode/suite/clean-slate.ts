import { commands, FileType, Uri, window, workspace } from 'vscode';
import { eventually } from '../eventually.ts';

/** Settings that tests change. */
const changed = ['editor.codeActionsOnSave', 'bizenv.rules'];

const originals = new Map<string, Uint8Array>();

/** Before each test, one that is tried again too: nothing is asked, open, set or written, whatever came before it. */
export function startFromCleanSlate(): void {
  before(async () => {
    for (const uri of await files()) originals.set(uri.toString(), await workspace.fs.readFile(uri));
  });

  beforeEach(async () => {
    await commands.executeCommand('workbench.action.closeQuickOpen');
    await closeAll();
    await resetSettings();
    await restoreFiles();
  });
}

/** Closes everything; what was not saved is given up. A dirty text that no tab shows comes to have one by itself. */
async function closeAll(): Promise<void> {
  const isClosed = () =>
    window.tabGroups.all.every(({ tabs }) => tabs.length === 0) && workspace.textDocuments.every((it) => !it.isDirty);
  await eventually('an editor in which nothing is open', async () => {
    if (isClosed()) return true;
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    return isClosed();
  });
}

async function resetSettings(): Promise<void> {
  const settings = workspace.getConfiguration(undefined, workspace.workspaceFolders?.[0]?.uri);
  for (const name of changed)
    if (settings.inspect(name)?.workspaceValue !== undefined) await settings.update(name, undefined, false);
}

async function restoreFiles(): Promise<void> {
  for (const uri of await files()) if (!originals.has(uri.toString())) await workspace.fs.delete(uri);
  for (const [address, original] of originals) {
    const uri = Uri.parse(address);
    const now = await workspace.fs.readFile(uri).then(undefined, () => undefined);
    if (now === undefined || !isSame(now, original)) await workspace.fs.writeFile(uri, original);
  }
}

/** Files of the folders that are open, without what the editor itself keeps there. */
async function files(): Promise<readonly Uri[]> {
  const found: Uri[] = [];
  for (const { uri } of workspace.workspaceFolders ?? [])
    for (const [name, type] of await workspace.fs.readDirectory(uri))
      if (type === FileType.File) found.push(Uri.joinPath(uri, name));
  return found;
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
