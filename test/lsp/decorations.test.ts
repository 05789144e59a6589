import assert from 'node:assert/strict';
import type { CodeLens, InitializeResult, InlayHint, SemanticTokens } from 'vscode-languageserver';
import { Client } from './client.ts';
import { smallPair } from './pair-text.ts';

describe('code lenses, inlay hints and semantic tokens', () => {
  const uri = 'untitled:decorations.md';
  const text = smallPair
    .replace('| 市公安局 |', '| 市发改委、市科技创新委、市公案局 |')
    .replace('3. 清理', '3. 清理 20 家');
  let client: Client;
  let capabilities: InitializeResult['capabilities'];

  before(async () => {
    client = Client.start();
    ({ capabilities } = await client.initialize({
      capabilities: {
        workspace: {
          configuration: true,
          codeLens: { refreshSupport: true },
          inlayHint: { refreshSupport: true },
          semanticTokens: { refreshSupport: true },
        },
      },
    }));
    await client.open(uri, text);
  });

  after(() => client.stop());

  const lenses = () => client.request<CodeLens[] | null>('textDocument/codeLens', { textDocument: { uri } });
  const hints = () =>
    client.request<InlayHint[] | null>('textDocument/inlayHint', {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } },
    });
  const tokens = async () => {
    const { data } = await client.request<SemanticTokens>('textDocument/semanticTokens/full', {
      textDocument: { uri },
    });
    const legend = capabilities.semanticTokensProvider?.legend;
    const found: string[] = [];
    let line = 0;
    let character = 0;
    for (let at = 0; at < data.length; at += 5) {
      const [lines = 0, characters = 0, length = 0, type = 0, modifier = 0] = data.slice(at, at + 5);
      character = lines === 0 ? character + characters : characters;
      line += lines;
      const words = client.words(uri, { start: { line, character }, end: { line, character: character + length } });
      const modifiers = legend?.tokenModifiers.filter((_, index) => modifier & (1 << index)) ?? [];
      found.push([words, legend?.tokenTypes[type], ...modifiers].join(' '));
    }
    return found;
  };

  it('count points, rows and findings above headings, and name the row above a point', async () => {
    const titles = ((await lenses()) ?? []).map(({ command }) => command?.title);
    assert.ok(titles.some((title) => /^要点 3 项 · 清单 3 行 · \d 处问题$/.test(title ?? '')));
    assert.ok(titles.includes('要点 1 项 · 清单 1 行'));
    assert.ok(titles.some((title) => /^清单第 3 行( · \d 处问题)?$/.test(title ?? '')));
  });

  it('show the title of a task beside its number, and the usual name of a unit', async () => {
    const labels = ((await hints()) ?? []).map(({ label }) => label);
    assert.ok(labels.includes('保障公平竞争'));
    assert.ok(labels.includes('= 市发展改革委'));
  });

  it('tell numbers, leading and supporting units, retired and unknown ones, figures and documents apart', async () => {
    const found = await tokens();
    for (const token of [
      '3. keyword',
      '市财政局 class',
      '市发改委 interface',
      '市科技创新委 interface deprecated',
      '市公案局 interface unknown',
      '20 家 number',
      '《深圳市商事登记若干规定》 string',
    ])
      assert.ok(found.includes(token), `${token} in ${found.join(', ')}`);
  });

  it('can be switched off', async () => {
    client.settings = {
      codeLens: { enabled: false },
      inlayHints: { enabled: false },
      semanticTokens: { enabled: false },
    };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.hears('workspace/codeLens/refresh');
    assert.equal(await lenses(), null);
    assert.equal(await hints(), null);
    assert.deepEqual(await tokens(), []);
  });
});
