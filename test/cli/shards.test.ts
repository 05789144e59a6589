import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { membersOf } from '#server/cli/lint/shard-members.ts';
import { readReport } from '#server/cli/merge/read-report.ts';
import { reportFormats } from '#server/cli/options.ts';
import { InputError } from '#server/files/input-error.ts';
import { folderForEach, list, mismatched, pair, points, type Run } from './bizenv.ts';
import { manyDrafts } from './reports.ts';

describe('bizenv lint --shard', () => {
  const folder = folderForEach();

  it('splits evenly, completely, and by names alone', () => {
    const names = Array.from({ length: 1001 }, (_, index) => `草稿/${index}.md`);
    const parts = Array.from({ length: 8 }, (_, index) => membersOf({ index: index + 1, total: 8 }, names));
    assert.deepEqual(
      parts.flat().sort((a, b) => a - b),
      names.map((_, index) => index),
    );
    assert.ok(parts.every((part) => part.length === 125 || part.length === 126));
    const reversed = [...names].reverse();
    const third = membersOf({ index: 3, total: 8 }, reversed).map((index) => reversed[index]);
    assert.deepEqual(new Set(third), new Set(parts[2]?.map((index) => names[index])));
  });

  for (const given of ['0/8', '9/8', '3', '3/0', 'a/b', '1/99999'])
    it(`refuses ${given}`, async () => {
      folder().write('a.md', pair);
      const run = await folder().run(['lint', 'a.md', '--shard', given]);
      assert.deepEqual([run.code, run.stdout], [2, '']);
      assert.match(run.stderr, /--shard 的值/);
    });

  it('keeps the files of a pair together', async () => {
    for (let index = 0; index < 6; index++) {
      folder().write(`${index}/p.md`, `---\npair: l.md\n---\n\n${points.replace('（市司法局）', '（市教育局）')}`);
      folder().write(`${index}/l.md`, list);
    }
    for (const index of [1, 2, 3, 4]) {
      const run = await folder().run(['lint', '.', '--shard', `${index}/4`, '-f', 'json']);
      const paths: readonly string[] = JSON.parse(run.stdout).files.map((file: { readonly path: string }) => file.path);
      for (const path of paths) assert.ok(paths.includes(path.replace('p.md', 'l.md')));
    }
  });

  it('passes an empty shard', async () => {
    folder().write('a.md', pair);
    const runs = [
      await folder().run(['lint', '.', '--shard', '1/2']),
      await folder().run(['lint', '.', '--shard', '2/2']),
    ];
    assert.deepEqual(
      runs.map(({ code }) => code),
      [0, 0],
    );
    assert.ok(runs.some(({ stdout }) => /没有要检查的文件/.test(stdout)));
  });
});

