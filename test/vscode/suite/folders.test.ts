import { commands, type Location, Uri, type WorkspaceEdit, workspace } from 'vscode';
import { eventually } from '../eventually.ts';
import * as assert from './assert.ts';
import { openUri, rangeOf, untilFindings } from './support.ts';

function uriIn(folder: string, name: string): Uri {
  const found = workspace.workspaceFolders?.find((candidate) => candidate.name === folder);
  if (found === undefined) throw new Error(`there is no folder ${folder}`);
  return Uri.joinPath(found.uri, name);
}

describe('a window with several folders', () => {
  it('judges each text by the configuration of its own folder', async () => {
    const { document } = await openUri(uriIn('2024', 'slips.md'));
    await untilFindings(document.uri, (found) => found.includes('lead-mismatch') && !found.includes('figure-mismatch'));
    const other = await openUri(uriIn('2025', '清单.md'));
    await untilFindings(other.document.uri, (found) => found.includes('figure-mismatch'));
  });

  it('follows a pair in two files, and leads from one to the other', async () => {
    const { document } = await openUri(uriIn('2025', '要点.md'));
    await untilFindings(document.uri, (found) => found.includes('lead-mismatch'));
    const { start } = rangeOf(document, '2. 推行');
    const places = await eventually('a definition', async () => {
      const found = await commands.executeCommand<Location[]>('vscode.executeDefinitionProvider', document.uri, start);
      return found.length > 0 && found;
    });
    assert.deepEqual(
      places.map(({ uri }) => uri.toString()),
      [uriIn('2025', '清单.md').toString()],
    );
  });

  it('renames a unit in the drafts of all folders', async () => {
    const { document } = await openUri(uriIn('2024', 'slips.md'));
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
