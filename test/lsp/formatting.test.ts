import assert from 'node:assert/strict';
import stringWidth from 'string-width';
import type { TextEdit } from 'vscode-languageserver';
import { Client } from './client.ts';
import { smallPair } from './pair-text.ts';

describe('formatting', () => {
  const uri = 'untitled:formatting.md';
  const options = { tabSize: 2, insertSpaces: true };
  let client: Client;
  let version = 1;

  before(async () => {
    client = Client.start();
    await client.initialize({ capabilities: { workspace: { configuration: true } } });
    await client.open(uri, smallPair);
  });

  beforeEach(() => client.replaceAll(uri, smallPair, ++version));

  after(() => client.stop());

  const apply = async (edits: TextEdit[] | null) => {
    const textDocument = { uri, version };
    await client.apply({ documentChanges: [{ textDocument, edits: edits ?? [] }] });
    version++;
  };

  it('aligns the table, double-width characters counted as two, and changes nothing but white space', async () => {
    await apply(await client.request<TextEdit[]>('textDocument/formatting', { textDocument: { uri }, options }));
    const rows = client
      .text(uri)
      .split('\n')
      .filter((line) => line.startsWith('|'));
    const pipes = rows.map((row) => [...row.matchAll(/\|/g)].map(({ index }) => stringWidth(row.slice(0, index))));
    assert.equal(new Set(pipes.map((places) => places.join(' '))).size, 1);
    const bare = (text: string) => text.replace(/[ -]+/g, '');
    assert.equal(bare(client.text(uri)), bare(smallPair));
    const again = await client.request<TextEdit[]>('textDocument/formatting', { textDocument: { uri }, options });
    assert.deepEqual(again, []);
  });

  it('aligns the table that a selection touches, and nothing for a selection elsewhere', async () => {
    const range = (at: ReturnType<Client['at']>) => ({ textDocument: { uri }, range: { start: at, end: at }, options });
    const inTable = await client.request<TextEdit[]>('textDocument/rangeFormatting', range(client.at(uri, '| 3 |')));
    assert.ok(inTable.length > 0);
    const outside = await client.request<TextEdit[]>('textDocument/rangeFormatting', range(client.at(uri, '3. 清理')));
    assert.deepEqual(outside, []);
  });

  const afterEnter = async (text: string, mark: string) => {
    const at = text.indexOf('⌖');
    await client.replaceAll(uri, text.replace('⌖', ''), ++version);
    const position = client.at(uri, text.slice(0, at), at);
    const edits = await client.ask<TextEdit[] | null>('onTypeFormatting', uri, position, { ch: mark, options });
    await apply(edits);
    return client.text(uri);
  };

  it('writes the next number after Enter behind a point', async () => {
    const behind = '（市水务局、市通信管理局）\n';
    const text = smallPair.replace(behind, () => `${behind}⌖\n`);
    assert.ok((await afterEnter(text, '\n')).includes(`${behind}\n5. \n`));
  });

  it('takes an empty number away again', async () => {
    const text = smallPair.replace('（市水务局、市通信管理局）\n', (words) => `${words}\n5. \n⌖\n`);
    assert.ok(!(await afterEnter(text, '\n')).includes('5. '));
  });

  it('writes no number behind other lines, nor where the setting says so', async () => {
    const text = smallPair.replace('各有关单位：\n', () => '各有关单位：\n⌖\n');
    assert.equal(await afterEnter(text, '\n'), text.replace('⌖', ''));
    client.settings = { continueNumbering: { enabled: false } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    const point = smallPair.replace('（市财政局）\n', (words) => `${words}⌖\n`);
    assert.equal(await afterEnter(point, '\n'), point.replace('⌖', ''));
  });
});
