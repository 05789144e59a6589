import { type CompletionList, commands, languages } from 'vscode';
import { eventually } from '../eventually.ts';
import * as assert from './assert.ts';
import { open, rangeOf, write } from './support.ts';

/** Opens a file of ours with a mistake in it, and waits for the editor's own JSON service to say so. */
async function untilComplaint(name: string, text: string, wanted: RegExp): Promise<void> {
  await write(name, text);
  const { document } = await open(name);
  assert.equal(document.languageId, 'bizenv-json');
  const complaints = () => languages.getDiagnostics(document.uri).map(({ message }) => message);
  await eventually(
    () => `${wanted} in ${complaints().join()}`,
    () => complaints().some((message) => wanted.test(message)),
  );
}

describe('configuration and directory in the editor', () => {
  it('are checked by their schemas, comments and all', async () => {
    await untilComplaint('bizenv.config.json', '{\n  // 年份\n  "yeer": 2024\n}\n', /yeer/);
    await untilComplaint('bizenv.units.json', '{ "units": [{ "nmae": "市公安局" }] }\n', /nmae|name/);
  });

  it('complete the rules and their severities', async () => {
    await write('bizenv.config.json', '{\n  "rules": { "lead-mismatch":  }\n}\n');
    const { document } = await open('bizenv.config.json');
    const at = rangeOf(document, ':  }').start.translate(0, 2);
    let labels: readonly string[] = [];
    await eventually(
      () => `“warning” among ${labels.join()}`,
      async () => {
        const list = await commands.executeCommand<CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          at,
        );
        labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
        return labels.some((label) => label.includes('warning'));
      },
    );
  });
});
