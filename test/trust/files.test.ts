import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replaceFile } from '#server/files/replace-file.ts';
import { builtProgram } from '../built.ts';
import { fixable, folderForEach, pair } from '../cli/bizenv.ts';

const realPair = readFileSync(new URL('../../seeds/shenzhen-2023.md', import.meta.url));
const fixed = fixable.replace('[2026]', '〔2026〕');
const untidy = fixable.replace('### （一）', '## （一）');
const isRoot = process.getuid?.() === 0;

describe('a file that is replaced', () => {
  const folder = folderForEach();
  const at = (name: string) => join(folder().path, name);

  it('keeps its name a symbolic link, however long the chain, and the file at its end is written', async () => {
    folder().write('deep/real.md', fixable);
    symlinkSync('deep/real.md', at('one.md'));
    symlinkSync(at('one.md'), at('two.md'));
    assert.equal((await folder().run(['lint', 'two.md', '--fix'])).code, 0);
    assert.equal(folder().read('deep/real.md').toString(), fixed);
    assert.ok(lstatSync(at('one.md')).isSymbolicLink() && lstatSync(at('two.md')).isSymbolicLink());
    assert.deepEqual(readdirSync(at('deep')), ['real.md']);
  });

  it('is made where a link points that leads nowhere yet, and the link stays', async () => {
    folder().write('a.md', fixable);
    mkdirSync(at('reports'));
    symlinkSync('reports/new.json', at('report.json'));
    await folder().run(['lint', 'a.md', '--format', 'json=report.json']);
    assert.equal(readlinkSync(at('report.json')), 'reports/new.json');
    assert.equal(JSON.parse(folder().read('reports/new.json').toString()).version, 1);
  });

  it('is not written through links that form a circle, or lead to a folder that is not there', async () => {
    folder().write('a.md', fixable);
    symlinkSync('b.json', at('a.json'));
    symlinkSync('a.json', at('b.json'));
    symlinkSync('none/x.json', at('c.json'));
    for (const name of ['a.json', 'c.json']) {
      const run = await folder().run(['lint', 'a.md', '--format', `json=${name}`]);
      assert.equal(run.code, 2, run.stderr);
      assert.ok(lstatSync(at(name)).isSymbolicLink());
    }
  });

  it('leaves the old text to its other names, where it has several (hard links)', async () => {
    folder().write('a.md', fixable);
    linkSync(at('a.md'), at('copy.md'));
    await folder().run(['lint', 'a.md', '--fix']);
    assert.equal(folder().read('a.md').toString(), fixed);
    assert.equal(folder().read('copy.md').toString(), fixable);
  });

  it('keeps its permissions, special ones too', async () => {
    for (const mode of [0o600, 0o640, 0o664, 0o666, 0o2755]) {
      folder().write('a.md', fixable, mode);
      await folder().run(['lint', 'a.md', '--fix']);
      assert.equal(folder().read('a.md').toString(), fixed);
      assert.equal(statSync(at('a.md')).mode & 0o7777, mode, mode.toString(8));
    }
  });

  if (isRoot)
    it('keeps its owner and group, where the superuser replaces it', async () => {
      folder().write('a.md', fixable);
      chownSync(at('a.md'), 1234, 4321);
      await folder().run(['lint', 'a.md', '--fix']);
      const { uid, gid } = statSync(at('a.md'));
      assert.deepEqual([uid, gid, folder().read('a.md').toString()], [1234, 4321, fixed]);
    });

  const names = [
    '-rf.md',
    '--fix.md',
    ' .md',
    'a\nb.md',
    '工作要点（2024年）.md',
    '😀 𠮷.md',
    'e\u0301.md',
    'a"b\'c`$(x)%s&;|.md',
    '\u202egnp.md',
    '\u001b[31mred.md',
    `${'长'.repeat(84)}.md`,
    `${'x'.repeat(252)}.md`,
  ];
  for (const name of names)
    it(`may be called ${JSON.stringify(name.slice(0, 30))}`, async () => {
      folder().write(name, fixable);
      const run = await folder().run(['lint', '--fix', '--', name]);
      assert.deepEqual([run.code, run.stderr], [0, '']);
      assert.equal(folder().read(name).toString(), fixed);
      assert.deepEqual(readdirSync(folder().path), [name]);
      assert.ok(!/(?!\n)\p{Cc}|\u202e/u.test(run.stdout), run.stdout);
    });

  // Other systems take no such name.
  if (process.platform === 'linux')
    it('is told of, where its name is not in UTF-8, as archives from Windows leave names in GBK', async () => {
      const name = Buffer.concat([
        Buffer.from(`${at('drafts')}/`),
        Buffer.from([0xd2, 0xaa, 0xb5, 0xe3]),
        Buffer.from('.md'),
      ]);
      mkdirSync(at('drafts'));
      writeFileSync(name, fixable);
      folder().write('drafts/a.md', fixable);
      const run = await folder().run(['lint', 'drafts', '--fix']);
      assert.equal(run.code, 2);
      assert.match(run.stderr, /drafts\/[^:]*\uFFFD\.md: 文件名不是 UTF-8 编码，无法打开。请给文件改名/);
      assert.equal(folder().read('drafts/a.md').toString(), fixable);
      assert.equal(readFileSync(name, 'utf8'), fixable);
    });

  it('is told from one whose name differs in case alone', async () => {
    folder().write('Draft.md', fixable);
    folder().write('draft.MD', pair);
    const distinct = readdirSync(folder().path).length === 2;
    const run = await folder().run(['lint', '.', '--fix', '-f', 'json']);
    assert.equal(JSON.parse(run.stdout).summary.files, distinct ? 2 : 1);
    assert.equal(folder().read('Draft.md').toString(), distinct ? fixed : pair);
    assert.equal(folder().read('draft.MD').toString(), pair);
  });

  it('is not the one that somebody changed while the new text was being written', async () => {
    folder().write('a.md', fixable);
    const run = startSlow(['lint', 'a.md', '--fix'], folder().path);
    await run.flushing;
    folder().write('a.md', 'newer');
    assert.equal(await run.goOn(), 2);
    assert.equal(folder().read('a.md').toString(), 'newer');
    assert.deepEqual(readdirSync(folder().path), ['a.md']);
  });

  if (isRoot)
    it('is no more open to another group than to everybody, where its group cannot stay', () => {
      chmodSync(folder().path, 0o777);
      for (const [mode, kept] of [
        [0o660, 0o600],
        [0o664, 0o644],
        [0o666, 0o666],
        [0o2770, 0o700],
      ] as const) {
        const path = folder().write('a.md', fixable);
        chownSync(path, 65534, 7);
        chmodSync(path, mode);
        const run = runAsUser(['lint', 'a.md', '--fix'], folder().path);
        const { mode: now, gid } = statSync(path);
        assert.deepEqual([run.status, gid, now & 0o7777], [0, 65534, kept], run.stderr);
      }
    });

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    it(`stays as it was where the run is interrupted, and nothing is left beside it: ${signal}`, async () => {
      folder().write('a.md', fixable);
      const run = startSlow(['lint', 'a.md', '--fix'], folder().path);
      await run.flushing;
      assert.equal(await run.interrupt(signal), signal);
      assert.equal(folder().read('a.md').toString(), fixable);
      assert.deepEqual(readdirSync(folder().path), ['a.md']);
    });

  it('does not come between, where a draft is written under a name that is taken meanwhile', async () => {
    folder().write('2026.md', pair);
    const run = startSlow(['draft', '--from', '2026.md', '--year', '2027', '--out', 'new.md'], folder().path);
    await run.flushing;
    folder().write('new.md', 'somebody else’s');
    assert.equal(await run.goOn(), 2);
    assert.equal(folder().read('new.md').toString(), 'somebody else’s');
  });

  it('is no pipe, which a draft goes through, forced or not', async () => {
    folder().write('2026.md', pair);
    for (const force of [[], ['--force']]) {
      if (spawnSync('mkfifo', [at('pipe')]).status !== 0) return;
      const reader = spawn('cat', [at('pipe')]);
      let read = '';
      reader.stdout.on('data', (data) => {
        read += String(data);
      });
      const ended = once(reader, 'close');
      const args = ['draft', '--from', '2026.md', '--year', '2027', '--out', 'pipe', ...force];
      const { code, stderr } = await folder().run(args);
      // A reader that nobody writes for would wait for ever.
      if (code !== 0) reader.kill();
      await ended;
      assert.equal(code, 0, stderr);
      assert.match(read, /2027年优化营商环境工作要点/);
      assert.ok(lstatSync(at('pipe')).isFIFO());
      rmSync(at('pipe'));
    }
  });

  it('loses what a killed run left beside it, once that is old', async () => {
    folder().write('a.md', fixable);
    const [old, recent, other] = ['.bizenv-1-0123456789ab.tmp', '.bizenv-2-0123456789ab.tmp', '.bizenv-notes.tmp'];
    for (const name of [old, recent, other]) folder().write(name, 'half');
    const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000);
    for (const name of [old, other]) utimesSync(at(name), yesterday, yesterday);
    const run = await folder().run(['lint', '.', '--fix', '-f', 'json']);
    assert.equal(JSON.parse(run.stdout).summary.files, 1);
    assert.deepEqual(readdirSync(folder().path).sort(), [recent, other, 'a.md'].sort());
  });

  it('never passes through a name that others can foresee', async () => {
    folder().write('a.md', 'old');
    const seen = new Set<string>();
    for (let round = 0; round < 3; round++)
      await replaceFile(at('a.md'), 'new', async () => {
        for (const name of readdirSync(folder().path)) if (name.endsWith('.tmp')) seen.add(name);
      });
    assert.equal(seen.size, 3);
  });
});

