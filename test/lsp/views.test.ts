import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { PairResult, TaskTree } from '#shared/protocol.ts';
import { Client } from './client.ts';
import { smallPair } from './pair-text.ts';

describe('the client’s own requests', () => {
  const uri = 'untitled:views.md';
  let client: Client;
  let version = 1;

  before(async () => {
    client = Client.start();
    await client.initialize();
    await client.open(uri, smallPair);
  });

  beforeEach(() => client.replaceAll(uri, smallPair, ++version));

  after(() => client.stop());

  const tasks = () => client.request<TaskTree | null>('bizenv/tasks', { uri });
  const pairAt = (words: string) =>
    client.request<PairResult | null>('bizenv/pair', { uri, position: client.at(uri, words, 1) });

  it('give the tasks by section and domain, with their state, and the units by their tasks', async () => {
    await client.replaceAll(
      uri,
      smallPair.replace(/\| 3 \| .*\n/, '').replace('（市水务局、', '（市财政局、'),
      ++version,
    );
    const tree = await tasks();
    assert.equal(tree?.paired, true);
    assert.equal(tree.year, 2024);
    assert.deepEqual(
      tree.sections.map(({ title, domains }) => [
        title,
        domains.map((domain) => [domain.title, domain.tasks.map(({ number, state }) => `${number} ${state}`)]),
      ]),
      [
        [
          '一、优化市场准入环境',
          [
            ['（一）提升企业开办服务水平', ['1 paired', '2 paired']],
            ['（二）优化市场准入监管', ['3 missing-row']],
          ],
        ],
        ['二、优化市政公用基础设施报装', [['（一）提高报装服务便利度', ['4 mismatched']]]],
      ],
    );
    assert.deepEqual(tree.units[0], { name: '市市场监管局', leads: [0, 1], supports: [] });
  });

  it('give every task of the real pair once', async () => {
    const real = readFileSync(new URL('../../seeds/shenzhen-2023.md', import.meta.url), 'utf8');
    await client.replaceAll(uri, real, ++version);
    const tree = await tasks();
    const all = tree?.sections.flatMap(({ domains }) => domains.flatMap((domain) => domain.tasks)) ?? [];
    assert.deepEqual(
      all.map(({ number }) => number),
      Array.from({ length: 100 }, (_, index) => index + 1),
    );
    assert.ok(all.every(({ point, row }) => point !== null && row !== null));
  });

  it('give both sides of a task with what differs', async () => {
    await client.replaceAll(
      uri,
      smallPair.replace('| 清理招标采购', '| 清理招标投标').replace('（市财政局）', '（市司法局）'),
      ++version,
    );
    const pair = await pairAt('3. 清理');
    assert.equal(pair?.state, 'mismatched');
    const marked = (side: PairResult['row']) =>
      side?.text.differences.map(({ start, end }) => side.text.text.slice(start, end));
    assert.deepEqual(marked(pair.point), ['采购']);
    assert.deepEqual(marked(pair.row), ['投标']);
    assert.deepEqual(pair.row?.leadUnits, [{ name: '市财政局', onBothSides: false }]);
    assert.equal(pair.row?.task, '保障公平竞争');
    assert.deepEqual(
      pair.findings.map(({ rule }) => rule),
      ['lead-mismatch'],
    );
    assert.equal(pair.previous?.range.start.line, client.at(uri, '2. 修订').line);
    assert.equal(pair.next?.range.start.line, client.at(uri, '4. 推行').line);
  });

  it('give nothing outside the tasks, and nothing for a text that holds no part', async () => {
    assert.equal(await pairAt('各有关单位'), null);
    await client.replaceAll(uri, '# 笔记\n', ++version);
    assert.equal(await tasks(), null);
  });
});
