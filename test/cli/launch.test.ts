import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { cacheFolder } from '#server/launch/cache-folder.ts';
import { Optimizer } from '#server/launch/optimizer.ts';
import { builtProgram } from '../built.ts';
import { folderForEach, mismatched, pair } from './bizenv.ts';

describe('what is kept compiled between runs', () => {
  const folder = folderForEach();
  let program = '';
  before(() => {
    program = builtProgram();
  });

  const home = () => join(folder().path, 'home');
  const environment = () => ({ PATH: process.env.PATH, HOME: home() });
  const kept = () => {
    const place = cacheFolder(environment()) ?? '';
    return existsSync(place) ? readdirSync(place).map((name) => join(place, name)) : [];
  };
  const keptOf = () =>
    kept()
      .map((path) => basename(path).replace(/-.*-/, ' for '))
      .sort();
  function run(...args: string[]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
      cwd: folder().path,
      env: environment(),
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  }

  it('is made by the first run, used by the next, and changes nothing that is printed', () => {
    folder().write('a.md', mismatched);
    const first = run('lint', 'a.md');
    assert.equal(first.status, 1);
    assert.deepEqual(keptOf(), ['engine for lint', 'program for lint']);
    const before = kept().map((path) => statSync(path).ino);
    assert.deepEqual(run('lint', 'a.md'), first);
    // What V8 refuses is written anew, and put there as another file.
    assert.deepEqual(
      kept().map((path) => statSync(path).ino),
      before,
    );
  });

  it('is not made of a run that failed or judged nothing, which would serve the others badly', () => {
    folder().write('a.md', mismatched);
    folder().write('other.md', '# 会议纪要\n\n略。\n');
    for (const args of [
      ['lint', 'none.md'],
      ['lint', 'other.md'],
      ['lint', '--help'],
      ['explain', 'none'],
    ])
      run(...args);
    assert.deepEqual(kept(), []);
    run('lint', 'a.md', '--cache');
    assert.deepEqual(keptOf(), ['engine for lint', 'program for lint']);
  });

  it('is made again where V8 refuses it, and is nobody’s trouble where it cannot be written', () => {
    folder().write('a.md', mismatched);
    const first = run('lint', 'a.md');
    for (const entry of kept())
      for (const damage of ['', 'x', readFileSync(entry).subarray(0, 5000)]) {
        writeFileSync(entry, damage);
        assert.deepEqual(run('lint', 'a.md'), first);
        assert.ok(readFileSync(entry).length > 50_000);
      }
    writeFileSync(join(folder().path, 'file'), '');
    const env = { ...environment(), HOME: join(folder().path, 'file') };
    const homeless = spawnSync(process.execPath, [program, 'lint', 'a.md'], {
      cwd: folder().path,
      env,
      encoding: 'utf8',
    });
    assert.deepEqual([homeless.status, homeless.stdout, homeless.stderr], [first.status, first.stdout, first.stderr]);
  });

  it('never makes a run die where the disk has lost a part of it', () => {
    folder().write('a.md', mismatched);
    const first = run('lint', 'a.md');
    const [entry = ''] = kept();
    const whole = readFileSync(entry);
    for (const place of [0.05, 0.3, 0.45, 0.6, 0.9, 1]) {
      const damaged = Buffer.from(whole);
      const end = Math.floor(place * damaged.length);
      damaged.fill(0, Math.max(0, end - 40_960), end);
      writeFileSync(entry, damaged);
      assert.deepEqual(run('lint', 'a.md'), first);
      assert.ok(!readFileSync(entry).equals(damaged));
    }
  });

  it('may be shared by processes and threads at the same time', async () => {
    for (let i = 0; i < 12; i++) folder().write(`${i}.md`, i % 2 === 0 ? pair : mismatched);
    const args = ['lint', '.', '--concurrency', '2', '-f', 'json'];
    const runs = await Promise.all(
      Array.from({ length: 3 }, async () => {
        const child = spawn(process.execPath, [program, ...args], { cwd: folder().path, env: environment() });
        let text = '';
        child.stdout.on('data', (data) => {
          text += String(data);
        });
        await once(child, 'close');
        return text;
      }),
    );
    const alone = run(...args).stdout;
    for (const text of runs) assert.equal(text, alone);
    assert.deepEqual(keptOf(), ['engine for thread', 'program for thread']);
  });

  it('is cleared of what has not been written for a month', () => {
    folder().write('a.md', pair);
    run('lint', 'a.md');
    const old = join(dirname(kept()[0] ?? ''), 'program-OLD-1.2-x64-lint');
    writeFileSync(old, '');
    utimesSync(old, 0, 0);
    run('rules');
    assert.ok(!existsSync(old));
    const all = ['engine for lint', 'engine for rules', 'program for lint', 'program for rules'];
    assert.deepEqual(keptOf(), all);
  });

  it('has no part for the engine where every result is known', () => {
    folder().write('a.md', mismatched);
    const first = run('lint', 'a.md', '--cache');
    rmSync(home(), { recursive: true });
    assert.deepEqual(run('lint', 'a.md', '--cache'), first);
    assert.deepEqual(kept(), []);
    assert.deepEqual(run('lint', 'a.md'), first);
    assert.deepEqual(keptOf(), ['engine for lint', 'program for lint']);
  });

  it('leaves the folder of the program alone, which may be read-only', () => {
    const installed = join(folder().path, 'installed');
    mkdirSync(installed);
    cpSync(dirname(program), join(installed, 'dist'), { recursive: true });
    folder().write('a.md', mismatched);
    const list = readdirSync(installed, { recursive: true }).sort();
    for (const name of ['dist', 'dist/chunks']) chmodSync(join(installed, name), 0o555);
    const own = join(installed, 'dist', 'bizenv.cjs');
    const { status, stderr } = spawnSync(process.execPath, [own, 'lint', 'a.md', '--cache'], {
      cwd: folder().path,
      env: environment(),
      encoding: 'utf8',
    });
    for (const name of ['dist', 'dist/chunks']) chmodSync(join(installed, name), 0o755);
    assert.deepEqual([status, stderr], [1, '']);
    assert.deepEqual(readdirSync(installed, { recursive: true }).sort(), list);
  });
});

