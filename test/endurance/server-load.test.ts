import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { smallPair } from '../lsp/pair-text.ts';
import { framed, RawClient } from '../trust/raw-client.ts';

const realPair = readFileSync(new URL('../../seeds/shenzhen-2023.md', import.meta.url), 'utf8');
/** What a server that does its work needs, and no more, in MB. */
const ENOUGH_MEMORY = 600;

describe('a server under load', () => {
  let client: RawClient;
  beforeEach(async () => {
    client = RawClient.start();
    await client.initialize({ capabilities: { textDocument: { diagnostic: {} } } });
  });
  afterEach(() => client.kill());

  it('has 500 texts open, and answers for each', async () => {
    for (let index = 0; index < 500; index++)
      client.open(`untitled:${index}.md`, smallPair.replaceAll('2024年', `${2024 + (index % 5)}年`));
    for (let index = 0; index < 500; index++) {
      const { result } = await client.ask('bizenv/tasks', { uri: `untitled:${index}.md` });
      assert.equal((result as { readonly year: number }).year, 2024 + (index % 5));
    }
    for (let index = 0; index < 500; index++)
      client.notify('textDocument/didClose', { textDocument: { uri: `untitled:${index}.md` } });
    assert.ok(await client.isWell());
    assertMemory(client);
  });

  it('waits for a client that does not read, and its memory does not grow', async () => {
    client.open('untitled:a.md', realPair);
    await client.ask('bizenv/tasks', { uri: 'untitled:a.md' });
    client.server.stdout?.pause();
    // Each answer has 45 KB. The server has stopped to listen when what is written to it stays here.
    let asked = 0;
    while ((client.server.stdin?.writableLength ?? 0) < 100_000) {
      client.send({ jsonrpc: '2.0', id: `unread ${asked}`, method: 'bizenv/tasks', params: { uri: 'untitled:a.md' } });
      if (asked++ % 100 === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await new Promise((resolve) => setTimeout(resolve, 3000));
    assert.ok((client.server.stdin?.writableLength ?? 0) > 0, 'it listens on');
    assertMemory(client);
    client.server.stdout?.resume();
    assert.ok((await client.answer(`unread ${asked - 1}`)).result);
    assert.ok(await client.isWell());
  });

  it('answers every one of 50,000 requests that come at once', async () => {
    const place = { textDocument: { uri: 'untitled:none.md' }, position: { line: 0, character: 0 } };
    const ids = Array.from({ length: 50_000 }, () => client.request('textDocument/hover', place));
    const answered = new Set<unknown>();
    while (answered.size < ids.length) {
      const { id, method } = await client.next(() => true);
      if (method === undefined) answered.add(id);
    }
    assert.ok(await client.isWell());
    assertMemory(client);
  });

  it('answers after any bytes whatsoever', async () => {
    const pieces = fc.oneof(
      fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
      fc
        .constantFrom('\r\n\r\n', 'Content-Length: ', 'Content-Length: 7\r\n\r\n', '{"id":1', '\0')
        .map((text) => Buffer.from(text)),
      fc.json().map((text) => framed(JSON.parse(text))),
      fc
        .record({ id: fc.oneof(fc.nat(), fc.string(), fc.constant(null)), method: fc.string(), params: fc.jsonValue() })
        .map((message) => framed({ jsonrpc: '2.0', ...message })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 12 }), async (bytes) => {
        client.raw(Buffer.concat(bytes));
        // A length that was promised may still be open; what cannot be such a message ends it.
        client.raw('x'.repeat(64));
        client.heard.length = 0;
        assert.ok(await client.isWell());
      }),
    );
  });
});

function assertMemory(client: RawClient): void {
  const memory = client.memory();
  assert.ok(memory === undefined || memory < ENOUGH_MEMORY, `${memory} MB`);
}
