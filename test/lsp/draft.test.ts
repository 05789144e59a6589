import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { builtInDirectory } from '#server/directories/built-in.ts';
import { draftNextYear } from '#shared/drafting/draft.ts';
import {
  DRAFT,
  DRAFT_CHOICES,
  type DraftChoices,
  type DraftChoicesResult,
  type DraftParams,
  type DraftResult,
} from '#shared/protocol.ts';
import { SourceText } from '#shared/text/source-text.ts';
import { Client } from './client.ts';

const fixture = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

describe('drafting next year’s pair', () => {
  const seed = fixture('seeds/shenzhen-2023.md');
  const sectioned = fixture('test/fixtures/layouts/restart-per-domain.md');
  const [real, small, notes] = ['untitled:2023.md', 'untitled:small.md', 'untitled:notes.md'];
  const [points, list] = ['untitled:points.md', 'untitled:list.md'];
  let client: Client;

  before(async () => {
    client = Client.start();
    await client.initialize();
    await client.open(real, seed);
    await client.open(small, sectioned);
    await client.open(notes, '# 笔记\n');
    await client.open(points, fixture('test/fixtures/layouts/two-files-points.md').replace(/^pair:.*\n/m, ''));
    await client.open(list, fixture('test/fixtures/layouts/two-files-list.md').replace(/^pair:.*\n/m, ''));
  });

  after(() => client.stop());

  async function choices(...uris: readonly string[]): Promise<DraftChoices> {
    const result = await client.request<DraftChoicesResult>(DRAFT_CHOICES, { uris });
    assert.ok('choices' in result, JSON.stringify(result));
    return result;
  }

  const draft = (params: DraftParams) => client.request<DraftResult>(DRAFT, params);

  it('lists the tasks as last year’s file numbers them, each under its section and domain', async () => {
    const { year, choices: tasks } = await choices(real);
    assert.equal(year, 2023);
    assert.deepEqual(
      tasks.map(({ number }) => number),
      Array.from({ length: 100 }, (_, index) => index + 1),
    );
    assert.equal(new Set(tasks.map(({ section }) => section)).size, 10);
    assert.deepEqual(
      [tasks[0]?.section, tasks[0]?.domain, tasks[0]?.title],
      ['一、优化市场准入环境', '（一）完善市场准入监管机制', '出台优化市场化营商环境专项工作方案'],
    );
  });

  it('is the draft of the command line', async () => {
    const { fingerprint } = await choices(real);
    const carry = [0, 4, 8];
    const result = await draft({ uris: [real], year: 2024, carry, fingerprint });
    assert.ok('text' in result, JSON.stringify(result));
    const same = draftNextYear([new SourceText(seed)], {
      year: 2024,
      carry: [1, 5, 9],
      options: { directory: builtInDirectory() },
    });
    assert.equal(same.kind === 'draft' && same.source.text, result.text);
    assert.match(result.summary, /承接任务 3 项，不再列入 97 项/);
  });

  it('says what was replaced, in words and in full', async () => {
    const { fingerprint, choices: tasks } = await choices(real);
    const carry = tasks.map((_, index) => index);
    const result = await draft({ uris: [real], year: 2024, carry, fingerprint });
    assert.ok('text' in result);
    assert.match(result.summary, /更换单位名称 8 个、75 处/);
    assert.match(result.details, /^\| 深圳银保监局 \| 深圳金融监管局 \| 16 \| 名称已变更 \|$/m);
    assert.match(result.details, /年份 9 处已移后/);
    assert.match(result.details, /^- 单位目录中没有“市文化旅游体育局”.*→ 改为“市文化广电旅游体育局”/m);
  });

  it('takes the task that was chosen where numbers start again', async () => {
    const { choices: tasks, fingerprint } = await choices(small);
    const numbers = tasks.map(({ number }) => number);
    assert.ok(new Set(numbers).size < numbers.length);
    const chosen = tasks.findLastIndex(({ number }) => number === 1);
    const result = await draft({ uris: [small], year: 2031, carry: [chosen], fingerprint });
    assert.ok('text' in result, JSON.stringify(result));
    for (const [index, { title }] of tasks.entries())
      assert.equal(result.text.includes(title), index === chosen, title);
  });

  it('says which part a file lacks, and takes both files in either order', async () => {
    assert.deepEqual(await client.request<DraftChoicesResult>(DRAFT_CHOICES, { uris: [points] }), {
      refusal: '文件中只有工作要点，没有任务清单。',
      lacks: 'task-list',
    });
    const [one, other] = [await choices(points, list), await choices(list, points)];
    assert.deepEqual(one.choices, other.choices);
    const result = await draft({ uris: [points, list], year: 2031, carry: [0], fingerprint: one.fingerprint });
    assert.ok('text' in result, JSON.stringify(result));
  });

  it('reads the two files of a pair from disk in a folder that nobody trusts', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bizenv-draft-'));
    const other = Client.start();
    try {
      for (const name of ['two-files-points.md', 'two-files-list.md'])
        writeFileSync(join(folder, name), fixture(`test/fixtures/layouts/${name}`));
      await other.initialize({ folders: [pathToFileURL(folder).href], options: { trusted: false } });
      const uris = [pathToFileURL(join(folder, 'two-files-list.md')).href];
      const asked = await other.request<DraftChoicesResult>(DRAFT_CHOICES, { uris });
      assert.ok('choices' in asked, JSON.stringify(asked));
      assert.equal(asked.choices.length, 10);
      const { fingerprint } = asked;
      const result = await other.request<DraftResult>(DRAFT, { uris, year: 2026, carry: [0, 1], fingerprint });
      assert.match(JSON.stringify(result), /工作要点.*重点任务清单/);
    } finally {
      await other.stop();
      rmSync(folder, { recursive: true });
    }
  });

  it('is refused where there is no pair, for a year before, and when the text has changed', async () => {
    const asked = (uri: string) => client.request<DraftChoicesResult>(DRAFT_CHOICES, { uris: [uri] });
    assert.match(JSON.stringify(await asked(notes)), /refusal.*没有成对/);
    assert.match(JSON.stringify(await asked('untitled:missing.md')), /refusal.*无法读取/);
    const { fingerprint } = await choices(small);
    const request = { uris: [small], year: 2031, carry: [0], fingerprint };
    assert.match(JSON.stringify(await draft({ ...request, year: 1990 })), /refusal.*或以后的年份/);
    await client.replaceAll(small, sectioned.replace('\n\n', '\n\n\n'), 2);
    assert.match(JSON.stringify(await draft(request)), /refusal.*已经改动/);
  });
});
