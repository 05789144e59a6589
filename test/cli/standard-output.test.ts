import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, createReadStream, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { builtProgram } from '../built.ts';
import { folderForEach, mismatched } from './bizenv.ts';

const command = ['lint', '.', '-f', 'json'];

describe('what is printed', () => {
  const folder = folderForEach();
  let program = '';
  before(() => {
    program = builtProgram();
  });
  beforeEach(() => {
    for (let i = 0; i < 120; i++) folder().write(`${i}.md`, mismatched);
  });

  function toFile(): string {
    const path = join(folder().path, 'out.json');
    const file = openSync(path, 'w');
    const { status } = spawnSync(process.execPath, [program, ...command], {
      cwd: folder().path,
      stdio: ['ignore', file, 'inherit'],
    });
    closeSync(file);
    assert.equal(status, 1);
    return readFileSync(path, 'utf8');
  }

  it('is the same in a file and in a pipe', () => {
    const { stdout, status } = spawnSync(process.execPath, [program, ...command], {
      cwd: folder().path,
      encoding: 'utf8',
    });
    assert.ok(stdout.length > 100_000);
    assert.deepEqual([status, stdout], [1, toFile()]);
  });

  it('is whole when its pipe does not wait and its reader is slow', async () => {
    const path = join(folder().path, 'pipe');
    assert.equal(spawnSync('mkfifo', [path]).status, 0);
    const pipe = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
    const reader = createReadStream(path, { highWaterMark: 10_000 });
    await once(reader, 'open');
    const child = spawn(process.execPath, [program, ...command], {
      cwd: folder().path,
      stdio: ['ignore', pipe, 'inherit'],
    });
    closeSync(pipe);
    await pause(300);
    const chunks: Buffer[] = [];
    for await (const chunk of reader) {
      chunks.push(chunk);
      await pause(1);
    }
    if (child.exitCode === null) await once(child, 'exit');
    assert.equal(child.exitCode, 1);
    assert.equal(Buffer.concat(chunks).toString(), toFile());
  });
});
