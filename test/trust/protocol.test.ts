import assert from 'node:assert/strict';
import * as protocol from 'vscode-languageserver';
import * as ours from '#shared/protocol.ts';
import { smallPair } from '../lsp/pair-text.ts';
import { framed, RawClient } from './raw-client.ts';

const PARSE_ERROR = -32700;
const INVALID_REQUEST = -32600;
const METHOD_NOT_FOUND = -32601;
const INVALID_PARAMS = -32602;
const NOT_INITIALIZED = -32002;

const place = { textDocument: { uri: 'untitled:a.md' }, position: { line: 0, character: 0 } };

describe('a server that is spoken to out of turn', () => {
  let client: RawClient;
  beforeEach(() => {
    client = RawClient.start();
  });
  afterEach(() => client.kill());

  it('refuses requests before it is initialized, and hears no notification', async () => {
    assert.equal((await client.ask('textDocument/hover', place)).error?.code, NOT_INITIALIZED);
    assert.equal((await client.ask('shutdown')).error?.code, NOT_INITIALIZED);
    client.open('untitled:early.md', smallPair);
    await client.initialize();
    const { result } = await client.ask('bizenv/tasks', { uri: 'untitled:early.md' });
    assert.equal(result, null);
  });

  it('is initialized once, and not with parameters that are wrong', async () => {
    assert.equal((await client.ask('initialize', { capabilities: 5 })).error?.code, INVALID_PARAMS);
    assert.equal((await client.ask('initialize')).error?.code, INVALID_PARAMS);
    assert.ok((await client.initialize()).result);
    assert.equal((await client.initialize()).error?.code, INVALID_REQUEST);
    assert.ok(await client.isWell());
  });

  it('refuses everything after shutdown but exit, which ends it with 0', async () => {
    await client.initialize();
    await client.ask('shutdown');
    assert.equal((await client.ask('textDocument/hover', place)).error?.code, INVALID_REQUEST);
    assert.equal((await client.ask('shutdown')).error?.code, INVALID_REQUEST);
    client.open('untitled:late.md', smallPair);
    client.notify('exit');
    assert.equal(await client.ended, 0);
  });

  it('ends with 1 when told to exit without shutdown', async () => {
    client.notify('exit');
    assert.equal(await client.ended, 1);
  });

  it('refuses a second request with the id of one that has no answer yet', async () => {
    await client.initialize();
    const hover = { jsonrpc: '2.0', id: 'same', method: 'textDocument/hover', params: place };
    client.raw(Buffer.concat([framed(hover), framed(hover)]));
    const answers = [await client.answer('same'), await client.answer('same')];
    assert.deepEqual(answers.map(({ error }) => error?.code ?? 0).sort(), [INVALID_REQUEST, 0].sort());
  });
});

describe('a server that is sent what is no message', () => {
  let client: RawClient;
  before(async () => {
    client = RawClient.start();
    await client.initialize();
  });
  after(async () => {
    assert.equal(await client.stop(), 0);
  });

  const garbage: readonly (readonly [string, string | Buffer, number])[] = [
    ['JSON that ends early', 'Content-Length: 5\r\n\r\n{"a":', PARSE_ERROR],
    ['no JSON', 'Content-Length: 5\r\n\r\nhello', PARSE_ERROR],
    ['an empty body', 'Content-Length: 0\r\n\r\n', PARSE_ERROR],
    [
      'bytes that are not UTF-8',
      Buffer.from([...Buffer.from('Content-Length: 3\r\n\r\n'), 0xff, 0xfe, 0x22]),
      PARSE_ERROR,
    ],
    ['JSON a hundred thousand levels deep', deep(100_000), INVALID_REQUEST],
    ['a header without Content-Length', 'Content-Type: x\r\n\r\n{}', INVALID_REQUEST],
    ['an empty header', '\r\n\r\n', INVALID_REQUEST],
    ['a line that is no header', 'GET / HTTP/1.1\r\n\r\n', INVALID_REQUEST],
    ['a length that is no number', 'Content-Length: many\r\n\r\n{}', INVALID_REQUEST],
    ['a negative length', 'Content-Length: -5\r\n\r\n{"a":1}', INVALID_REQUEST],
    ['a length beyond all bounds', 'Content-Length: 99999999999999\r\n\r\n{"a":1}', INVALID_REQUEST],
    ['a length that is too small', 'Content-Length: 3\r\n\r\n{"jsonrpc":"2.0","method":"x"}', PARSE_ERROR],
    ['another encoding', 'Content-Length: 2\r\nContent-Type: a; charset=utf-16\r\n\r\n{}', INVALID_REQUEST],
    ['a header that never ends', 'x'.repeat(10_000), INVALID_REQUEST],
    ['a list', framed([1, 2]), INVALID_REQUEST],
    ['a batch', framed([{ jsonrpc: '2.0', id: 1, method: 'shutdown' }]), INVALID_REQUEST],
    ['null', framed(null), INVALID_REQUEST],
    ['a number', framed(5), INVALID_REQUEST],
    ['a request without an id of its own', framed({ jsonrpc: '2.0', id: null, method: 'shutdown' }), INVALID_REQUEST],
  ];
  for (const [name, bytes, code] of garbage)
    it(`answers ${name} with an error, and hears the next message`, async () => {
      client.raw(bytes);
      assert.ok(await client.isWell());
      assert.equal((await client.answer(null)).error?.code, code);
      client.heard.length = 0;
    });

  it('hears the message after one whose length was said too large', async () => {
    const next = framed({ jsonrpc: '2.0', id: 'next', method: 'textDocument/hover', params: place });
    client.raw(Buffer.concat([Buffer.from('Content-Length: 30\r\n\r\n{"a":1}'), next]));
    assert.equal((await client.answer('next')).result, null);
    client.heard.length = 0;
  });

  it('takes messages that come a byte at a time', async () => {
    for (const byte of framed({ jsonrpc: '2.0', id: 'slow', method: 'textDocument/hover', params: place }))
      client.raw(Buffer.from([byte]));
    assert.equal((await client.answer('slow')).result, null);
  });

  it('knows no method that is not its own, whatever its name', async () => {
    for (const method of ['foo', '', '__proto__', 'constructor', '$/foo', 'textDocument/moniker'])
      assert.equal((await client.ask(method, {})).error?.code, METHOD_NOT_FOUND, method);
    for (const method of ['foo', '__proto__', '$/foo']) client.notify(method, {});
    assert.ok(await client.isWell());
  });

  it('passes over answers to questions that it never asked', async () => {
    client.send({ jsonrpc: '2.0', id: 4711, result: { a: 1 } });
    client.send({ jsonrpc: '2.0', id: 'x', error: { code: 1, message: 'no' } });
    assert.ok(await client.isWell());
  });
});

