import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { LONGEST_TEXT } from '#shared/text/longest-text.ts';
import { folderForEach, mismatched, pair } from './bizenv.ts';

describe('bizenv lint, given what it cannot use', () => {
  const folder = folderForEach();

  async function failure(args: readonly string[], stdin?: Buffer) {
    const run = await folder().run(args, stdin === undefined ? {} : { stdin });
    assert.equal(run.code, 2, run.stdout + run.stderr);
    assert.equal(run.stdout, '');
    return run.stderr;
  }

  it('names a missing file, and the nearest one there is', async () => {
    folder().write('要点2026.md', pair);
    assert.equal(
      await failure(['lint', '要点2062.md']),
      'bizenv: 要点2062.md: 文件或文件夹不存在。是不是“要点2026.md”？\n',
    );
    assert.equal(
      await failure(['lint', 'a.md', '--locale', 'en']),
      'bizenv: a.md: no such file or folder. Check the path and the name.\n',
    );
  });

  it('says how standard input is read to who writes -', async () => {
    assert.match(await failure(['lint', '-']), /没有名为“-”的文件。从标准输入读取，请写 --stdin。/);
  });

  it('prints the findings of the other files when one is missing, and writes none', async () => {
    folder().write('a.md', mismatched);
    const run = await folder().run(['lint', 'a.md', 'b.md', '--fix-suggestions']);
    assert.equal(run.code, 2);
    assert.match(run.stdout, /lead-mismatch/);
    assert.match(run.stderr, /b\.md: 文件或文件夹不存在/);
    assert.equal(folder().read('a.md').toString(), mismatched);
  });

  it('refuses a folder without drafts', async () => {
    mkdirSync(join(folder().path, 'empty'));
    assert.match(await failure(['lint', 'empty']), /empty: 文件夹里没有可检查的 Markdown 文件/);
    folder().write('notes/readme.md', '# 说明\n');
    folder().write('notes/data.txt', pair);
    assert.match(
      (await folder().run(['lint', 'notes'])).stderr,
      /notes: 文件夹里的 1 个 Markdown 文件都没有工作要点或任务清单/,
    );
    assert.equal((await folder().run(['lint', 'notes'])).code, 2);
  });

  it('refuses a folder that is named like a file', async () => {
    folder().write('draft.md/a.md', pair);
    assert.match(await failure(['lint', 'draft.md']), /draft\.md: 这是一个文件夹，名字却像 Markdown 文件/);
  });

  it('refuses a pattern that matches nothing', async () => {
    assert.match(await failure(['lint', 'drafts/**/*.md']), /没有文件与这个通配符相符/);
  });

  it('refuses a file that is not text', async () => {
    folder().write('nul.md', Buffer.from('# a\0b\n'));
    folder().write('png.md', Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'));
    folder().write('broken.md', Buffer.concat([Buffer.from(pair), Buffer.from([0xff, 0xff, 0x80])]));
    for (const name of ['nul.md', 'png.md', 'broken.md'])
      assert.match(await failure(['lint', name]), new RegExp(`${name}: 这不是文本文件`));
    assert.match(await failure(['lint', '--stdin'], Buffer.from([0, 1, 2, 3])), /标准输入的内容不是文本/);
  });

  it('names the end of a symbolic link that leads nowhere, and a loop of links', async () => {
    symlinkSync('没有.md', join(folder().path, 'link.md'));
    symlinkSync('loop.md', join(folder().path, 'loop.md'));
    assert.match(await failure(['lint', 'link.md']), /link\.md: 这是一个符号链接，它指向的“没有\.md”不存在/);
    assert.match(await failure(['lint', 'loop.md']), /loop\.md: 符号链接绕成一圈/);
    folder().write('a.md', pair);
    assert.equal((await folder().run(['lint', '.'])).code, 0, 'a search passes them over');
  });

  it('refuses a file that is too large, without reading it', async () => {
    for (const size of [64_000_001, 5e9]) {
      // A file with a hole takes no room on the disk.
      truncateSync(folder().write('huge.md', ''), size);
      for (const command of ['lint', 'inspect', 'format', 'units'])
        assert.match(await failure([command, 'huge.md']), /huge\.md: 文件有 \d+ MB，超过上限 64 MB。请确认/, command);
    }
  });

  it('refuses a text that is too long, and takes the longest', async () => {
    const longest = pair.padEnd(LONGEST_TEXT, '\n');
    folder().write('longest.md', longest);
    folder().write('long.md', `${longest}\n`);
    assert.equal((await folder().run(['lint', 'longest.md'])).code, 0);
    const problem = /long\.md: 文本有 401 万字，超过上限 400 万字。请确认/;
    for (const command of ['lint', 'inspect', 'format', 'units'])
      assert.match(await failure([command, 'long.md']), problem);
    assert.match(await failure(['lint', '--stdin'], Buffer.from(`${longest}\n`)), /<stdin>: 文本有 401 万字/);
    assert.match(
      await failure(['lint', 'long.md', '--locale', 'en']),
      /long\.md: the text has 4\.1 million characters, more than the limit of 4 million\. Make sure/,
    );
    // The other file of a pair is named where it is named.
    folder().write('a.md', `---\npair: long.md\n---\n${pair}`);
    const { code, stderr } = await folder().run(['lint', 'a.md']);
    assert.deepEqual([code, /a\.md:2: 与本文件成对的 long\.md：文本有 401 万字/.test(stderr)], [2, true], stderr);
  });

  it('tells every problem, one a line', async () => {
    const lines = (await failure(['lint', 'a.md', 'b.md'])).trimEnd().split('\n');
    assert.equal(lines.length, 2);
  });

  it('names the nearest command, option, rule and value', async () => {
    assert.match(await failure(['lnit']), /没有“lnit”这个命令。是不是 bizenv lint？/);
    assert.match(await failure(['draft.md']), /请写 bizenv lint draft\.md/);
    assert.match(await failure(['lint', '--max-waring', '1']), /没有 --max-waring 这个选项。是不是 --max-warnings？/);
    assert.match(await failure(['lint', '-z']), /没有 -z 这个选项/);
    assert.match(
      await failure(['lint', 'a.md', '--rule', 'led-order=off']),
      /没有“led-order”这条规则。是不是“lead-order”？/,
    );
    assert.match(await failure(['lint', 'a.md', '--rule', 'constructor=off']), /没有“constructor”这条规则/);
    assert.match(await failure(['lint', 'a.md', '--rule', 'lead-order=warn']), /没有“warn”这个级别/);
    assert.match(await failure(['lint', 'a.md', '--rule', 'lead-order']), /--rule 的写法不对/);
    assert.match(await failure(['lint', 'a.md', '--format', 'jsn']), /没有“jsn”这个值。是不是“json”？/);
    assert.match(await failure(['lint', '--format']), /选项 --format 缺少值/);
    assert.match(await failure(['lint', '--config', '--fix']), /选项 --config 缺少值/);
    assert.match(await failure(['lint', '--fix=yes']), /选项 --fix 不带值/);
    assert.match(await failure(['lint', 'a.md', '--year', '23']), /--year 的值“23”不对/);
    assert.match(await failure(['lint', 'a.md', '--max-warnings', 'x']), /--max-warnings 的值“x”不对/);
    assert.match(await failure(['explain', 'led-order']), /是不是“lead-order”？/);
  });

  it('refuses options that contradict one another', async () => {
    assert.match(await failure(['lint', '--stdin', '--fix'], Buffer.from(pair)), /--stdin 不能与 --fix 同时使用/);
    assert.match(await failure(['lint', '--stdin', 'a.md']), /--stdin 不能与 a\.md 同时使用/);
    assert.match(await failure(['lint', '--stdin-filename', 'a.md']), /请加上 --stdin/);
    assert.match(await failure(['lint', 'a.md', '--config', 'c.json', '--no-config']), /--no-config/);
  });

  it('says what to do when no file is named and nothing is configured', async () => {
    assert.match(await failure(['lint']), /没有指定要检查的文件/);
    folder().write('bizenv.config.json', '{ "include": [] }');
    assert.match(await failure(['lint']), /没有指定要检查的文件/);
  });

  it('shows the control characters of a name instead of sending them', async () => {
    const stderr = await failure(['lint', '\u001b[2Ja.md']);
    assert.match(stderr, /␛\[2Ja\.md/);
  });

  it('fails on a front matter that names a missing file, or one far away', async () => {
    folder().write('a.md', `---\nyear: 2026\npair: b.md\n---\n\n${pair}`);
    assert.match((await folder().run(['lint', 'a.md'])).stderr, /a\.md:3: 与本文件成对的 b\.md：文件不存在/);
    folder().write('c.md', `---\npair: ../../etc/passwd\n---\n\n${pair}`);
    const run = await folder().run(['lint', 'c.md']);
    assert.equal(run.code, 2);
    assert.match(run.stderr, /c\.md:2: “pair”指向工作文件夹之外/);
  });

  it('follows no front matter out of the folder through a link', async () => {
    symlinkSync('/etc/passwd', join(folder().path, 'link.md'));
    folder().write('a.md', `---\npair: link.md\n---\n\n${pair}`);
    assert.match((await folder().run(['lint', 'a.md'])).stderr, /指向工作文件夹之外/);
  });
});