describe('a working folder that was removed', () => {
  const folder = folderForEach();

  it('is told of, with the exit code of a run that could not do its work', () => {
    if (process.platform === 'win32') return;
    const script = 'mkdir gone && cd gone && rmdir ../gone && exec "$@"';
    for (const args of [['lint', '..'], ['init']]) {
      const command = ['-c', script, 'sh', process.execPath, builtProgram(), ...args];
      const run = spawnSync('sh', command, { cwd: folder().path, encoding: 'utf8', env: limitedEnv });
      assert.deepEqual([run.status, run.stderr], [2, 'bizenv: 当前文件夹已被删除。请进入别的文件夹再运行。\n']);
    }
  });
});

describe('a folder that takes no new file', () => {
  const folder = folderForEach();

  for (const command of [['lint', '--fix'], ['format']])
    it(`leaves every file of the run as it was: ${command.join(' ')}`, () => {
      for (const name of ['a/1.md', 'b/2.md']) folder().write(name, untidy, 0o666);
      chmodSync(folder().path, 0o755);
      chmodSync(join(folder().path, 'a'), 0o777);
      chmodSync(join(folder().path, 'b'), 0o555);
      const run = runAsUser([...command, 'a/1.md', 'b/2.md'], folder().path);
      chmodSync(join(folder().path, 'b'), 0o755);
      assert.deepEqual([run.status, /b\/2\.md: 没有权限/.test(run.stderr)], [2, true], run.stderr);
      for (const name of ['a/1.md', 'b/2.md']) assert.equal(folder().read(name).toString(), untidy);
    });
});

