import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import * as assert from './assert.ts';
import { closeAll, open, replaceAll, untilFindings } from './support.ts';

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly args: string;
}

/** A small Linux image has no `ps`, other systems have no `/proc`. */
function processes(): readonly Process[] {
  if (process.platform !== 'linux') {
    const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
    return lines.flatMap((line) => {
      const [, pid, parent, args = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
      return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), args }];
    });
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const parent = /^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
        return [{ pid: Number(pid), parent: Number(parent), args: readFileSync(`/proc/${pid}/cmdline`, 'utf8') }];
      } catch {
        // It ended meanwhile.
        return [];
      }
    });
}

/** Processes of this extension host that run the extension's server. */
function servers(): readonly number[] {
  return processes().flatMap(({ pid, parent, args }) =>
    parent === process.pid && args.includes('server.mjs') ? [pid] : [],
  );
}

describe('a server that dies', () => {
  afterEach(closeAll);

  it('comes back, and the text is as it was', async () => {
    const { document } = await open('slips.md');
    await untilFindings(document.uri, (rules) => rules.length > 0);
    const text = document.getText();
    const [first] = servers();
    assert.ok(first !== undefined, 'the server runs');
    process.kill(first, 'SIGKILL');
    await untilFindings(document.uri, (rules) => rules.length === 0);
    await untilFindings(document.uri, (rules) => rules.length > 0);
    const [second] = servers();
    assert.ok(second !== undefined && second !== first, 'another server runs');
    assert.equal(document.getText(), text);
    assert.ok(!document.isDirty);
  });

  it('comes back from whatever moment it dies in, to what was typed meanwhile', async () => {
    const { document } = await open('slips.md');
    await untilFindings(document.uri, (rules) => rules.length > 0);
    const text = document.getText();
    // While it judges, and while it is starting again. Five deaths in a short time would be the last.
    for (const delay of [50, undefined]) {
      const before = await untilServer(() => true);
      await replaceAll(document, `${text}\n附注\n`);
      if (delay !== undefined) await new Promise((resolve) => setTimeout(resolve, delay));
      process.kill(before, 'SIGKILL');
      let after = await untilServer((pid) => pid !== before);
      if (delay === undefined) {
        process.kill(after, 'SIGKILL');
        const killed = after;
        after = await untilServer((pid) => pid !== killed && pid !== before);
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

async function untilServer(wanted: (pid: number) => boolean): Promise<number> {
  for (;;) {
    const found = servers().find(wanted);
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
