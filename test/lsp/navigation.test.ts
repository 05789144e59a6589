import assert from 'node:assert/strict';
import type {
  DocumentHighlight,
  DocumentSymbol,
  FoldingRange,
  Location,
  SelectionRange,
  SymbolInformation,
} from 'vscode-languageserver';
import { Client } from './client.ts';
import { smallPair } from './pair-text.ts';

describe('navigation', () => {
  const uri = 'untitled:navigation.md';
  const text = `${smallPair}\n另见第 3 项。\n\n<!-- bizenv-disable-task 3 lead-order -->\n`;
  let client: Client;

  before(async () => {
    client = Client.start();
    await client.initialize();
    await client.open(uri, text);
  });

  after(() => client.stop());

  const beginnings = (locations: readonly Location[] | null) =>
    (locations ?? []).map(({ range }) => client.words(uri, range).slice(0, 7));

  it('leads from a point to its row, and back', async () => {
    const toRow = await client.ask<Location[]>('definition', uri, client.at(uri, '3. 清理'));
    assert.deepEqual(beginnings(toRow), ['| 3 | 优']);
    const toPoint = await client.ask<Location[]>('definition', uri, client.at(uri, '| 3 |', 2));
    assert.deepEqual(beginnings(toPoint), ['3. 清理招标']);
  });

  it('leads from the number of a task in the text to its point', async () => {
    const found = await client.ask<Location[]>('definition', uri, client.at(uri, '第 3 项', 2));
    assert.deepEqual(beginnings(found), ['3. 清理招标']);
  });

  it('leads from a unit to its entry in the directory', async () => {
    const [entry] = await client.ask<Location[]>('definition', uri, client.at(uri, '（市财政局', 2));
    assert.match(entry?.uri ?? '', /seeds\/units\/shenzhen\.json$/);
  });

  it('leads from a body of another city, and from a group, to what the directories say of them', async () => {
    const other = 'untitled:other-city.md';
    const moved = text.replaceAll('深圳', '云州').replaceAll('（市财政局', '（市财政局、各区（新区）');
    await client.open(other, moved);
    const lines = moved.split('\n');
    const line = lines.findIndex((one) => one.includes('（市财政局、各区'));
    const lead = async (words: string) => {
      const character = (lines[line] ?? '').indexOf(words) + 1;
      const found = await client.ask<Location[] | null>('definition', other, { line, character });
      return (found ?? []).map((entry) => entry.uri.split('/').at(-1));
    };
    assert.deepEqual(await lead('市财政局、'), ['common.json']);
    assert.deepEqual(await lead('各区（'), ['shenzhen.json']);
    await client.close(other);
  });

  it('finds all mentions of a unit, however it is spelt', async () => {
    await client.replaceAll(uri, text.replace('| 市财政局 |', '| 深圳市财政局 |'), 2);
    const found = await client.ask<Location[]>('references', uri, client.at(uri, '（市财政局', 2), {
      context: { includeDeclaration: true },
    });
    assert.deepEqual(
      found.map(({ range }) => client.words(uri, range)),
      ['市财政局', '深圳市财政局'],
    );
    await client.replaceAll(uri, text, 3);
  });

  it('finds all mentions of a document and of a task', async () => {
    const context = { context: { includeDeclaration: true } };
    const documents = await client.ask<Location[]>('references', uri, client.at(uri, '《深圳市商事', 2), context);
    assert.equal(documents.length, 2);
    const task = await client.ask<Location[]>('references', uri, client.at(uri, '3. 清理'), context);
    assert.deepEqual(
      task.map(({ range }) => client.words(uri, range)),
      ['3', '3', '3', '3'],
    );
  });

  it('highlights the other mentions', async () => {
    const marked = await client.ask<DocumentHighlight[]>('documentHighlight', uri, client.at(uri, '市司法局', 2));
    assert.equal(marked.length, 2);
  });

  it('shows the outline: sections, domains and points; section rows and rows', async () => {
    const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri } });
    const outline = (nodes: readonly DocumentSymbol[], depth = 0): readonly string[] =>
      nodes.flatMap(({ name, children = [] }) => [
        `${'  '.repeat(depth)}${name.slice(0, 12)}`,
        ...outline(children, depth + 1),
      ]);
    assert.deepEqual(outline(symbols), [
      '深圳市2024年优化营商',
      '  一、优化市场准入环境',
      '    （一）提升企业开办服务水',
      '      1 推行开办企业无介质电',
      '      2 修订《深圳市商事登记',
      '    （二）优化市场准入监管',
      '      3 清理招标采购领域的不',
      '  二、优化市政公用基础设施',
      '    （一）提高报装服务便利度',
      '      4 推行水电气网联合报装',
      '深圳市2024年优化营商',
      '  一、优化市场准入环境',
      '    1 推行无介质电子签名',
      '    2 推行“一照多址”改革',
      '    3 保障公平竞争',
      '  二、优化市政公用基础设施',
      '    4 推行联合报装',
    ]);
    const inside = (outer: DocumentSymbol): boolean =>
      (outer.children ?? []).every(
        (child) =>
          client.offset(uri, outer.range.start) <= client.offset(uri, child.range.start) &&
          client.offset(uri, child.range.end) <= client.offset(uri, outer.range.end) &&
          inside(child),
      );
    assert.ok(symbols.every(inside));
  });

  it('finds tasks of the workspace by name and by pinyin', async () => {
    const found = await client.request<SymbolInformation[]>('workspace/symbol', { query: 'lhbz' });
    assert.ok(found.some(({ name }) => name.includes('联合报装')));
  });

  it('folds sections, domains and the table', async () => {
    const ranges = await client.request<FoldingRange[]>('textDocument/foldingRange', { textDocument: { uri } });
    const first = text.split('\n').findIndex((line) => line.startsWith('## 一、'));
    const next = text.split('\n').findIndex((line) => line.startsWith('## 二、'));
    assert.ok(ranges.some(({ startLine, endLine }) => startLine === first && endLine === next - 2));
  });

  it('grows a selection from a name to its list, its point, its domain, its section', async () => {
    const [selection] = await client.request<SelectionRange[]>('textDocument/selectionRange', {
      textDocument: { uri },
      positions: [client.at(uri, '、市司法局）', 2)],
    });
    const grown: string[] = [];
    for (let at: SelectionRange | undefined = selection; at !== undefined; at = at.parent)
      grown.push(client.words(uri, at.range));
    assert.equal(grown[0], '市司法局');
    assert.ok(grown.includes('（市市场监管局、市司法局）'));
    assert.ok(grown.some((words) => words.startsWith('2. 修订')));
    assert.ok(grown.some((words) => words.startsWith('### （一）提升')));
    assert.equal(grown.at(-1), text);
  });
});
