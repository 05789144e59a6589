import { commands, extensions, type Hover, languages, MarkdownString, window, workspace } from 'vscode';
import { eventually } from '../eventually.ts';
import * as assert from './assert.ts';
import {
  fileUri,
  findings,
  open,
  openUnsaved,
  quickFixes,
  rangeOf,
  replace,
  replaceAll,
  undoTo,
  untilFinding,
  untilFindings,
  write,
} from './support.ts';

describe('the editor', () => {
  it('shows the one finding that is an error in the real pair', async () => {
    const { document } = await open('shenzhen-2023.md');
    await untilFindings(document.uri, (rules) => rules.length > 0);
    const errors = findings(document.uri).filter(({ severity }) => severity === 0);
    assert.equal(errors.length, 1);
    await eventually('the extension, active', () => extensions.getExtension('bizenv.bizenv-tasklist')?.isActive);
  });

  it('links a finding to its rule and to the other side', async () => {
    const { document } = await open('slips.md');
    const finding = await untilFinding(document.uri, 'lead-mismatch');
    assert.match(finding.message, /市公安局/);
    assert.equal(finding.relatedInformation?.length, 1);
    assert.ok(typeof finding.code === 'object' && finding.code.target.path.includes('lead-mismatch'));
  });

  it('says what a unit is when the mouse rests on it', async () => {
    const { document } = await open('slips.md');
    await untilFindings(document.uri, (rules) => rules.length > 0);
    const { start } = rangeOf(document, '市商务局');
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      start.translate(0, 1),
    );
    const texts = hovers.flatMap(({ contents }) =>
      contents.map((part) => (part instanceof MarkdownString ? part.value : '')),
    );
    assert.match(texts.join('\n'), /深圳市商务局/);
  });

  it('makes a finding go with its quick fix', async () => {
    const { document } = await open('slips.md');
    const finding = await untilFinding(document.uri, 'lead-mismatch');
    await eventually('a quick fix that is applied', async () => {
      const [fix] = await quickFixes(document.uri, finding);
      return fix?.edit !== undefined && (await workspace.applyEdit(fix.edit));
    });
    await untilFindings(document.uri, (rules) => rules.length > 0 && !rules.includes('lead-mismatch'));
  });

  it('finds again what is undone', async () => {
    const { document } = await open('slips.md');
    await untilFindings(document.uri, (rules) => rules.includes('figure-mismatch'));
    const before = document.getText();
    await replace(document, '不少于 10 家', '不少于 100 家');
    await untilFindings(document.uri, (rules) => rules.length > 0 && !rules.includes('figure-mismatch'));
    await undoTo(document, before);
    await untilFindings(document.uri, (rules) => rules.includes('figure-mismatch'));
  });

  it('applies safe fixes on saving', async () => {
    const settings = workspace.getConfiguration('editor', fileUri('saved.md'));
    await settings.update('codeActionsOnSave', { 'source.fixAll.bizenv': 'explicit' }, false);
    const { document } = await open('saved.md');
    await untilFindings(document.uri, (rules) => rules.includes('unit-alias'));
    await replaceAll(document, `${document.getText()}\n`);
    assert.ok(await document.save(), 'it is saved');
    await untilFindings(document.uri, (rules) => rules.length > 0 && !rules.includes('unit-alias'));
    assert.ok(!document.getText().includes('市发改委'));
    await eventually('a text that is saved', () => !document.isDirty);
  });

  it('follows a change of the configuration', async () => {
    const { document } = await open('slips.md');
    await untilFindings(document.uri, (rules) => rules.includes('figure-mismatch'));
    await write('bizenv.config.json', '{ "rules": { "figure-mismatch": "off" } }');
    await untilFindings(document.uri, (rules) => rules.length > 0 && !rules.includes('figure-mismatch'));
    await workspace.fs.delete(fileUri('bizenv.config.json'));
    await untilFindings(document.uri, (rules) => rules.includes('figure-mismatch'));
  });

  it('follows a change of the user’s settings', async () => {
    const { document } = await open('slips.md');
    await untilFindings(document.uri, (rules) => rules.includes('figure-mismatch'));
    const settings = workspace.getConfiguration('bizenv', document.uri);
    await settings.update('rules', { 'figure-mismatch': 'off' }, false);
    await untilFindings(document.uri, (rules) => rules.length > 0 && !rules.includes('figure-mismatch'));
    await settings.update('rules', undefined, false);
    await untilFindings(document.uri, (rules) => rules.includes('figure-mismatch'));
  });

  it('knows a unit that the workspace’s own directory names', async () => {
    const { document } = await open('slips.md');
    const text = document.getText().replaceAll('市商务局', '市优化营商局');
    await replaceAll(document, text);
    await untilFindings(document.uri, (rules) => rules.includes('unknown-unit'));
    await write(
      'bizenv-units.json',
      '{ "places": ["深圳市"], "units": [{ "name": "市优化营商局", "kind": "市政府工作部门" }] }',
    );
    await write('bizenv.config.json', '{ "units": ["bizenv-units.json"] }');
    await untilFindings(document.uri, (rules) => rules.length > 0 && !rules.includes('unknown-unit'));
  });

  it('leaves an ordinary Markdown file alone', async () => {
    const { document } = await open('ordinary.md');
    // Judged after the ordinary file: when its findings are there, those of the other would be.
    const other = await window.showTextDocument(fileUri('slips.md'), { viewColumn: 2 });
    await untilFindings(other.document.uri, (rules) => rules.length > 0);
    assert.deepEqual(languages.getDiagnostics(document.uri), []);
  });

  it('checks a text that was never saved', async () => {
    const { document: saved } = await open('slips.md');
    const document = await openUnsaved(saved.getText());
    await untilFindings(document.uri, (rules) => rules.includes('lead-mismatch'));
  });
});
