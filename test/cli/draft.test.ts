import assert from 'node:assert/strict';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { folderForEach, list, pair, points, rulesOf } from './bizenv.ts';

describe('bizenv draft', () => {
  const folder = folderForEach();
  const last = pair.replaceAll('2026', '2023').replace('措施。', '措施，2023年底前完成。');

  it('writes a draft that passes lint but for its blanks', async () => {
    folder().write('2023.md', last);
    const run = await folder().run(['draft', '--from', '2023.md', '--year', '2024', '--out', '2024.md']);
    assert.deepEqual([run.code, run.stdout], [0, ''], run.stderr);
    assert.match(run.stderr, /承接任务 3 项/);
    assert.match(folder().read('2024.md').toString(), /云州市2024年优化营商环境工作要点/);
    const checked = await folder().run(['lint', '2024.md', '--year', '2024', '--format', 'json']);
    assert.equal(checked.code, 0);
    assert.deepEqual(new Set(rulesOf(checked)), new Set(['placeholder']));
  });

  it('prints the draft without --out, and what was done on standard error', async () => {
    folder().write('2023.md', last);
    const run = await folder().run(['draft', '--from', '2023.md', '--year', '2024', '--carry', '1,3']);
    assert.match(run.stdout, /^2\. 修订企业信用修复办法。（市财政局）$/m);
    assert.match(run.stderr, /承接任务 2 项，不再列入 1 项/);
    const again = await folder().run(['draft', '--from', '2023.md', '--year', '2024', '--carry', '1,3']);
    assert.equal(again.stdout, run.stdout);
  });

  it('joins the two files of a pair', async () => {
    folder().write('a.md', points);
    folder().write('b.md', list);
    const run = await folder().run(['draft', '--from', 'a.md', '--from', 'b.md', '--year', '2027']);
    assert.equal(run.code, 0, run.stderr);
    assert.match(run.stdout, /工作要点[\s\S]*重点任务清单/);
  });

  it('replaces a file with --force only, and last year’s never', async () => {
    folder().write('2026.md', pair);
    folder().write('2027.md', '旧稿');
    const call = ['draft', '--from', '2026.md', '--year', '2027', '--out'];
    assert.equal((await folder().run([...call, '2027.md'])).code, 2);
    assert.equal(folder().read('2027.md').toString(), '旧稿');
    assert.equal((await folder().run([...call, '2026.md', '--force'])).code, 2);
    assert.equal(folder().read('2026.md').toString(), pair);
    assert.equal((await folder().run([...call, '2027.md', '--force'])).code, 0);
    assert.match(folder().read('2027.md').toString(), /2027年/);
  });

  it('says what is wrong with its input, and writes nothing', async () => {
    folder().write('pair.md', pair);
    folder().write('points.md', points);
    folder().write('other.md', list.replaceAll('2026', '2025'));
    folder().write('text.md', '# 日记\n\n今天下雨。\n');
    mkdirSync(join(folder().path, 'folder.md'));
    folder().write('locked.md', '旧稿', 0o444);
    for (const [args, says] of [
      [['--year', '2027'], /--from/],
      [['--from', 'pair.md'], /--year/],
      [['--from', 'pair.md', '--year', '2025'], /早于.*2026/],
      [['--from', 'pair.md', '--year', '2027', '--carry', '1,9'], /第 9 项不存在.*1 到 3/],
      [['--from', 'pair.md', '--year', '2027', '--carry', '3-1'], /1,5,9-20/],
      [['--from', 'points.md', '--year', '2027'], /没有任务清单/],
      [['--from', 'text.md', '--year', '2027'], /没有工作要点/],
      [['--from', 'missing.md', '--year', '2027'], /不存在/],
      [['--from', 'points.md', '--from', 'other.md', '--year', '2027'], /年份不同：2026、2025/],
      [['--from', 'pair.md', '--from', 'points.md', '--year', '2027'], /不是一对/],
      [['--from', 'pair.md', '--year', '2027', '--out', 'folder.md'], /文件夹/],
      [['--from', 'pair.md', '--year', '2027', '--out', 'none/new.md'], /文件夹不存在/],
      [['--from', 'pair.md', '--year', '2027', '--out', 'locked.md', '--force'], /只读|权限/],
    ] as const) {
      const run = await folder().run(['draft', ...args]);
      assert.deepEqual([run.code, run.stdout], [2, ''], args.join(' '));
      assert.match(run.stderr, says);
    }
    assert.ok(!existsSync(join(folder().path, 'none')));
    assert.equal(folder().read('locked.md').toString(), '旧稿');
  });
});
