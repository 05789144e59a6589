import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { builtFolder, builtProgram } from '../built.ts';
import { fixable, folderForEach, mismatched, pair, parseJson } from './bizenv.ts';

let program = '';

describe('the bundled program', () => {
  const folder = folderForEach();

  before(() => {
    program = builtProgram();
  });

  interface Identity {
    readonly uid?: number;
    readonly gid?: number;
  }

  function run(args: readonly string[], input: string | Buffer = '', identity: Identity = {}) {
    return spawnSync(process.execPath, [program, ...args], {
      cwd: folder().path,
      env: {
        PATH: process.env.PATH,
        ...(identity.uid === undefined ? { XDG_CACHE_HOME: `${builtFolder()}/../kept` } : {}),
      },
      input,
      encoding: 'utf8',
      ...identity,
    });
  }

  it('says in its exit code how it went', () => {
    folder().write('clean.md', pair);
    folder().write('bad.md', mismatched);
    assert.equal(run(['lint', 'clean.md']).status, 0);
    assert.equal(run(['lint', 'bad.md']).status, 1);
    assert.equal(run(['lint', 'none.md']).status, 2);
  });

  it('can be run as a program', () => {
    assert.ok((statSync(program).mode & 0o111) === 0o111);
    assert.match(readFileSync(program, 'utf8'), /^#!\/usr\/bin\/env node\n/);
    assert.match(spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout, /^\d+\.\d+\.\d+\n$/);
  });

  it('reads standard input', () => {
    const { stdout, status } = run(['lint', '--stdin', '-f', 'json'], mismatched);
    assert.equal(status, 1);
    assert.equal(parseJson({ code: 1, stdout, stderr: '' }).files[0]?.path, '<stdin>');
  });

  it('carries every encoding, the configuration reader and the writer with it', async () => {
    const { encodeText } = await import('#server/files/encoding.ts');
    folder().write('sub/a.md', await encodeText(fixable, { encoding: 'gb18030', bom: false }));
    folder().write('.gitignore', 'old/\n');
    folder().write('old/b.md', fixable);
    folder().write('units.json', '{ "places": ["云州市"], "units": [] }');
    folder().write(
      'bizenv.config.json',
      '{ "include": ["**/*.md"], "exclude": ["x"], "units": ["units.json"], "overrides": [{ "files": ["y"] }], "rules": { "unknown-unit": "off" } }',
    );
    const { status, stdout, stderr } = run(['lint', '--fix']);
    assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
    assert.match(stdout, /写入 sub\/a\.md/);
    const expected = await encodeText(fixable.replace('[2026]', '〔2026〕'), { encoding: 'gb18030', bom: false });
    assert.deepEqual(folder().read('sub/a.md'), expected);
  });

  it('runs every command', () => {
    folder().write('a.md', pair);
    for (const args of [
      ['rules'],
      ['explain', 'lead-order'],
      ['inspect', 'a.md'],
      ['inspect', 'a.md', '-f', 'json'],
      ['lint', '-h'],
    ]) {
      const { status, stderr } = run(args);
      assert.deepEqual([status, stderr], [0, ''], args.join(' '));
    }
  });

  it('ends quietly when its reader has seen enough', () => {
    const text = mismatched.replace('云政办发', '').concat('\n');
    for (let i = 0; i < 200; i++) folder().write(`${i}.md`, text);
    const script = `"${process.execPath}" "${program}" lint . --format json | head -n 1; exit \${PIPESTATUS[0]}`;
    const piped = spawnSync('bash', ['-c', script], { cwd: folder().path, encoding: 'utf8' });
    assert.deepEqual([piped.stdout, piped.stderr, piped.status], ['{\n', '', 1]);
  });

  it('says so when it may not read or write, and changes nothing', () => {
    folder().write('a.md', fixable, 0o644);
    folder().write('secret.md', fixable, 0o000);
    // Nothing is forbidden to the superuser: the program runs as nobody then.
    const identity = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    chmodSync(folder().path, 0o555);
    try {
      const unreadable = run(['lint', 'secret.md'], '', identity);
      assert.equal(unreadable.status, 2, unreadable.stderr);
      assert.match(unreadable.stderr, /secret\.md: 没有权限。请检查文件和所在文件夹的权限。/);
      const unwritable = run(['lint', 'a.md', '--fix'], '', identity);
      assert.equal(unwritable.status, 2, unwritable.stderr);
      assert.match(unwritable.stderr, /a\.md: 没有权限/);
      assert.match(unwritable.stdout, /document-number/);
    } finally {
      chmodSync(folder().path, 0o755);
    }
    assert.equal(folder().read('a.md').toString(), fixable);
    assert.deepEqual(readdirSync(folder().path), ['a.md', 'secret.md']);
  });
});