describe('bizenv merge', () => {
  const folder = folderForEach();

  async function shards(total: number, ...more: string[]): Promise<readonly string[]> {
    const names = Array.from({ length: total }, (_, index) => `r${total}-${index + 1}.json`);
    for (const [index, name] of names.entries())
      await folder().run(['lint', 'drafts', '--shard', `${index + 1}/${total}`, '-f', `json=${name}`, ...more]);
    return names;
  }

  it('makes of one, two and eight shards the report of one run, in every format, with its exit code', async () => {
    for (const { name, text } of manyDrafts(24)) folder().write(name, text);
    const whole = new Map<string, Run>();
    for (const format of reportFormats) whole.set(format, await folder().run(['lint', 'drafts', '-f', format]));
    for (const total of [1, 2, 8]) {
      const names = await shards(total);
      for (const [format, run] of whole)
        assert.deepEqual(await folder().run(['merge', ...names.toReversed(), '-f', format]), run, `${total} ${format}`);
    }
  });

  it('reads a report that is longer than a text can be, a file a line', async () => {
    for (const { name, text } of manyDrafts(6)) folder().write(name, text);
    const [name = ''] = await shards(1);
    const path = folder().write('long.json', folder().read(name));
    const whole = await readReport(path, 'long.json');
    assert.ok(whole.isAsWritten && whole.files.length === 6);
    const text = folder().read(name).toString();
    assert.equal(text.match(/^ {4}\{"path":/gm)?.length, 6);
    assert.deepEqual(await readReport(path, 'long.json', 1), whole);
    const laidOut = JSON.stringify(JSON.parse(text), null, 2);
    folder().write('long.json', laidOut);
    assert.deepEqual(await readReport(path, 'long.json', 1), whole);
    folder().write('long.json', laidOut.slice(0, -20));
    await assert.rejects(readReport(path, 'long.json', 1), InputError);
  });

  it('takes reports that are no shards, and counts warnings over all', async () => {
    folder().write('a.md', mismatched);
    folder().write('b.md', pair);
    for (const name of ['a', 'b']) await folder().run(['lint', `${name}.md`, '-f', `json=${name}.json`]);
    const run = await folder().run(['merge', '?.json', '-f', 'sarif']);
    assert.equal(run.code, 1);
    assert.equal(JSON.parse(run.stdout).runs[0].results.length, 1);
    for (const { name, text } of manyDrafts(6)) folder().write(name, text);
    const names = await shards(2, '--rule', 'lead-mismatch=warning');
    assert.equal((await folder().run(['merge', ...names])).code, 0);
    assert.equal((await folder().run(['merge', ...names, '--max-warnings', '1'])).code, 1);
  });

  it('adds up what the shards fixed, and what their baseline covers and holds in vain', async () => {
    const write = () => {
      for (const { name, text } of manyDrafts(12)) folder().write(name, text);
    };
    write();
    const whole = await folder().run(['lint', 'drafts', '--fix', '-f', 'json']);
    write();
    const fixed = await shards(3, '--fix');
    assert.equal((await folder().run(['merge', ...fixed, '-f', 'json'])).stdout, whole.stdout);
    write();
    await folder().run(['lint', 'drafts', '--write-baseline', 'base.json']);
    folder().write('drafts/0/0.md', pair);
    rmSync(join(folder().path, 'drafts/3/3.md'));
    const names = await shards(3, '--baseline', 'base.json');
    const run = await folder().run(['merge', ...names, '-f', 'json']);
    const single = await folder().run(['lint', 'drafts', '--baseline', 'base.json', '-f', 'json']);
    assert.deepEqual([run.code, run.stdout], [single.code, single.stdout]);
    assert.match(run.stderr, /基线 base\.json 中有 3 项已不再出现/);
  });

  it('refuses what it cannot merge', async () => {
    for (const { name, text } of manyDrafts(6)) folder().write(name, text);
    const [one = '', two = ''] = await shards(2);
    const [third = ''] = await shards(3);
    folder().write('a.md', mismatched);
    await folder().run(['lint', 'a.md', '-f', 'json=a.json']);
    folder().write('a.md', `变\n${mismatched}`);
    const second = folder().read(two).toString();
    folder().write('edited.json', second.replace('"severity":"error"', '"severity":"info"'));
    folder().write('half.json', second.slice(0, second.length / 2));
    await folder().run(['lint', 'drafts', '--shard', '2/2', '--year', '2025', '-f', 'json=foreign.json']);
    folder().write('bad.json', '{"version": 1,');
    folder().write('other.json', '{"version": 1, "files": 3}');
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [[], /没有指定报告/],
      [[one], /缺少分片 2\/2/],
      [[one, one], /第 1\/2 分片已在 r2-1\.json 中/],
      [[one, third], /不是 2 个分片之一/],
      [[one, two, 'a.json'], /a\.json: 这份报告不是 2 个分片之一/],
      [['a.json'], /a\.md 不是当时检查的内容/],
      [[one, 'edited.json'], /edited\.json: 这份报告写成之后被改动过/],
      [[one, 'half.json'], /half\.json:\d+:\d+: JSON 语法错误/],
      [[one, 'foreign.json'], /foreign\.json: 这份报告与 r2-1\.json 不是同一次运行的/],
      [['bad.json'], /bad\.json:1:\d+: JSON 语法错误/],
      [['other.json'], /other\.json:1:25: 这不是 bizenv 的 JSON 报告/],
      [['none.json'], /none\.json: 文件不存在/],
    ];
    for (const [names, message] of cases) {
      const run = await folder().run(['merge', ...names, '-o', 'out.txt']);
      assert.deepEqual([run.code, run.stdout], [2, ''], names.join());
      assert.match(run.stderr, message);
      assert.throws(() => folder().read('out.txt'));
    }
  });

  it('fails where no shard checked anything', async () => {
    folder().write('empty.json', '{"version": 1, "files": [], "summary": {}}');
    assert.equal((await folder().run(['merge', 'empty.json'])).code, 2);
  });
});
