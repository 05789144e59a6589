import assert from 'node:assert/strict';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { readTextFile } from '#server/files/text-file.ts';
import { writeTextFile } from '#server/files/write-text-file.ts';
import { fixable, folderForEach, list, mismatched, pair, points, rulesOf } from './bizenv.ts';

const realPair = readFileSync(new URL('../../seeds/shenzhen-2023.md', import.meta.url), 'utf8');
const fixed = fixable.replace('[2026]', '〔2026〕');

describe('bizenv lint --fix', () => {
  const folder = folderForEach();

  it('exits 0 when it fixed everything, and says what it wrote', async () => {
    folder().write('a.md', fixable);
    const run = await folder().run(['lint', 'a.md', '--fix', '--max-warnings', '0']);
    assert.deepEqual(run, { code: 0, stdout: '已修改 1 处，写入 a.md\n✔ 1 个文件，没有问题\n', stderr: '' });
    assert.equal(folder().read('a.md').toString(), fixed);
  });

  it('does not apply suggestions; --fix-suggestions does', async () => {
    folder().write('a.md', mismatched);
    assert.equal((await folder().run(['lint', 'a.md', '--fix'])).code, 1);
    assert.equal(folder().read('a.md').toString(), mismatched);
    const run = await folder().run(['lint', 'a.md', '--fix-suggestions']);
    assert.equal(run.code, 0, run.stdout);
    assert.notEqual(folder().read('a.md').toString(), mismatched);
  });

  it('leaves no safe finding on the real pair, and changes nothing a second time', async () => {
    folder().write('a.md', realPair);
    const first = await folder().run(['lint', 'a.md', '--fix', '-f', 'json']);
    assert.ok(JSON.parse(first.stdout).summary.fixable === 0, first.stdout);
    const once = folder().read('a.md');
    await folder().run(['lint', 'a.md', '--fix']);
    assert.deepEqual(folder().read('a.md'), once);
  });

  it('keeps CRLF and the byte order mark', async () => {
    const windows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    folder().write('a.md', windows(fixable));
    await folder().run(['lint', 'a.md', '--fix']);
    assert.equal(folder().read('a.md').toString(), windows(fixed));
  });

  it('writes no lone line feed into a file that has none', async () => {
    folder().write('a.md', `\uFEFF${realPair.replaceAll('\n', '\r\n')}`);
    folder().write('b.md', pair.replace('3. 修订企业信用修复办法。（市财政局）\n', '').replaceAll('\n', '\r\n'));
    await folder().run(['lint', 'a.md', '--fix']);
    await folder().run(['lint', 'b.md', '--fix-suggestions']);
    for (const name of ['a.md', 'b.md']) assert.doesNotMatch(folder().read(name).toString(), /(?<!\r)\n/);
    assert.match(folder().read('b.md').toString(), /^3\. /m);
  });

  it('keeps permissions, and leaves no other file behind', async () => {
    folder().write('a.md', fixable, 0o640);
    await folder().run(['lint', 'a.md', '--fix']);
    assert.equal(statSync(join(folder().path, 'a.md')).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(folder().path), ['a.md']);
  });

  it('writes through a link', async () => {
    folder().write('real.md', fixable);
    symlinkSync('real.md', join(folder().path, 'link.md'));
    await folder().run(['lint', 'link.md', '--fix']);
    assert.ok(lstatSync(join(folder().path, 'link.md')).isSymbolicLink());
    assert.equal(folder().read('real.md').toString(), fixed);
  });

  it('leaves a read-only file alone, and every other file of the run', async () => {
    folder().write('a.md', fixable);
    const path = folder().write('b.md', fixable, 0o444);
    const run = await folder().run(['lint', 'a.md', 'b.md', '--fix', '-f', 'json']);
    assert.equal(run.code, 2);
    assert.match(run.stderr, /b\.md: (文件是只读的|没有权限)/);
    assert.deepEqual(
      rulesOf(run),
      ['document-number', 'document-number'],
      'the findings are those of the files as they are',
    );
    for (const name of ['a.md', 'b.md']) assert.equal(folder().read(name).toString(), fixable);
    chmodSync(path, 0o644);
  });

  it('does not overwrite a file that was changed since it was read', async () => {
    const path = folder().write('a.md', fixable);
    const file = await readTextFile(path, 'a.md');
    folder().write('a.md', pair);
    await assert.rejects(writeTextFile(file, fixed, 'a.md'), /changed by someone else/);
    assert.equal(folder().read('a.md').toString(), pair);
  });

  it('does not touch a file without a fix', async () => {
    const path = folder().write('a.md', pair);
    const before = statSync(path);
    await folder().run(['lint', 'a.md', '--fix']);
    assert.equal(statSync(path).ino, before.ino);
  });

  it('fixes both files of a pair', async () => {
    folder().write('a.md', `---\npair: b.md\n---\n\n${points.replace('## 一、', '云政办发[2026]1号\n\n## 一、')}`);
    folder().write(
      'b.md',
      list.replace(
        '|\n| 2 |',
        '|\n\n| 序号 | 所属领域 | 重点任务 | 具体举措 | 牵头单位 | 责任单位 |\n| --- | --- | --- | --- | --- | --- |\n| 2 |',
      ),
    );
    const run = await folder().run(['lint', 'a.md', '--fix']);
    assert.match(run.stdout, /写入 a\.md、b\.md/);
    assert.equal(folder().read('b.md').toString(), list);
  });
});
