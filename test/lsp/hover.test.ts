import assert from 'node:assert/strict';
import type { Hover } from 'vscode-languageserver';
import { Client } from './client.ts';
import { smallPair } from './pair-text.ts';

describe('hover', () => {
  const uri = 'untitled:hover.md';
  let client: Client;
  let version = 1;

  before(async () => {
    client = Client.start();
    await client.initialize();
    await client.open(uri, smallPair);
  });

  beforeEach(() => client.replaceAll(uri, smallPair, ++version));

  after(() => client.stop());

  const hoverAt = async (words: string, by = 0, from = 0) => {
    const hover = await client.ask<Hover | null>('hover', uri, client.at(uri, words, by, from));
    return hover === null ? '' : (hover.contents as { readonly value: string }).value;
  };

  it('tells of a unit: full name, kind, and the tasks it leads and supports, with links', async () => {
    const text = await hoverAt('（市市场监管局、', 3);
    assert.match(text, /深圳市市场监督管理局/);
    assert.match(text, /牵头 2 项/);
    assert.match(text, /\[1\]\(untitled:hover\.md#L\d+,1\)/);
  });

  it('names a group as the text writes it', async () => {
    await client.replaceAll(uri, smallPair.replace('| 市公安局 |', '| 市公安局，各区（新区） |'), ++version);
    assert.match(await hoverAt('各区（新区）', 1), /^\*\*各区（新区）\*\*/);
  });

  it('tells when a unit was retired and what follows it', async () => {
    await client.replaceAll(uri, smallPair.replace('| 市公安局 |', '| 市科技创新委 |'), ++version);
    assert.match(await hoverAt('市科技创新委', 2), /2024年起停用[\s\S]*市科技创新局/);
  });

  it('shows the row of a point, with what the point does not say in bold', async () => {
    await client.replaceAll(uri, smallPair.replace('| 清理招标采购领域的', '| 全面清理招标投标领域的'), ++version);
    const text = await hoverAt('3. 清理');
    assert.match(text, /清单第 3 行/);
    assert.match(text, /\*\*保障公平竞争\*\*/);
    assert.match(text, /\*\*全面\*\*清理招标\*\*投标\*\*领域/);
    assert.match(text, /牵头单位：市财政局/);
  });

  it('shows the point of a row, and marks units that only one side has', async () => {
    await client.replaceAll(uri, smallPair.replace('（市财政局）', '（市财政局、市司法局）'), ++version);
    const text = await hoverAt('| 3 |', 2);
    assert.match(text, /要点第 3 项/);
    assert.match(text, /市财政局、\*\*市司法局\*\*/);
  });

  it('says where the other side of a task is missing', async () => {
    await client.replaceAll(uri, smallPair.replace(/\| 3 \| .*\n/, ''), ++version);
    assert.equal(await hoverAt('3. 清理'), '清单中没有对应的一行');
  });

  it('tells the other side’s figure', async () => {
    const changed = smallPair.replace('3. 清理', '3. 清理 100 家').replace('| 清理招标', '| 清理 10 家招标');
    await client.replaceAll(uri, changed, ++version);
    assert.match(await hoverAt('100 家', 1), /清单第 3 行.*10家.*不一致/);
  });

  it('tells where else a document is cited', async () => {
    const text = await hoverAt('《深圳市商事登记', 3);
    assert.match(text, /另引用 1 处：\[清单第 2 行\]/);
  });

  it('explains a rule that a directive names, and the task that a text names', async () => {
    await client.replaceAll(uri, `${smallPair}\n<!-- bizenv-disable-task 3 lead-order -->\n\n见第 2 项。\n`, ++version);
    assert.match(await hoverAt('lead-order', 2), /lead\\-order.*rules\/lead-order\.zh-CN\.md/);
    assert.match(await hoverAt('第 2 项。', 2), /推行“一照多址”改革/);
  });

  it('lets nothing in a draft become a link, an image or HTML', async () => {
    const evil = '[点这里](command:x) ![](http://a) <b>粗</b>';
    await client.replaceAll(uri, smallPair.replace('| 保障公平竞争 |', `| ${evil} |`), ++version);
    const text = await hoverAt('3. 清理');
    assert.doesNotMatch(text, /\]\(command|!\[|<b>/);
  });

  it('says nothing outside the parts', async () => {
    assert.equal(await hoverAt('各有关单位：'), '');
  });
});
