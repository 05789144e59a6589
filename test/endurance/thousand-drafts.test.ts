import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { reportFormats } from '#server/cli/options.ts';
import { builtProgram } from '../built.ts';
import { Folder } from '../cli/bizenv.ts';
import { manyDrafts } from '../cli/reports.ts';

describe('a thousand drafts', () => {
  const folder = new Folder();
  const env = { PATH: process.env.PATH, LANG: 'zh_CN.UTF-8' };
  let program = '';

  before(() => {
    program = builtProgram();
    for (const { name, text } of manyDrafts(1000)) folder.write(name, text);
    folder.write('drafts/真的.md', readFileSync(new URL('../../seeds/shenzhen-2023.md', import.meta.url)));
  });

  after(() => folder.remove());

  /** The exit code of a process of its own. */
  function start(args: readonly string[]): Promise<number> {
    return new Promise((resolve) => {
      const child = execFile(process.execPath, [program, ...args], { cwd: folder.path, env }, () => undefined);
      child.once('exit', (code) => resolve(code ?? -1));
    });
  }

  /** Runs a command that writes every format at once, and gives the exit code and the hash of each report. */
  function reports(name: string, ...command: string[]): readonly unknown[] {
    const formats = reportFormats.flatMap((format) => ['-f', `${format}=${name}.${format}`]);
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...command, ...formats], {
      cwd: folder.path,
      env,
      encoding: 'utf8',
    });
    assert.deepEqual([stdout, stderr], ['', '']);
    const hash = (format: string) =>
      createHash('sha256')
        .update(folder.read(`${name}.${format}`))
        .digest('hex');
    return [status, ...reportFormats.map((format) => [format, hash(format)])];
  }

  it('give the same reports from one, two and eight processes, to the byte, in every format', async () => {
    const whole = reports('whole', 'lint', 'drafts');
    for (const total of [1, 2, 8]) {
      const names = Array.from({ length: total }, (_, index) => `shard-${total}-${index + 1}.json`);
      const codes = await Promise.all(
        names.map((name, index) => start(['lint', 'drafts', '--shard', `${index + 1}/${total}`, '-f', `json=${name}`])),
      );
      assert.ok(
        codes.every((code) => code === 1),
        `${total}: ${codes.join(' ')}`,
      );
      const sizes = names.map((name) => JSON.parse(folder.read(name).toString()).files.length);
      assert.ok(Math.max(...sizes) - Math.min(...sizes) <= 1, sizes.join(' '));
      assert.deepEqual(reports(`merged-${total}`, 'merge', ...names.toReversed()), whole, `${total} shards`);
    }
  });

  it('give the same report from many threads, and from a cache', () => {
    const one = reports('one', 'lint', 'drafts', '--concurrency', 'off');
    assert.deepEqual(reports('threads', 'lint', 'drafts', '--concurrency', '4', '--cache'), one);
    assert.deepEqual(reports('cached', 'lint', 'drafts', '--cache'), one);
  });
});