describe('the optimizing compiler', () => {
  /** V8's number for its version, its flags and the processor: before, while so much is judged, and afterwards. */
  async function flags(optimizer: Optimizer, ...characters: readonly number[]) {
    const before = cachedDataVersionTag();
    for (const count of characters) await optimizer.judges(count);
    const judging = cachedDataVersionTag();
    optimizer.wake();
    return { before, judging, after: cachedDataVersionTag() };
  }

  it('rests while little is judged, and never longer', async () => {
    const { before, judging, after } = await flags(new Optimizer([], {}), 40_000);
    assert.notEqual(judging, before);
    assert.equal(after, before);
  });

  it('works on a large draft, and once a process has judged much', async () => {
    const large = await flags(new Optimizer([], {}), 1_000_000);
    assert.equal(large.judging, large.before);
    const many = await flags(new Optimizer([], {}), 40_000, 40_000, 40_000);
    assert.equal(many.judging, many.before);
  });

  it('is left alone where somebody said how to compile', async () => {
    const jitless = await flags(new Optimizer(['--jitless'], {}), 1);
    assert.equal(jitless.judging, jitless.before);
    const plain = await flags(new Optimizer([], { NODE_OPTIONS: '--no-opt' }), 1);
    assert.equal(plain.judging, plain.before);
  });
});

describe('the place for what is kept', () => {
  it('is the user’s folder for such things', () => {
    assert.equal(cacheFolder({ HOME: '/h' }, 'linux'), join('/h', '.cache', 'bizenv'));
    assert.equal(cacheFolder({ HOME: '/h', XDG_CACHE_HOME: '/x' }, 'linux'), join('/x', 'bizenv'));
    assert.equal(cacheFolder({ HOME: '/h' }, 'darwin'), join('/h', 'Library', 'Caches', 'bizenv'));
    assert.equal(cacheFolder({ HOME: '/h', NODE_COMPILE_CACHE: '/n' }, 'linux'), join('/n', 'bizenv'));
  });

  it('is none where nothing is known of it, or nothing is to be kept', () => {
    assert.equal(cacheFolder({}, 'linux'), undefined);
    assert.equal(cacheFolder({ HOME: 'relative' }, 'linux'), undefined);
    assert.equal(cacheFolder({ HOME: '/h' }, 'win32'), undefined);
    assert.equal(cacheFolder({ HOME: '/h', NODE_DISABLE_COMPILE_CACHE: '1' }, 'linux'), undefined);
  });
});
