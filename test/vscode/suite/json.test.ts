import { type CompletionList, commands, languages, window, workspace } from 'vscode';
import * as assert from './assert.ts';
import { closeAll, fileUri, rangeOf, replaceAll, until, write } from './support.ts';

/** Opens a file of ours with a mistake in it; what the editor's own JSON service says of it. */
async function complaints(name: string, text: string): Promise<string> {
  await write(name, text);
  const { document } = await window.showTextDocument(fileUri(name));
  assert.equal(document.languageId, 'bizenv-json');
  const found = await until(languages.onDidChangeDiagnostics, () => {
    const all = languages.getDiagnostics(document.uri);
    return all.length > 0 ? all : undefined;
  });
  return found.map(({ message }) => message).join('\n');
}

describe('configuration and directory in the editor', () => {
  afterEach(async () => {
    await closeAll();
    for (const name of ['bizenv.config.json', 'bizenv.units.json'])
      await workspace.fs.delete(fileUri(name)).then(undefined, () => undefined);
  });

  it('are checked by their schemas, comments and all', async () => {
    const config = await complaints('bizenv.config.json', '{\n  // 年份\n  "yeer": 2024\n}\n');
    assert.match(config, /yeer/);
    assert.match(await complaints('bizenv.units.json', '{ "units": [{ "nmae": "市公安局" }] }\n'), /nmae|name/);
  });

  it('complete the rules and their severities', async () => {
    await write('bizenv.config.json', '{}\n');
    const { document } = await window.showTextDocument(fileUri('bizenv.config.json'));
    await replaceAll(document, '{\n  "rules": { "lead-mismatch":  }\n}\n');
    const at = rangeOf(document, ':  }').start.translate(0, 2);
    const list = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      at,
    );
    const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(
      labels.some((label) => label.includes('warning')),
      labels.join(),
    );
  });
});