describe('a server that is sent wrong parameters', () => {
  let client: RawClient;
  before(async () => {
    client = RawClient.start();
    await client.initialize({ capabilities: { textDocument: { diagnostic: {} } } });
    client.open('untitled:a.md', smallPair);
  });
  after(async () => {
    assert.equal(await client.stop(), 0);
  });

  const none = { workDoneToken: {}, uris: 5 };
  const wrong: readonly unknown[] = [
    [],
    [1],
    { ...none, uri: 5, one: 5, query: 5, command: 5, previousResultIds: 5 },
    { ...none, textDocument: null, previousResultIds: [null] },
    { ...none, textDocument: { uri: ['untitled:a.md'] }, position: 'x', ch: {}, newName: [], options: 5 },
    { ...none, textDocument: { uri: {} }, uri: {}, position: { line: 0.5, character: 1e300 } },
  ];

  it('refuses positions that no text can have', async () => {
    for (const position of [{ line: -1, character: 0 }, { line: 0, character: -1 }, { line: 0.5, character: 0 }, {}, 1])
      for (const method of ['textDocument/hover', 'textDocument/completion', 'textDocument/definition'])
        assert.equal((await client.ask(method, { ...place, position })).error?.code, INVALID_PARAMS);
  });

  it('refuses them for every request that it serves', async () => {
    const served: string[] = [];
    for (const method of methods()) {
      if ((await client.ask(method, none)).error?.code === METHOD_NOT_FOUND) continue;
      served.push(method);
      for (const params of [undefined, null, ...wrong]) {
        const { error } = await client.ask(method, params);
        assert.equal(error?.code, INVALID_PARAMS, `${method} ${JSON.stringify(params)}`);
      }
    }
    assert.ok(served.includes('textDocument/hover') && served.includes('bizenv/compare'), served.join());
    assert.ok(served.length > 25, `${served.length} requests are served`);
  });

  it('refuses them for every notification, and the texts are as they were', async () => {
    const notifications = [
      'textDocument/didOpen',
      'textDocument/didChange',
      'textDocument/didSave',
      'textDocument/didClose',
      'workspace/didChangeWatchedFiles',
      'workspace/didChangeWorkspaceFolders',
      '$/cancelRequest',
      '$/setTrace',
      'window/workDoneProgress/cancel',
    ];
    for (const method of notifications)
      for (const params of wrong) {
        client.notify(method, params);
        const { params: log } = await client.next((message) => message.method === 'window/logMessage');
        assert.match(String(log?.message), new RegExp(`^${method.replace('$', '\\$')}: params`));
      }
    const { result } = await client.ask('bizenv/tasks', { uri: 'untitled:a.md' });
    assert.ok(result);
  });

  it('answers every other request about texts that are not there', async () => {
    for (const uri of [
      'untitled:none.md',
      '',
      'x',
      'file:///',
      'file:///%zz',
      'file:///a%00b',
      'http://a/b',
      '__proto__',
    ])
      for (const method of ['hover', 'completion', 'definition', 'documentHighlight', 'prepareRename']) {
        const answer = await client.ask(`textDocument/${method}`, { ...place, textDocument: { uri } });
        assert.ok(
          'result' in answer || answer.error?.code === protocol.LSPErrorCodes.RequestFailed,
          `${method} ${uri}`,
        );
      }
  });
});

/** Every request that the protocol's client can send, and our own. */
function methods(): readonly string[] {
  const theirs = Object.values(protocol).flatMap((value: unknown) => {
    if (typeof value !== 'object' && typeof value !== 'function') return [];
    if (value === null || !('type' in value) || !(value.type instanceof protocol.ProtocolRequestType)) return [];
    return [value.type.method];
  });
  const own = Object.values(ours).flatMap((value) =>
    typeof value === 'string' && /^bizenv\/(?!did)/.test(value) ? [value] : [],
  );
  return [...new Set([...theirs, ...own])].filter((method) => method !== 'initialize');
}

function deep(levels: number): Buffer {
  const body = '['.repeat(levels) + ']'.repeat(levels);
  return Buffer.from(`Content-Length: ${body.length}\r\n\r\n${body}`);
}
