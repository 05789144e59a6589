import assert from 'node:assert/strict';
import type { CommandContext } from '#server/cli/context.ts';
import { startProgress } from '#server/cli/lint/progress.ts';
import { OptionValues } from '#server/cli/parse-arguments.ts';

describe('the progress bar', () => {
  function terminal(isTTY: boolean, env: Readonly<Record<string, string>> = {}, columns = 80) {
    const written: string[] = [];
    const output = (stream: string) => ({
      isTTY,
      columns,
      write: (text: string) => void written.push(`${stream}${text}`),
    });
    const context: CommandContext = {
      environment: {
        cwd: '/',
        env,
        stdout: output('out:'),
        stderr: output('err:'),
        readStdin: async () => Buffer.alloc(0),
      },
      locale: 'zh',
      options: new OptionValues(new Map()),
      operands: [],
      say: (text) => text.zh,
    };
    return { written, context };
  }

  it('stands on the standard error of a terminal when a run takes long, and is taken away', () => {
    const { written, context } = terminal(true);
    let time = 1000;
    const progress = startProgress(4, context, () => time);
    progress?.update(1);
    assert.deepEqual(written, [], 'a short run shows none');
    time += 450;
    progress?.update(2);
    assert.deepEqual(written, [`err:\r检查 ${'█'.repeat(12)}${'░'.repeat(12)} 2/4\u001b[K`]);
    time += 50;
    progress?.update(3);
    assert.equal(written.length, 1, 'it is not drawn at every step');
    progress?.end();
    assert.equal(written.at(-1), 'err:\r\u001b[K');
  });

  it('is as wide as a narrow terminal has room for, and no line is broken', () => {
    for (const [columns, shown] of [
      [20, '检查 █████░░░░░ 2/4'],
      [10, '检查 2/4'],
    ] as const) {
      const { written, context } = terminal(true, {}, columns);
      let time = 1000;
      const progress = startProgress(4, context, () => time);
      time += 450;
      progress?.update(2);
      assert.deepEqual(written, [`err:\r${shown}\u001b[K`]);
    }
  });

  it('stands nowhere else', () => {
    assert.equal(startProgress(400, terminal(false).context), undefined);
    assert.equal(startProgress(400, terminal(true, { TERM: 'dumb' }).context), undefined);
    assert.equal(startProgress(2, terminal(true).context), undefined);
  });
});