describe('a disk that is full', () => {
  const folder = folderForEach();

  /** As on a full disk: the first part of a file can be written, the rest cannot. */
  const runLimited = (args: readonly string[]) => {
    const script = `trap '' XFSZ; ulimit -f 40; exec "$@"`;
    const command = ['-c', script, 'sh', process.execPath, builtProgram(), ...args];
    return spawnSync('sh', command, { cwd: folder().path, encoding: 'utf8', env: limitedEnv });
  };

  for (const [name, args] of [
    ['--fix', ['lint', '2023.md', '--fix']],
    ['format', ['format', '2023.md']],
    ['a report', ['lint', '2023.md', '-f', 'html=report.html']],
    ['a draft', ['draft', '--from', '2023.md', '--year', '2024', '--out', 'report.html', '--force']],
  ] as const)
    it(`leaves the old file whole: ${name}`, () => {
      folder().write('2023.md', realPair);
      folder().write('report.html', 'old');
      const run = runLimited(args);
      assert.equal(run.status, 2, run.stdout);
      assert.match(run.stderr, /磁盘已满/);
      assert.ok(folder().read('2023.md').equals(realPair));
      assert.equal(folder().read('report.html').toString(), 'old');
      assert.deepEqual(readdirSync(folder().path).sort(), ['2023.md', 'report.html']);
    });

  for (const command of [['lint', '--fix'], ['format']])
    it(`has what was written before it was full named: ${command.join(' ')}`, () => {
      folder().write('1.md', untidy);
      folder().write('2023.md', realPair);
      const run = runLimited([...command, '1.md', '2023.md']);
      assert.equal(run.status, 2);
      assert.match(run.stderr, /2023\.md: 磁盘已满.*\n.*此前已写入：1\.md/);
      assert.notEqual(folder().read('1.md').toString(), untidy);
      assert.ok(folder().read('2023.md').equals(realPair));
    });

  for (const [what, options, written] of [
    ['a report', ['--format', 'gitlab=small.json', '--format', 'html=large.html'], /small\.json/],
    [
      'drafts',
      ['--fix', '--format', 'stylish=small.txt', '--format', 'html=large.html'],
      /1\.md[\s\S]*small\.txt|small\.txt[\s\S]*1\.md/,
    ],
  ] as const)
    it(`has ${what} named that a run had written before its last report failed`, async () => {
      folder().write('2023.md', realPair);
      await folder().run(['lint', '2023.md', '--fix']);
      folder().write('1.md', untidy);
      const run = runLimited(['lint', '.', '--quiet', ...options]);
      assert.equal(run.status, 2);
      assert.match(run.stderr, /large\.html: 磁盘已满[\s\S]*此前已写入/);
      assert.match(run.stderr, written);
      assert.ok(!existsSync(join(folder().path, 'large.html')));
    });

  it('keeps no half result in the cache', () => {
    folder().write('2023.md', realPair);
    const whole = runLimited(['lint', '2023.md']);
    const first = runLimited(['lint', '2023.md', '--cache', '--cache-location', 'cache']);
    const second = runLimited(['lint', '2023.md', '--cache', '--cache-location', 'cache']);
    for (const run of [first, second]) assert.deepEqual([run.status, run.stdout], [whole.status, whole.stdout]);
  });

  if (existsSync('/dev/full'))
    it('is told of, where standard output goes to it', () => {
      folder().write('a.md', fixable);
      const script = `"${process.execPath}" "${builtProgram()}" lint a.md > /dev/full`;
      const run = spawnSync('sh', ['-c', script], { cwd: folder().path, encoding: 'utf8' });
      assert.deepEqual([run.status, /磁盘已满.*输出不完整，不要使用/.test(run.stderr)], [2, true], run.stderr);
    });

  it('leaves the old file whole, on a real one too, where one can be made', () => {
    const disk = smallDisk();
    if (disk === undefined) return;
    try {
      writeFileSync(join(disk, '2023.md'), realPair);
      const command = [builtProgram(), 'lint', '--fix', '2023.md'];
      const run = spawnSync(process.execPath, command, { cwd: disk, encoding: 'utf8', env: limitedEnv });
      assert.deepEqual([run.status, /磁盘已满/.test(run.stderr)], [2, true], run.stderr);
      assert.ok(readFileSync(join(disk, '2023.md')).equals(realPair));
      assert.deepEqual(readdirSync(disk), ['2023.md']);
    } finally {
      spawnSync('sh', ['-c', 'umount "$1"', 'sh', disk]);
      rmSync(disk, { recursive: true });
    }
  });
});

