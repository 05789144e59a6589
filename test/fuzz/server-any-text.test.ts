import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { SERVER_COMMANDS } from '#shared/protocol.ts';
import { Client } from '../lsp/client.ts';
import { smallPair } from '../lsp/pair-text.ts';

const layouts = new URL('../fixtures/layouts/', import.meta.url);

/** Texts of every layout, and a pair that was cut off or disturbed at many places. */
function* anyTexts(): Generator<string> {
  for (const name of readdirSync(layouts)) if (name.endsWith('.md')) yield readFileSync(new URL(name, layouts), 'utf8');
  for (let at = 300; at < smallPair.length; at += 97) {
    yield smallPair.slice(0, at);
    yield `${smallPair.slice(0, at)}|（《“\r\n\u0000<!-- bizenv-disable-task${smallPair.slice(at + 13)}`;
  }
  yield smallPair.replaceAll('\n', '\r\n');
  yield '';
}

describe('every request, on any text', () => {
  const uri = 'untitled:any.md';
  let client: Client;
  const logged: string[] = [];

  before(async () => {
    client = Client.start();
    client.connection.onNotification('window/logMessage', ({ message }: { readonly message: string }) => {
      logged.push(message);
    });
    await client.initialize({ capabilities: { textDocument: { diagnostic: {} } } });
    await client.open(uri, '');
  });

  after(() => client.stop());

  it('is answered, and nothing is logged', async () => {
    let version = 1;
    for (const text of anyTexts()) {
      await client.replaceAll(uri, text, ++version);
      const textDocument = { uri };
      const options = { tabSize: 2, insertSpaces: true };
      await client.request('textDocument/diagnostic', { textDocument });
      const lines = text.split('\n').length;
      for (let step = 1; step <= 6; step++) {
        const line = Math.floor((lines * step) / 7);
        const position = { line, character: (step * 5) % 23 };
        const range = { start: position, end: { line: line + 3, character: 0 } };
        await Promise.all([
          client.ask('hover', uri, position),
          client.ask('completion', uri, position),
          client.ask('definition', uri, position),
          client.ask('references', uri, position, { context: { includeDeclaration: true } }),
          client.ask('documentHighlight', uri, position),
          client.ask('prepareRename', uri, position).catch(() => null),
          client.ask('rename', uri, position, { newName: '市新局' }),
          client.ask('onTypeFormatting', uri, position, { ch: '\n', options }),
          client.actions(uri, range, ['quickfix']),
          client.request('textDocument/selectionRange', { textDocument, positions: [position] }),
          client.request('textDocument/rangeFormatting', { textDocument, range, options }),
          client.request('textDocument/inlayHint', { textDocument, range }),
          client.request('bizenv/pair', { uri, position }),
        ]);
      }
      await Promise.all([
        client.request('textDocument/documentSymbol', { textDocument }),
        client.request('textDocument/foldingRange', { textDocument }),
        client.request('textDocument/codeLens', { textDocument }),
        client.request('textDocument/semanticTokens/full', { textDocument }),
        client.request('textDocument/formatting', { textDocument, options }),
        client.request('workspace/symbol', { query: '' }),
        client.request('bizenv/tasks', { uri }),
      ]);
    }
    assert.deepEqual(logged, []);
  });

  it('restructures any text without a word in the log', async () => {
    let version = 10_000;
    let count = 0;
    for (const text of anyTexts()) {
      if (++count % 3 !== 0) continue;
      for (const command of Object.values(SERVER_COMMANDS)) {
        await client.replaceAll(uri, text, ++version);
        await client.command(command, { uri, number: 2 });
        version += 10;
      }
    }
    assert.deepEqual(logged, []);
  });
});
