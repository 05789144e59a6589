import assert from 'node:assert/strict';
import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import { Client } from './client.ts';
import { smallPair } from './pair-text.ts';

describe('completion', () => {
  const uri = 'untitled:completion.md';
  let client: Client;
  let version = 1;

  before(async () => {
    client = Client.start();
    await client.initialize({
      capabilities: { textDocument: { completion: { completionItem: { snippetSupport: true } } } },
    });
    await client.open(uri, smallPair);
  });

  after(() => client.stop());

  /** Puts `typed` in the place of `old` (in which ⌖ is not part of the text) and completes behind it. */
  const complete = async (old: string, typed: string): Promise<readonly CompletionItem[]> => {
    const at = smallPair.lastIndexOf(old);
    assert.ok(at >= 0);
    const [before = '', behind = ''] = typed.split('⌖');
    await client.replaceAll(
      uri,
      smallPair.slice(0, at) + before + behind + smallPair.slice(at + old.length),
      ++version,
    );
    const position = client.at(uri, before, before.length, at);
    const list = await client.ask<CompletionList | null>('completion', uri, position);
    return list?.items ?? [];
  };
  const newText = (item: CompletionItem | undefined) => item?.textEdit?.newText ?? '';
  const labels = (items: readonly CompletionItem[]) => items.map(({ label }) => label);

  it('finds a unit by its initials', async () => {
    const items = await complete('（市财政局）', '（sscjgj⌖）');
    assert.equal(items[0]?.label, '市市场监管局');
    const edit = items[0]?.textEdit;
    assert.ok(edit !== undefined && 'range' in edit);
    assert.equal(edit.newText, '市市场监管局');
    assert.equal(client.words(uri, edit.range), 'sscjgj');
  });

  it('finds a unit by pinyin, by characters, by an alias, and by a mixture', async () => {
    assert.equal((await complete('（市财政局）', '（shisifa⌖）'))[0]?.label, '市司法局');
    assert.equal((await complete('（市财政局）', '（司法⌖）'))[0]?.label, '市司法局');
    assert.equal((await complete('（市财政局）', '（市发改⌖）'))[0]?.label, '市发展改革委');
    assert.equal((await complete('（市财政局）', '（市sfj⌖）'))[0]?.label, '市司法局');
  });

  it('works in a cell of the table, and puts units that the list has already last', async () => {
    const items = labels(await complete('| 市财政局 |', '| 市司法局、shisf⌖ |'));
    assert.ok(items.length > 1);
    assert.equal(items.at(-1), '市司法局');
  });

  it('puts names that are not valid in the document’s year behind those that are', async () => {
    const items = await complete('（市财政局）', '（市科技创新⌖）');
    assert.deepEqual(labels(items).slice(0, 2), ['市科技创新局', '市科技创新委']);
    assert.deepEqual(items[1]?.tags, [1]);
  });

  it('replaces the end of the name that stands behind the cursor already, and nothing else', async () => {
    const replaced = async (typed: string) => {
      const [item] = await complete('（市财政局）', typed);
      const edit = item?.textEdit;
      assert.ok(edit !== undefined && 'range' in edit);
      return [edit.newText, client.words(uri, edit.range)];
    };
    assert.deepEqual(await replaced('（市市场⌖监管局、市司法局）'), ['市市场监管局', '市市场监管局']);
    assert.deepEqual(await replaced('（市市场⌖、市司法局）'), ['市市场监管局', '市市场']);
  });

  it('offers the titles of domains in their column', async () => {
    const items = labels(await complete('| 优化市场准入监管 |', '| 优化⌖ |'));
    assert.ok(items.includes('优化市场准入监管'));
    assert.ok(!items.includes('市财政局'));
  });

  it('offers documents that are cited already', async () => {
    assert.ok(labels(await complete('清理招标', '《深圳市商事⌖清理招标')).includes('《深圳市商事登记若干规定》'));
  });

  it('offers directives and the rules they may name', async () => {
    assert.ok(
      labels(
        await complete('# 深圳市2024年优化营商环境重点', '<!-- bizenv-dis⌖\n\n# 深圳市2024年优化营商环境重点'),
      ).includes('bizenv-disable-task'),
    );
    assert.ok(
      labels(
        await complete(
          '# 深圳市2024年优化营商环境重点',
          '<!-- bizenv-disable-task 3 lead-⌖\n\n# 深圳市2024年优化营商环境重点',
        ),
      ).includes('lead-order'),
    );
  });

  it('offers the next point and the next row as a whole', async () => {
    const [point] = await complete('\n\n# 深圳市2024年优化营商环境重点', '\n\n⌖\n\n# 深圳市2024年优化营商环境重点');
    assert.match(newText(point), /^5\. \$\{1:任务内容\}。（\$\{2:牵头单位\}）\$0$/);
    const [row] = await complete('市燃气集团 |\n', '市燃气集团 |\n|⌖\n');
    assert.match(newText(row), /^\| 5 \| \$\{1:提高报装服务便利度\} \|/);
  });

  it('is silent in prose, and in a text that holds no pair', async () => {
    assert.deepEqual(await complete('清理招标', '清理⌖招标'), []);
    await client.open('untitled:notes.md', '# 笔记\n\n（市');
    const list = await client.ask<CompletionList | null>('completion', 'untitled:notes.md', { line: 2, character: 2 });
    assert.equal(list, null);
  });
});
