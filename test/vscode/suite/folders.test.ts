import { commands, type Location, Uri, type WorkspaceEdit, window, workspace } from 'vscode';
import * as assert from './assert.ts';
import { closeAll, rangeOf, untilFindings } from './support.ts';

function uriIn(folder: string, name: string): Uri {
  const found = workspace.workspaceFolders?.find((candidate) => candidate.name === folder);
  if (found === undefined) throw new Error(`there is no folder ${folder}`);
  return Uri.joinPath(found.uri, name);
}

describe('a window with several folders', () => {
  afterEach(closeAll);

  it('judges each text by the configuration of its own folder', async () => {
    const { document } = await window.showTextDocument(uriIn('2024', 'slips.md'));
    const rules = await untilFindings(document.uri, (found) => found.length > 0);
    assert.ok(rules.includes('lead-mismatch') && !rules.includes('figure-mismatch'), rules.join());
    const other = await window.showTextDocument(uriIn('2025', '清单.md'));
    await untilFindings(other.document.uri, (found) => found.includes('figure-mismatch'));
  });

  it('follows a pair in two files, and leads from one to the other', async () => {
    const { document } = await window.showTextDocument(uriIn('2025', '要点.md'));
    await untilFindings(document.uri, (found) => found.includes('lead-mismatch'));
    const { start } = rangeOf(document, '2. 推行');
    const places = await commands.executeCommand<Location[]>('vscode.executeDefinitionProvider', document.uri, start);
    assert.deepEqual(
      places.map(({ uri }) => uri.toString()),
      [uriIn('2025', '清单.md').toString()],
    );
  });

  it('renames a unit in the drafts of all folders', async () => {
    const { document } = await window.showTextDocument(uriIn('2024', 'slips.md'));
    await untilFindings(document.uri, (found) => found.length > 0);
    const edit = await commands.executeCommand<WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      rangeOf(document, '市商务局').start.translate(0, 1),
      '市贸易局',
    );
    const changed = edit.entries().map(([uri]) => uri.path.split('/').slice(-2).join('/'));
    assert.deepEqual(changed.sort(), ['2024/slips.md', '2025/清单.md', '2025/要点.md']);
  });
});