/** Runs the program as somebody who may not write everywhere. */
function runAsUser(args: readonly string[], cwd: string) {
  const user = isRoot ? { uid: 65534, gid: 65534 } : {};
  return spawnSync(process.execPath, [builtProgram(), ...args], { cwd, encoding: 'utf8', env: limitedEnv, ...user });
}

/** Starts the program on a disk so slow that a new file waits before it takes its place. */
function startSlow(args: readonly string[], cwd: string) {
  const slow = new URL('slow-disk.mjs', import.meta.url).href;
  const child = spawn(process.execPath, ['--import', slow, builtProgram(), ...args], {
    cwd,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return {
    flushing: new Promise((resolve) => child.once('message', resolve)),
    goOn: () => {
      child.on('message', () => child.send('on'));
      child.send('on');
      return ended;
    },
    interrupt: async (signal: NodeJS.Signals) => {
      child.kill(signal);
      await ended;
      return child.signalCode;
    },
  };
}

/** Node’s own cache of compiled code is not to meet the limit. */
const limitedEnv = { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1', LANG: 'zh_CN.UTF-8' };

/** A disk with room for one draft and a half; undefined where none can be made. */
function smallDisk(): string | undefined {
  if (!isRoot || process.platform !== 'linux') return undefined;
  const path = mkdtempSync(join(tmpdir(), 'bizenv-disk-'));
  if (spawnSync('sh', ['-c', 'mount -t tmpfs -o size=160k tmpfs "$1"', 'sh', path]).status === 0) return path;
  rmSync(path, { recursive: true });
  return undefined;
}
