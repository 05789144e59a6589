import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeText } from '#server/files/encoding.ts';
import { fixable, folderForEach, pair } from './bizenv.ts';

const realPair = readFileSync(new URL('../../seeds/shenzhen-2023.md', import.meta.url), 'utf8');

describe('bizenv lint --fix-dry-run', () => {
  const folder = folderForEach();

  /** Applies the diff with Git, and compares with what `--fix` writes. */
  async function checkApplies(name: string, content: string | Buffer, cwd = '.'): Promise<void> {
    execFileSync('git', ['init', '-q'], { cwd: folder().path });
    folder().write(name, content);
    const run = await folder().run(['lint', name, '--fix-dry-run']);
    assert.deepEqual(folder().read(name), Buffer.from(content), 'nothing is written');
    execFileSync('git', ['apply'], { cwd: join(folder().path, cwd), input: run.stdout });
    const applied = folder().read(name);
    folder().write(name, content);
    await folder().run(['lint', name, '--fix']);
    assert.deepEqual(applied, folder().read(name));
    assert.notDeepEqual(applied, Buffer.from(content));
  }

  it('prints a diff that Git applies to what --fix writes', async () => {
    await checkApplies('a.md', realPair);
  });

  it('keeps CRLF, a byte order mark, and a last line without its end', async () => {
    await checkApplies('a.md', `\uFEFF${fixable.trimEnd().replaceAll('\n', '\r\n')}`);
  });

  it('names files with blanks, quotation marks and Chinese characters as Git does', async () => {
    await checkApplies('草 稿/a "b"\t甲.md', fixable);
    await checkApplies('c d.md', fixable);
  });

  it('is the diff of the repository, in whichever folder of it the command runs', async () => {
    execFileSync('git', ['init', '-q'], { cwd: folder().path });
    mkdirSync(join(folder().path, 'sub'));
    folder().write('sub/a.md', fixable);
    const run = await folder().run(['lint', 'sub/a.md', '--fix-dry-run']);
    assert.match(run.stdout, /^diff --git a\/sub\/a\.md b\/sub\/a\.md\n--- a\/sub\/a\.md\n\+\+\+ b\/sub\/a\.md\n@@ /);
  });

  it('tells on standard error what would be fixed, what remains, and what a diff cannot hold', async () => {
    folder().write('a.md', await encodeText(fixable, { encoding: 'gb18030', bom: false }));
    folder().write('b.md', fixable);
    const run = await folder().run(['lint', 'a.md', 'b.md', '--fix-dry-run']);
    assert.equal(run.code, 0);
    assert.match(run.stderr, /可修改 2 处：a\.md、b\.md（未写入）\n修改后：\n✔ 2 个文件，没有问题/);
    assert.match(run.stderr, /a\.md 的编码是 gb18030/);
    assert.doesNotMatch(run.stdout, /a\/a\.md/);
  });

  it('prints nothing where there is nothing to fix, and puts a report into its file only', async () => {
    folder().write('a.md', pair);
    const run = await folder().run(['lint', 'a.md', '--fix-dry-run', '-f', 'json=out.json']);
    assert.deepEqual([run.code, run.stdout], [0, '']);
    assert.match(run.stderr, /没有可以自动修改的问题/);
    assert.deepEqual(readdirSync(folder().path).sort(), ['a.md', 'out.json']);
    assert.equal((await folder().run(['lint', 'a.md', '--fix-dry-run', '-f', 'json'])).code, 2);
  });
});
