import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { folderForEach, mismatched, pair, rulesOf } from './bizenv.ts';

describe('a baseline', () => {
  const folder = folderForEach();
  const lint = (...args: string[]) => folder().run(['lint', ...args]);

  beforeEach(async () => {
    folder().write('a.md', mismatched);
    const run = await lint('a.md', '--write-baseline', 'base.json');
    assert.deepEqual([run.code, run.stderr], [0, 'bizenv: 已把 1 个问题记入基线 base.json。\n']);
  });

  const edits: readonly (readonly [string, (text: string) => string])[] = [
    ['lines put in', (text) => text.replace('## 一、', '发文说明。\n\n## 一、')],
    ['tasks renumbered', (text) => text.replace('2. 上线', '12. 上线').replace('| 2 |', '| 12 |')],
    ['the task’s own words edited', (text) => text.replaceAll('上线企业服务专区', '上线全市企业服务专区')],
  ];
  for (const [name, edit] of edits)
    it(`holds through ${name}`, async () => {
      folder().write('a.md', edit(mismatched));
      const run = await lint('a.md', '--baseline', 'base.json', '-f', 'json');
      assert.ok(!rulesOf(run).includes('lead-mismatch'), run.stdout);
      assert.doesNotMatch(run.stderr, /不再出现/);
    });

  it('covers one finding an entry, and never grows by itself', async () => {
    const before = folder().read('base.json').toString();
    folder().write('a.md', mismatched.replace('（市商务局）', '（市税务局）'));
    const run = await lint('a.md', '--baseline', 'base.json');
    assert.equal(run.code, 1);
    assert.match(run.stdout, /第 1 [项行]/);
    assert.match(run.stdout, /基线中已有的 1 个未列出/);
    assert.equal(folder().read('base.json').toString(), before);
  });

  it('tells which of its entries are gone, of files that are gone too', async () => {
    folder().write('b.md', pair);
    folder().write('a.md', pair);
    const fixed = await lint('a.md', '--baseline', 'base.json');
    assert.equal(fixed.code, 0);
    assert.match(fixed.stderr, /有 1 项已不再出现[\s\S]*a\.md {2}lead-mismatch/);
    assert.equal((await lint('b.md', '--baseline', 'base.json')).stderr, '', 'a file that was not read proves nothing');
    rmSync(join(folder().path, 'a.md'));
    assert.match((await lint('b.md', '--baseline', 'base.json')).stderr, /有 1 项已不再出现/);
  });

  it('loses with --prune-baseline what is gone, takes nothing new in, and keeps what another run looks at', async () => {
    folder().write('b.md', mismatched);
    folder().write('c.md', mismatched);
    await lint('.', '--write-baseline', 'base.json');
    folder().write('a.md', pair.replace('（市商务局）', '（市税务局）'));
    rmSync(join(folder().path, 'c.md'));
    const run = await lint('a.md', '--baseline', 'base.json', '--prune-baseline');
    assert.equal(run.code, 1);
    assert.match(run.stderr, /已从基线 base\.json 中去掉不再出现的 2 项/);
    assert.deepEqual(Object.keys(JSON.parse(folder().read('base.json').toString()).files), ['b.md']);
    assert.equal((await lint('b.md', '--baseline', 'base.json')).stderr, '');
    assert.equal((await lint('b.md', '--prune-baseline')).code, 2);
  });

  it('covers as many findings that are told alike as it counted', async () => {
    const marks = (count: number) => pair.replace('上线企业服务专区。', '上线《企业服务专区。'.repeat(count));
    folder().write('a.md', marks(2));
    await lint('a.md', '--write-baseline', 'base.json');
    const covered = await lint('a.md', '--baseline', 'base.json', '-f', 'json');
    assert.deepEqual([rulesOf(covered), covered.stderr], [[], '']);
    folder().write('a.md', marks(3));
    assert.deepEqual(rulesOf(await lint('a.md', '--baseline', 'base.json', '-f', 'json')), ['unbalanced-mark']);
    folder().write('a.md', marks(1));
    assert.match((await lint('a.md', '--baseline', 'base.json')).stderr, /有 1 项已不再出现/);
  });

  it('costs what it holds, and not what it counts', async () => {
    const entries = Array.from({ length: 300 }, (_, at) => ({
      rule: 'x',
      task: `${at}`,
      words: 'y',
      count: 1_000_000,
    }));
    folder().write('many.json', JSON.stringify({ version: 1, files: { 'a.md': entries, 'gone.md': entries } }));
    const run = await lint('a.md', '--baseline', 'many.json');
    assert.equal(run.code, 1);
    assert.match(run.stderr, /有 600000000 项已不再出现[\s\S]*a\.md {2}x {2}0 {2}y {2}×1000000\n/);
  });

  it('names files from its own folder, wherever the run is', async () => {
    folder().write('sub/c.md', mismatched);
    await lint('sub/c.md', '--write-baseline', 'sub/base.json');
    assert.ok('c.md' in JSON.parse(folder().read('sub/base.json').toString()).files);
    assert.equal((await lint('sub/c.md', '--baseline', 'sub/base.json')).code, 0);
  });

  for (const [name, text, message] of [
    ['is missing', undefined, /x\.json: 文件不存在/],
    ['is no JSON', '{', /x\.json:1:\d+: JSON 语法错误/],
    ['is something else', '{"version": 1, "files": {"a.md": [{}]}}', /x\.json:1:\d+: 这不是基线文件/],
    ['is of another version', '{"version": 2, "files": {}}', /x\.json:1:13: 这不是基线文件（version 处不符）/],
  ] as const)
    it(`that ${name} ends the run before anything is fixed`, async () => {
      if (text !== undefined) folder().write('x.json', text);
      const run = await lint('a.md', '--baseline', 'x.json', '--fix-suggestions');
      assert.deepEqual([run.code, run.stdout], [2, '']);
      assert.match(run.stderr, message);
      assert.equal(folder().read('a.md').toString(), mismatched);
    });

  it('cannot be written and used at once, or written of a part', async () => {
    for (const other of [
      ['--baseline', 'base.json'],
      ['--shard', '1/2'],
      ['--changed-since', 'HEAD'],
    ])
      assert.equal((await lint('a.md', '--write-baseline', 'n.json', ...other)).code, 2);
    assert.equal((await lint('a.md', 'none.md', '--write-baseline', 'n.json')).code, 2);
    assert.throws(() => folder().read('n.json'));
  });
});

describe('--report-unused-directives', () => {
  const folder = folderForEach();

  it('fails the run for a directive that silences nothing, whatever the configuration says', async () => {
    folder().write('a.md', `<!-- bizenv-disable-task 2 lead-mismatch -->\n\n${pair}`);
    folder().write('bizenv.config.json', '{ "rules": { "unused-directive": "off" } }');
    assert.equal((await folder().run(['lint', 'a.md'])).code, 0);
    const run = await folder().run(['lint', 'a.md', '--report-unused-directives', '-f', 'json']);
    assert.equal(run.code, 1);
    assert.deepEqual(rulesOf(run), ['unused-directive']);
  });
});
