import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '#server/cli/environment.ts';
import { folderForEach, mismatched, pair } from './bizenv.ts';

const CLEARED = '\u001b[2J\u001b[3J\u001b[H';

/** A run in a terminal, lap by lap. */
class Watching {
  #laps = 0;
  #told: (() => void) | undefined;
  #since = '';
  readonly #code: Promise<number>;

  constructor(folder: string, args: readonly string[]) {
    const output = {
      isTTY: true,
      write: (text: string) => {
        this.#since += text;
        if (!text.includes('等待改动')) return;
        this.#laps++;
        this.#told?.();
      },
    };
    const environment: Environment = {
      cwd: folder,
      env: {},
      stdout: output,
      stderr: output,
      readStdin: async () => Buffer.alloc(0),
    };
    this.#code = import('#server/cli/main.ts').then(async ({ main }) => await main(args, environment));
  }

  /** What the screen shows when the next lap is over. */
  async screen(): Promise<string> {
    const wanted = this.#laps + (this.#since.includes('等待改动') ? 0 : 1);
    while (this.#laps < wanted)
      await new Promise<void>((resolve) => {
        this.#told = resolve;
      });
    const screens = this.#since.split(CLEARED);
    this.#since = '';
    assert.ok(screens.length > 1, 'the screen is cleared');
    return screens.at(-1) ?? '';
  }

  /** Changes something, and waits for what it leads to; several laps where the change comes in several steps. */
  async after(change: () => void, expected: RegExp): Promise<void> {
    change();
    let shown = await this.screen();
    while (!expected.test(shown)) shown = await this.screen();
    assert.match(shown, expected);
  }

  async end(): Promise<number> {
    process.emit('SIGTERM', 'SIGTERM');
    return await this.#code;
  }
}

describe('bizenv lint --watch in a terminal', () => {
  const folder = folderForEach();
  const at = (name: string) => join(folder().path, name);

  it('shows the present state of edited, new, moved and deleted drafts, and of the configuration', async () => {
    folder().write('drafts/a.md', pair);
    const watching = new Watching(folder().path, ['lint', 'drafts', '--watch']);
    assert.match(await watching.screen(), /✔ 1 个文件，没有问题/);
    await watching.after(() => folder().write('drafts/a.md', mismatched), /drafts\/a\.md[\s\S]*✖ 1 个文件，1 个问题/);
    await watching.after(() => folder().write('drafts/b.md', mismatched), /✖ 2 个文件，2 个问题/);
    await watching.after(() => renameSync(at('drafts/b.md'), at('drafts/c.md')), /drafts\/c\.md/);
    await watching.after(() => rmSync(at('drafts/c.md')), /✖ 1 个文件，1 个问题/);
    await watching.after(() => {
      mkdirSync(at('drafts/内'));
      folder().write('drafts/内/d.md', pair);
    }, /✖ 2 个文件，1 个问题/);
    await watching.after(() => folder().write('drafts/内/d.md', mismatched), /✖ 2 个文件，2 个问题/);
    await watching.after(
      () => folder().write('bizenv.config.json', '{'),
      /bizenv\.config\.json:\d+:\d+: JSON 语法错误/,
    );
    await watching.after(
      () => folder().write('bizenv.config.json', '{ "rules": { "lead-mismatch": "off" } }'),
      /✔ 2 个文件，没有问题/,
    );
    await watching.after(() => rmSync(at('bizenv.config.json')), /✖ 2 个文件，2 个问题/);
    assert.equal(await watching.end(), 1);
  });
});
