import { commands } from 'vscode';
import { eventually } from '../eventually.ts';
import { processes } from '../processes.ts';
import * as assert from './assert.ts';
import { open, replaceAll, untilFindings } from './support.ts';

/** Processes of this extension host that run the extension's server. */
function servers(): readonly number[] {
  return processes().flatMap(({ pid, parent, args }) =>
    parent === process.pid && args.includes('server.mjs') ? [pid] : [],
  );
}

/** Waits for a server that is none of those. */
function untilServer(...others: readonly number[]): Promise<number> {
  return eventually('another server', () => servers().find((pid) => !others.includes(pid)));
}

describe('a server that dies', () => {
  // One that keeps dying is left alone, until the user asks for it: then its deaths are counted anew.
  beforeEach(() => commands.executeCommand('bizenv.restartServer'));

  it('comes back, and the text is as it was', async () => {
    const { document } = await open('slips.md');
    await untilFindings(document.uri, (rules) => rules.includes('figure-mismatch'));
    const text = document.getText();
    const first = await untilServer();
    process.kill(first, 'SIGKILL');
    await untilServer(first);
    assert.equal(document.getText(), text);
    assert.ok(!document.isDirty);
    // The findings of before may still stand there: those of another text are of the other server.
    await replaceAll(document, text.replace('不少于 10 家', '不少于 100 家'));
    await untilFindings(document.uri, (rules) => rules.length > 0 && !rules.includes('figure-mismatch'));
  });

  it('comes back from whatever moment it dies in, to what was typed meanwhile', async () => {
    const { document } = await open('slips.md');
    await untilFindings(document.uri, (rules) => rules.length > 0);
    const text = document.getText();
    // While it judges, and while it is starting again. Five deaths in a short time would be the last.
    for (const delay of [50, undefined]) {
      const before = await untilServer();
      await replaceAll(document, `${text}\n附注\n`);
      if (delay !== undefined) await new Promise((resolve) => setTimeout(resolve, delay));
      process.kill(before, 'SIGKILL');
      const after = await untilServer(before);
      if (delay === undefined) {
        process.kill(after, 'SIGKILL');
        await untilServer(before, after);
      }
      assert.ok(document.isDirty);
      await replaceAll(document, '');
      await untilFindings(document.uri, (rules) => rules.length === 0);
      await replaceAll(document, text);
      await untilFindings(document.uri, (rules) => rules.length > 0);
      assert.equal(document.getText(), text);
    }
  });
});
