import assert from 'node:assert/strict';
import { builtInDirectory } from '#server/directories/built-in.ts';
import { readDocument } from '#shared/model/read-document.ts';
import { SourceText } from '#shared/text/source-text.ts';
import { names, read } from './fixtures.ts';

const TITLE = '# 深圳市2024年优化营商环境重点任务清单\n\n';
const HEADER = '| 序号 | 所属领域 | 重点任务 | 具体举措 | 牵头单位 | 责任单位 |\n|---|---|---|---|---|---|\n';
const row = (number: number | string, extra: { domain?: string; lead?: string; others?: string } = {}) =>
  `| ${number} | ${extra.domain ?? '便利准入'} | 推进任务${number} | 落实第${number}项。 | ${extra.lead ?? '市商务局'} | ${extra.others ?? ''} |\n`;

describe('task lists', () => {
  it('joins the tables that page breaks cut out of one list', () => {
    const lists = read(`${TITLE}${HEADER}${row(1)}${row(2)}\n\n— 5 —\n\n${HEADER}${row(3)}`).taskLists;
    assert.deepEqual(
      lists.map(({ tables, rows }) => [tables.length, rows.length]),
      [[2, 3]],
    );
    assert.equal(lists[0]?.heading?.title.text, '深圳市2024年优化营商环境重点任务清单');
  });

  it('joins a table whose header is really a task', () => {
    const [list] = read(
      `${TITLE}${HEADER}${row(1)}\n\n第 2 页\n\n${row(2)}|---|---|---|---|---|---|\n${row(3)}`,
    ).taskLists;
    assert.deepEqual(
      list?.rows.map(({ label }) => label?.value),
      [1, 2, 3],
    );
    assert.equal(list?.tables[1]?.continues, true);
  });

  it('keeps lists with their own titles and numbers apart', () => {
    const second = '# 深圳市2024年优化营商环境改革事项清单\n\n';
    const lists = read(`${TITLE}${HEADER}${row(1)}${row(2)}\n${second}${HEADER}${row(1)}${row(2)}`).taskLists;
    assert.deepEqual(
      lists.map(({ rows }) => rows.length),
      [2, 2],
    );
  });

  it('takes a title in the table for no header', () => {
    const table = `| 重点任务清单 | | | |\n|---|---|---|---|\n| 序号 | 任务 | 措施 | 牵头单位 |\n| 1 | 推进 | 落实。 | 市商务局 |\n`;
    assert.equal(read(table).taskLists[0]?.rows.length, 1);
  });

  it('inherits no domain where a single cell was left empty', () => {
    const [list] = read(`${TITLE}${HEADER}${row(1)}${row(2, { domain: ' ' })}${row(3)}`).taskLists;
    assert.equal(list?.rows[1]?.domain, undefined);
  });

  it('reads roles out of one column by their words', () => {
    const table =
      '| 序号 | 任务 | 责任单位 |\n|---|---|---|\n| 1 | 推进 | 牵头单位：市商务局；配合单位：市财政局、市司法局 |\n| 2 | 推广 | 市商务局牵头，市财政局配合 |\n';
    const rows = read(table).taskLists[0]?.rows ?? [];
    assert.deepEqual(
      rows.map(({ leadUnits, responsibleUnits }) => [names(leadUnits), names(responsibleUnits)]),
      [
        ['*市商务局', '市财政局 市司法局'],
        ['*市商务局', '市财政局'],
      ],
    );
  });

  it('takes the first of one column for the lead where the document says so', () => {
    const table =
      '| 序号 | 任务 | 责任单位（排在首位的为牵头单位） |\n|---|---|---|\n| 1 | 推进 | 市商务局、市财政局 |\n';
    const [item] = read(table).taskLists[0]?.rows ?? [];
    assert.deepEqual([names(item?.leadUnits), names(item?.responsibleUnits)], ['*市商务局', '市财政局']);
  });

  it('takes 责任单位 beside 配合单位 for the lead', () => {
    const table = '| 序号 | 任务 | 责任单位 | 配合单位 |\n|---|---|---|---|\n| 1 | 推进 | 市商务局 | 市财政局 |\n';
    const [item] = read(table).taskLists[0]?.rows ?? [];
    assert.deepEqual([names(item?.leadUnits), names(item?.responsibleUnits)], ['*市商务局', '市财政局']);
  });

  it('reads units on lines of a cell, and names broken over lines', () => {
    const [list] = read(
      `${TITLE}${HEADER}${row(1, { lead: '市商务局<br>市财政局', others: '人民银行深圳市<br>中心支行、市市场<br>监管局' })}`,
    ).taskLists;
    assert.equal(names(list?.rows[0]?.leadUnits), '*市商务局 *市财政局');
    assert.equal(names(list?.rows[0]?.responsibleUnits), '人民银行深圳市中心支行 市市场监管局');
  });

  it('reads 无 and / as no units', () => {
    const [list] = read(
      `${TITLE}${HEADER}${row(1, { others: '无' })}${row(2, { others: '/' })}${row(3, { others: '——' })}`,
    ).taskLists;
    assert.ok(list?.rows.every(({ responsibleUnits }) => responsibleUnits === undefined));
  });

  it('reads section rows: bold, plain, repeated in every cell, with the mark in the number cell', () => {
    for (const line of [
      '| <b>一、优化准入</b> | | | | | |\n',
      '| 一、优化准入 | | | | | |\n',
      '| 一、优化准入 | 一、优化准入 | 一、优化准入 | 一、优化准入 | 一、优化准入 | 一、优化准入 |\n',
      '| 一 | 优化准入 | | | | |\n',
      '| 一、 | 优化准入 | | | | |\n',
      '| | **一、优化准入** | | | | |\n',
    ]) {
      const [list] = read(`${TITLE}${HEADER}${line}${row(1)}`).taskLists;
      assert.deepEqual(
        list?.sections.map(({ title, label, tier }) => [title.text, label?.value, tier]),
        [['优化准入', 1, 'section']],
        line,
      );
      assert.equal(list?.rows[0]?.section, list?.sections[0]);
    }
  });

  it('knows columns by a project’s own words', () => {
    const table = '| 序号 | 干什么 | 谁来干 |\n|---|---|---|\n| 1 | 推进 | 市商务局 |\n';
    assert.equal(read(table).taskLists.length, 0);
    assert.equal(names(readWith(table)?.leadUnits), '*市商务局');
  });
});

function readWith(table: string) {
  const columns = { task: ['干什么'], lead: ['谁来干'] };
  return readDocument(new SourceText(table), { directory: builtInDirectory(), columns }).taskLists[0]?.rows[0];
}
