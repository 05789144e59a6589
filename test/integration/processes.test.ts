import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { builtProgram } from '../built.ts';
import { folderForEach, mismatched, pair } from '../cli/bizenv.ts';
import { manyDrafts } from '../cli/reports.ts';

describe('many files and processes', () => {
  const folder = folderForEach();
  let program = '';
  before(() => {
    program = builtProgram();
  });

  function start(...args: string[]): ChildProcess {
    return spawn(process.execPath, [program, ...args], { cwd: folder().path, env: { PATH: process.env.PATH } });
  }

  function run(...args: string[]) {
    return spawnSync(process.execPath, [program, ...args], {
      cwd: folder().path,
      env: { PATH: process.env.PATH },
      encoding: 'utf8',
      maxBuffer: 1e9,
    });
  }

  it('gives the same report on one thread and on three, in the same order, with fixes and a cache too', () => {
    for (const { name, text } of manyDrafts(40)) folder().write(name, text);
    const one = run('lint', '.', '-f', 'json', '--concurrency', 'off');
    const three = run('lint', '.', '-f', 'json', '--concurrency', '3', '--cache', '--stats');
    assert.equal(three.stdout, one.stdout);
    assert.match(three.stderr, /线程 3 个/);
    const cached = run('lint', '.', '-f', 'json', '--cache', '--stats');
    assert.equal(cached.stdout, one.stdout);
    assert.match(cached.stderr, /取自缓存 40 组/);
    const fixed = run('lint', '.', '--fix', '--concurrency', '3', '--rule', 'lead-mismatch=off');
    assert.deepEqual([fixed.status, fixed.stderr], [0, '']);
    assert.match(fixed.stdout, /已修改 8 处/);
  });

  it('gives the same merged report from eight processes that share a cache as from one', async () => {
    for (const { name, text } of manyDrafts(60)) folder().write(name, text);
    const shards = Array.from({ length: 8 }, (_, index) =>
      start('lint', 'drafts', '--shard', `${index + 1}/8`, '-f', `json=r${index + 1}.json`, '--cache'),
    );
    const codes = await Promise.all(shards.map(async (shard) => (await once(shard, 'exit'))[0]));
    assert.ok(codes.every((code) => code === 0 || code === 1));
    const names = readdirSync(folder().path).filter((name) => name.startsWith('r'));
    const merged = run('merge', ...names, '-f', 'json');
    assert.equal(merged.stdout, run('lint', 'drafts', '-f', 'json', '--cache').stdout);
    assert.deepEqual([merged.status, merged.stderr], [1, '']);
  });

  it('checks again when a file changes, until it is interrupted', async () => {
    folder().write('a.md', pair);
    const watching = start('lint', '.', '--watch', '-f', 'json');
    let output = '';
    let told: (() => void) | undefined;
    let laps = 0;
    watching.stdout?.on('data', (data) => {
      output += String(data);
    });
    watching.stderr?.on('data', (data) => {
      laps += String(data).split('等待改动').length - 1;
      told?.();
    });
    // In one step, so that it is one change however slow the machine is.
    const replace = (name: string, text: string) =>
      renameSync(folder().write('next.tmp', text), join(folder().path, name));
    const lap = async (count: number) => {
      while (laps < count)
        await new Promise<void>((resolve) => {
          told = resolve;
        });
    };
    await lap(1);
    assert.doesNotMatch(output, /lead-mismatch/);
    replace('a.md', mismatched);
    await lap(2);
    replace('bizenv.config.json', '{');
    await lap(3);
    watching.kill('SIGINT');
    const [code] = await once(watching, 'close');
    assert.match(output, /lead-mismatch/);
    assert.equal(
      output.match(/"version": 1/g)?.length,
      2,
      'a run for each change, and the broken one prints no report',
    );
    assert.equal(code, 2, 'the last run had a broken configuration');
  });

  it('ends quietly when the reader of any format has seen enough', () => {
    for (const { name, text } of manyDrafts(200)) folder().write(name, text);
    for (const format of ['stylish', 'sarif', 'html']) {
      const script = `"${process.execPath}" "${program}" lint . -f ${format} | head -n 1 >/dev/null; exit \${PIPESTATUS[0]}`;
      const piped = spawnSync('bash', ['-c', script], { cwd: folder().path, encoding: 'utf8' });
      assert.deepEqual([piped.stderr, piped.status], ['', 1]);
    }
  });
});
