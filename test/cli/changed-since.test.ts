import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { folderForEach, mismatched, pair, parseJson, rulesOf } from './bizenv.ts';

describe('--changed-since', () => {
  const folder = folderForEach();

  function git(...args: string[]): void {
    const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false'];
    execFileSync('git', [...identity, ...args], { cwd: folder().path, stdio: 'pipe' });
  }

  function commit(files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) folder().write(name, text);
    git('add', '-A');
    git('commit', '-qm', 'x');
  }

  const lint = (...args: string[]) => folder().run(['lint', '.', '-f', 'json', ...args]);

  beforeEach(() => git('init', '-q'));

  it('leaves out what was there before', async () => {
    commit({ 'a.md': mismatched, 'b.md': pair });
    folder().write('b.md', pair.replace('出台市场准入', '出台全市市场准入'));
    const run = await lint('--changed-since', 'HEAD');
    assert.equal(run.code, 0, run.stdout + run.stderr);
    assert.deepEqual(
      parseJson(run).files.map((file) => file.path),
      ['b.md'],
    );
  });

  it('reports a mistake on a changed line, whichever side of the pair it is told on', async () => {
    commit({ 'a.md': pair, 'b.md': pair });
    folder().write('a.md', mismatched);
    folder().write('b.md', pair.replace('| 市司法局 |', '| 市教育局 |'));
    const run = await lint('--changed-since', 'HEAD');
    assert.deepEqual(rulesOf(run), ['lead-mismatch', 'lead-mismatch']);
  });

  it('reports what is on the other side of a pair that was touched', async () => {
    commit({ 'a.md': pair.replace('修订企业信用修复办法。（', '修订企业信用修复办法，待定。（') });
    folder().write('a.md', folder().read('a.md').toString().replace('| 修订企业', '| 尽快修订企业'));
    assert.ok(rulesOf(await lint('--changed-since', 'HEAD')).includes('placeholder'));
    folder().write(
      'a.md',
      pair.replace('修订企业信用修复办法。（', '修订企业信用修复办法，待定。（').replace('| 出台', '| 尽快出台'),
    );
    assert.ok(!rulesOf(await lint('--changed-since', 'HEAD')).includes('placeholder'));
  });

  it('reports the point whose row was deleted', async () => {
    commit({ 'a.md': pair });
    folder().write('a.md', pair.replace(/^\| 3 .*\n/m, ''));
    assert.deepEqual(rulesOf(await lint('--changed-since', 'HEAD')), ['missing-row']);
  });

  it('takes new files whole, and files in a folder with blanks and Chinese names', async () => {
    commit({ 'x.md': pair });
    folder().write('新 草稿/"甲".md', mismatched);
    assert.deepEqual(rulesOf(await lint('--changed-since', 'HEAD')), ['lead-mismatch']);
    git('add', '-A');
    assert.deepEqual(rulesOf(await lint('--changed-since', 'HEAD')), ['lead-mismatch']);
  });

  it('compares a file that was moved with what it was', async () => {
    commit({ 'a 甲.md': mismatched });
    git('mv', 'a 甲.md', 'b 乙.md');
    assert.deepEqual(rulesOf(await lint('--changed-since', 'HEAD')), []);
    folder().write('b 乙.md', mismatched.replace('修订企业信用修复办法。（', '修订企业信用修复办法，待定。（'));
    assert.deepEqual(rulesOf(await lint('--changed-since', 'HEAD')), ['placeholder']);
  });

  it('leaves out what the other branch has changed meanwhile', async () => {
    commit({ 'a.md': mismatched, 'b.md': pair });
    git('checkout', '-qb', 'ours');
    commit({ 'b.md': pair.replace('出台市场准入', '出台全市市场准入') });
    git('checkout', '-qb', 'theirs', 'HEAD~1');
    commit({ 'a.md': pair });
    git('checkout', '-q', 'ours');
    assert.deepEqual(rulesOf(await lint('--changed-since', 'theirs')), []);
  });

  it('takes as new what Git does not track, ignored or not, and what it no longer tracks', async () => {
    commit({ '.gitignore': 'x.md\n', 'y.md': mismatched });
    folder().write('x.md', mismatched);
    git('rm', '-q', '--cached', 'y.md');
    const run = await folder().run(['lint', 'x.md', 'y.md', '-f', 'json', '--changed-since', 'HEAD']);
    assert.deepEqual(rulesOf(run), ['lead-mismatch', 'lead-mismatch']);
  });

  it('compares a file of a submodule with the commit that the repository held then', async () => {
    const inner = (...args: string[]) => git('-C', 'inner', ...args);
    git('init', '-q', 'inner');
    folder().write('inner/a.md', mismatched);
    folder().write('inner/b.md', mismatched);
    inner('add', '-A');
    inner('commit', '-qm', 'x');
    git('submodule', '--quiet', 'add', './inner', 'inner');
    git('commit', '-qm', 'x');
    folder().write('inner/a.md', mismatched.replace('上线企业服务专区。（', '上线企业专区。（'));
    inner('commit', '-qam', 'y');
    folder().write('inner/c.md', mismatched);
    const run = await lint('--changed-since', 'HEAD', '--rule', 'term-mismatch=off');
    const found = parseJson(run).files.map(({ path, findings }) => [path, findings.map(({ rule }) => rule)]);
    assert.deepEqual(found, [
      ['inner/a.md', ['lead-mismatch']],
      ['inner/c.md', ['lead-mismatch']],
    ]);
  });

  it('works from a folder within the repository', async () => {
    commit({ 'in 内/a.md': pair, 'b.md': pair });
    folder().write('in 内/a.md', mismatched);
    folder().write('b.md', mismatched);
    const run = await folder().run(['lint', '.', '-f', 'json', '--changed-since', 'HEAD'], { cwd: 'in 内' });
    assert.deepEqual(rulesOf(run), ['lead-mismatch']);
  });

  it('says so and passes where nothing changed, in shards too', async () => {
    commit({ 'a.md': mismatched });
    const run = await lint('--changed-since', 'HEAD');
    assert.deepEqual([run.code, parseJson(run).files, run.stderr], [0, [], '']);
    const told = await folder().run(['lint', '.', '--changed-since', 'HEAD']);
    assert.deepEqual([told.code, told.stdout], [0, '自 HEAD 以来没有草稿改动。\n']);
    for (const index of [1, 2]) await lint('--changed-since', 'HEAD', '--shard', `${index}/2`, '-o', `r${index}.json`);
    assert.deepEqual(await folder().run(['merge', 'r1.json', 'r2.json']), told);
  });

  it('refuses a revision that does not exist, or that is an option', async () => {
    commit({ 'a.md': pair });
    assert.match((await lint('--changed-since', 'nowhere')).stderr, /没有“nowhere”这个版本/);
    const sly = await lint('--changed-since=--output=stolen');
    assert.equal(sly.code, 2);
    assert.throws(() => folder().read('stolen'));
  });

  it('refuses a folder that is no repository', async () => {
    folder().write('a.md', pair);
    rmSync(join(folder().path, '.git'), { recursive: true });
    const run = await lint('--changed-since', 'HEAD');
    assert.equal(run.code, 2);
    assert.match(run.stderr, /不是 Git 仓库/);
  });
});
