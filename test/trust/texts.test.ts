import assert from 'node:assert/strict';
import { smallPair } from '../lsp/pair-text.ts';
import { RawClient } from './raw-client.ts';

interface Tree {
  readonly version: number;
  readonly sections: readonly unknown[];
}

describe('the texts of a client that makes mistakes', () => {
  const uri = 'untitled:a.md';
  let client: RawClient;
  beforeEach(async () => {
    client = RawClient.start();
    await client.initialize({ capabilities: { textDocument: { diagnostic: {} } } });
  });
  afterEach(async () => {
    assert.ok(await client.isWell());
    assert.equal(await client.stop(), 0);
  });

  const change = (version: number, contentChanges: readonly object[], of = uri) =>
    client.notify('textDocument/didChange', { textDocument: { uri: of, version }, contentChanges });
  const tree = async (of = uri) => (await client.ask('bizenv/tasks', { uri: of })).result as Tree | null;
  const at = (line: number, character: number) => ({ line, character });

  it('are edited at the nearest place where a range leaves them', async () => {
    client.open(uri, smallPair);
    const before = await tree();
    change(2, [{ range: { start: at(1e9, 5), end: at(2e9, 7) }, text: '' }]);
    change(3, [{ range: { start: at(3, 1e9), end: at(3, 2e9) }, text: '' }]);
    const after = await tree();
    assert.equal(after?.version, 3);
    assert.deepEqual(after?.sections, before?.sections);
    change(4, [{ range: { start: at(1e9, 0), end: at(0, 0) }, text: smallPair }]);
    assert.notEqual(await tree(), null);
    change(5, [{ text: smallPair }]);
    assert.deepEqual((await tree())?.sections, before?.sections);
  });

  it('may have a hundred megabytes: one message says so, and nothing else is done for them', async () => {
    const line = '1. 推进改革落实政策优化服务提升效率。（市商务局）\n';
    const huge = `# 深圳市2024年优化营商环境工作要点\n\n${line.repeat(Math.ceil(1e8 / Buffer.byteLength(line)))}`;
    client.open(uri, huge);
    const { params } = await client.next(({ method }) => method === 'window/showMessage');
    assert.match(String(params?.message), /文本有 \d+ 万字，超过上限 400 万字/);
    change(2, [{ range: { start: at(5, 3), end: at(5, 3) }, text: '新' }]);
    const { result } = await client.ask('textDocument/diagnostic', { textDocument: { uri } });
    assert.deepEqual((result as { readonly items: readonly unknown[] }).items, []);
    assert.equal(await tree(), null);
    // Many times what a draft takes, and far from what such a text would take if it were read.
    const memory = client.memory();
    assert.ok(memory === undefined || memory < 1000, `${memory} MB`);
    change(3, [{ text: smallPair }]);
    assert.equal((await tree())?.sections.length, 2);
    assert.ok(!client.heard.some(({ method }) => method === 'window/showMessage'));
  });

  it('are what was said last, in whatever order the versions come', async () => {
    client.open(uri, smallPair, 7);
    change(3, [{ text: '' }]);
    change(3, [{ text: '# 别的' }]);
    change(900, []);
    change(-1, [{ text: smallPair }]);
    const found = await tree();
    assert.equal(found?.version, -1);
    assert.equal(found?.sections.length, 2);
  });

  it('are what was opened last, where one is opened again', async () => {
    client.open(uri, '# 空的');
    client.open(uri, smallPair, 2);
    client.open(uri, smallPair, 2);
    assert.equal((await tree())?.sections.length, 2);
    client.notify('textDocument/didClose', { textDocument: { uri } });
    client.notify('textDocument/didClose', { textDocument: { uri } });
    assert.equal(await tree(), null);
  });

  it('stay as they are where others are changed that were never opened', async () => {
    client.open(uri, smallPair);
    change(2, [{ text: smallPair }], 'untitled:other.md');
    client.notify('textDocument/didSave', { textDocument: { uri: 'untitled:other.md' } });
    assert.equal(await tree('untitled:other.md'), null);
    assert.equal((await tree())?.version, 1);
  });

  it('are answered for after a thousand cancellations', async () => {
    client.open(uri, smallPair);
    const ids: number[] = [];
    for (let round = 0; round < 1000; round++) {
      const id = client.request('textDocument/hover', { textDocument: { uri }, position: at(round % 40, 3) });
      ids.push(id);
      // Of the one just asked, of one that was answered long ago, and of one that never was.
      for (const cancelled of [id, 1, `none ${round}`]) client.notify('$/cancelRequest', { id: cancelled });
    }
    for (const id of ids) {
      const { error } = await client.answer(id);
      assert.ok(error === undefined || error.code === -32800, `${error?.code}`);
    }
    assert.equal((await tree())?.sections.length, 2);
  });
});

describe('a server whose client dies', () => {
  it('ends when its standard input does', async () => {
    const client = RawClient.start();
    await client.initialize();
    client.open('untitled:a.md', smallPair);
    client.server.stdin?.end();
    assert.equal(await client.ended, 1);
  });

  it('ends when nobody reads what it says any more', async () => {
    const client = RawClient.start();
    await client.initialize();
    client.server.stdout?.destroy();
    // A pipe that is closed is noticed by the next word.
    client.request('textDocument/hover', {
      textDocument: { uri: 'untitled:a.md' },
      position: { line: 0, character: 0 },
    });
    assert.equal(await client.ended, 1);
  });

  it('ends when the process that it was told of is no more, though its streams stay open', async () => {
    const client = RawClient.start();
    const other = RawClient.start();
    await client.initialize({ processId: other.server.pid });
    await other.kill();
    assert.equal(await client.ended, 1);
  });
});
