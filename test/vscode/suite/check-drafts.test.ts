import { commands, languages, window } from 'vscode';
import { eventually } from '../eventually.ts';
import * as assert from './assert.ts';
import { fileUri, open } from './support.ts';

interface Checked {
  readonly files: number;
  readonly drafts: number;
  readonly counts: { readonly error: number; readonly warning: number };
}

describe('checking all drafts', () => {
  it('finds what is wrong in files that are not open, and counts it', async () => {
    await open('ordinary.md');
    const checked = await commands.executeCommand<Checked>('bizenv.checkAllDrafts');
    assert.equal(checked.drafts, checked.files - 1);
    assert.ok(checked.counts.error > 0 && checked.counts.warning > 0);
    assert.deepEqual(
      window.visibleTextEditors.map(({ document }) => document.uri.toString()),
      [fileUri('ordinary.md').toString()],
    );
    await eventually('findings in the files that are not open', () => {
      const named = languages.getDiagnostics().flatMap(([uri, found]) => (found.length > 0 ? [uri.toString()] : []));
      return ['slips.md', 'shenzhen-2023.md'].every((name) => named.includes(fileUri(name).toString()));
    });
    assert.deepEqual(languages.getDiagnostics(fileUri('ordinary.md')), []);
  });
});
