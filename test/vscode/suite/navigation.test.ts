import {
  type CompletionList,
  commands,
  type Location,
  type Position,
  type Uri,
  type WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { eventually } from '../eventually.ts';
import * as assert from './assert.ts';
import { open, rangeOf, replace, replaceAll, undoTo, untilFindings, write } from './support.ts';

async function openSlips() {
  const editor = await open('slips.md');
  await untilFindings(editor.document.uri, (rules) => rules.length > 0);
  return editor;
}

/** Where a definition leads, once there is one. */
function definition(uri: Uri, at: Position): Promise<Location> {
  return eventually('a definition', async () => {
    const [place] = await commands.executeCommand<Location[]>('vscode.executeDefinitionProvider', uri, at);
    return place;
  });
}

async function completed(uri: Uri, at: { readonly line: number; readonly character: number }) {
  const { items } = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', uri, at);
  return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

describe('finding one’s way', () => {
  it('completes a unit by its Chinese, by pinyin and by initials', async () => {
    const { document } = await openSlips();
    const before = document.getText();
    const end = '）\n\n### （二）';
    for (const typed of ['发展', 'fazhan', 'sfzggw']) {
      await replace(document, end, `、${typed}${end}`);
      const { start } = rangeOf(document, end);
      await eventually(`市发展改革委 for ${typed}`, async () =>
        (await completed(document.uri, start)).includes('市发展改革委'),
      );
      await undoTo(document, before);
    }
  });

  it('leads from a point to its row', async () => {
    const { document } = await openSlips();
    const { start } = rangeOf(document, '3. 修订');
    const place = await definition(document.uri, start);
    assert.match(document.lineAt(place.range.start.line).text, /^\| 3 \|/);
  });

  it('leads from a unit to its entry in the built-in directory, which cannot be changed', async () => {
    const { document } = await openSlips();
    const at = rangeOf(document, '市公安局').start.translate(0, 1);
    const place = await definition(document.uri, at);
    const editor = await window.showTextDocument(place.uri);
    assert.match(editor.document.getText(place.range), /市公安局/);
    assert.ok(workspace.fs.isWritableFileSystem(place.uri.scheme) !== true);
  });

  it('renames a unit in both parts, and one undo takes it back', async () => {
    const { document } = await openSlips();
    const before = document.getText();
    const edit = await commands.executeCommand<WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      rangeOf(document, '市商务局').start.translate(0, 1),
      '市贸易局',
    );
    const own = edit.get(document.uri);
    assert.equal(own.length, 2);
    assert.ok(await workspace.applyEdit(edit), 'it is applied');
    await eventually('the unit renamed', () => !document.getText().includes('市商务局'));
    await undoTo(document, before);
  });

  it('judges both sides of a comparison with an unsaved text, and leaves the cursor’s text alone', async () => {
    const { document } = await openSlips();
    const corrected = document.getText().replace('不少于 10 家', '不少于 100 家');
    const other = await workspace.openTextDocument({ language: 'markdown', content: corrected });
    await commands.executeCommand('vscode.diff', document.uri, other.uri, 'then ↔ now');
    await untilFindings(other.uri, (rules) => rules.length > 0 && !rules.includes('figure-mismatch'));
    await untilFindings(document.uri, (rules) => rules.includes('figure-mismatch'));
    assert.ok(!document.isDirty);
  });

  it('follows a change of the directory itself', async () => {
    const { document } = await openSlips();
    const unit = (name: string) =>
      `{ "places": ["深圳市"], "units": [{ "name": "${name}", "kind": "市政府工作部门" }] }`;
    await write('bizenv-units.json', unit('市别处局'));
    await write('bizenv.config.json', '{ "units": ["bizenv-units.json"] }');
    await replaceAll(document, document.getText().replaceAll('市商务局', '市优化营商局'));
    await untilFindings(document.uri, (rules) => rules.includes('unknown-unit'));
    await write('bizenv-units.json', unit('市优化营商局'));
    await untilFindings(document.uri, (rules) => rules.length > 0 && !rules.includes('unknown-unit'));
  });
});
