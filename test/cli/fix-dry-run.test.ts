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

  for (const coding of [
    { encoding: 'gb18030', bom: false },
    { encoding: 'utf-16le', bom: true },
    { encoding: 'utf-16be', bom: true },
  ] as const)
    it(`changes files in ${coding.encoding} too, and says in words how`, async () => {
      const crlf = fixable.trimEnd().replaceAll('\n', '\r\n');
      await checkApplies('草 稿.md', await encodeText(crlf, coding));
      if (coding.encoding === 'gb18030') await checkApplies('草 稿.md', await encodeText(realPair, coding));
      folder().write('草 稿.md', await encodeText(fixable, coding));
      const { stdout } = await folder().run(['lint', '草 稿.md', '--fix-dry-run']);
      assert.match(stdout, new RegExp(`^# ${coding.encoding}\n# --- `));
    });

  it('holds several files in several encodings', async () => {
    execFileSync('git', ['init', '-q'], { cwd: folder().path });
    const texts = [
      fixable,
      await encodeText(fixable, { encoding: 'gb18030', bom: false }),
      fixable.replaceAll('\n', '\r\n'),
    ];
    const names = texts.map((_, index) => `${index}.md`);
    for (const [index, name] of names.entries()) folder().write(name, texts[index] ?? '');
    const run = await folder().run(['lint', '.', '--fix-dry-run']);
    assert.equal(run.code, 0);
    assert.match(run.stderr, /可修改 3 处：0\.md、1\.md、2\.md（未写入）\n修改后：\n✔ 3 个文件，没有问题/);
    execFileSync('git', ['apply'], { cwd: folder().path, input: run.stdout });
    const applied = names.map((name) => folder().read(name));
    for (const [index, name] of names.entries()) folder().write(name, texts[index] ?? '');
    await folder().run(['lint', '.', '--fix']);
    assert.deepEqual(
      applied,
      names.map((name) => folder().read(name)),
    );
  });

  it('gives Git every character, and a terminal none that it would obey', async () => {
    await checkApplies('a.md', fixable.replace('出台', '\u001b[31m出台'));
    folder().write('a.md', fixable.replace('## 一', '\u001b[31m\n\n## 一'));
    const run = await folder().run(['lint', 'a.md', '--fix-dry-run'], { isTTY: true });
    assert.match(run.stdout, /␛\[31m/);
    assert.ok(!run.stdout.includes('\u001b'));
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
