import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, Diagnostic, Hover, PublishDiagnosticsParams, TextDocumentEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Client } from './client.ts';

const pair = readFileSync(new URL('../../seeds/shenzhen-2023.md', import.meta.url), 'utf8');

describe('the language server over stdio', () => {
  let client: Client;
  let uri: string;
  let opened = 0;

  before(async () => {
    client = Client.start();
    await client.initialize();
  });

  beforeEach(() => {
    opened++;
    uri = `untitled:drafts/${opened}.md`;
  });

  after(async () => {
    assert.equal(await client.stop(), 0);
  });

  it('publishes the findings of a pair that is opened, with the other side as related place', async () => {
    await client.open(uri, pair);
    const { diagnostics, version } = await client.published((params) => params.uri === uri);
    assert.equal(version, 1);
    const term = diagnostics.find(({ code }) => code === 'term-mismatch');
    assert.match(messageOf(term), /创业创新金融服务平台/);
    assert.equal(term?.relatedInformation?.[0]?.location.uri, uri);
    assert.match(term?.codeDescription?.href ?? '', /term-mismatch\.zh-CN\.md$/);
    assert.ok(diagnostics.every(({ source }) => source === 'bizenv'));
  });

  it('publishes nothing for a Markdown file that holds no pair', async () => {
    await client.open(uri, '# 读书笔记\n\n1. 第一章（很好）\n2. 第二章（一般）\n');
    const { diagnostics } = await client.published((params) => params.uri === uri);
    assert.deepEqual(diagnostics, []);
  });

  it('judges the text as it is typed, and takes its findings back when it is closed', async () => {
    await client.open(uri, pair);
    const first = await client.published((params) => params.uri === uri && params.version === 1);
    await client.replaceAll(uri, pair.replace('市文化旅游体育局', '市文化广电旅游体育局'), 2);
    const second = await client.published((params) => params.uri === uri && params.version === 2);
    assert.deepEqual(
      rules(first).filter((rule) => rule === 'unknown-unit'),
      ['unknown-unit'],
    );
    assert.deepEqual(
      rules(second),
      rules(first).filter((rule) => rule !== 'unknown-unit'),
    );
    await client.close(uri);
    const last = await client.published((params) => params.uri === uri && params.version === undefined);
    assert.deepEqual(last.diagnostics, []);
  });

  it('publishes at once what every key brings that is typed into a task', async () => {
    await client.open(uri, pair);
    await client.published((params) => params.uri === uri && params.version === 1);
    const at = pair.indexOf('，', pair.indexOf('\n12. ')) + 1;
    const versions: unknown[] = [];
    for (const [index, words] of ['推', '推动', '推动改'].entries())
      await client.replaceAll(uri, pair.slice(0, at) + words + pair.slice(at), index + 2);
    while (versions.at(-1) !== 4) versions.push((await client.published((params) => params.uri === uri)).version);
    assert.deepEqual(versions, [2, 3, 4]);
  });

  it('offers the fix of a finding; applied, its finding is gone and nothing else has changed', async () => {
    await client.open(uri, pair);
    const { diagnostics } = await client.published((params) => params.uri === uri && params.version === 1);
    const unknown = diagnostics.find(({ code }) => code === 'unknown-unit');
    assert.ok(unknown);
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: unknown.range,
      context: { diagnostics: [unknown], only: ['quickfix'] },
    });
    const preferred = actions.find(({ isPreferred }) => isPreferred);
    assert.equal(preferred?.title, '改为“市文化广电旅游体育局”');
    const fixed = apply(pair, preferred);
    assert.equal(fixed, pair.replace('市文化旅游体育局', '市文化广电旅游体育局'));
  });

  it('applies all safe fixes at once, and leaves what only a person can decide', async () => {
    await client.open(uri, pair);
    const before = await client.published((params) => params.uri === uri && params.version === 1);
    const [all] = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics: [], only: ['source.fixAll'] },
    });
    await client.replaceAll(uri, apply(pair, all), 2);
    const after = await client.published((params) => params.uri === uri && params.version === 2);
    assert.ok(rules(before).includes('unit-alias'));
    assert.ok(!rules(after).includes('unit-alias'));
    assert.ok(rules(after).includes('unknown-unit'));
  });

  it('says on hover what a unit is and what it does in the pair', async () => {
    await client.open(uri, pair);
    const at = TextDocument.create(uri, 'markdown', 1, pair).positionAt(pair.indexOf('（市前海管理局、市商务局') + 2);
    const hover = await client.request<Hover>('textDocument/hover', { textDocument: { uri }, position: at });
    const text = JSON.stringify(hover.contents);
    assert.match(text, /深圳市前海深港现代服务业合作区管理局/);
    assert.match(text, /牵头 \d+ 项/);
  });

  it('says nothing on hover where no unit stands', async () => {
    await client.open(uri, pair);
    const hover = await client.request<Hover | null>('textDocument/hover', {
      textDocument: { uri },
      position: { line: 0, character: 0 },
    });
    assert.equal(hover, null);
  });
});

describe('the language server in a folder', () => {
  let folder: string;
  let client: Client;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'bizenv-lsp-'));
    client = Client.start();
    await client.initialize('en');
  });

  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });

  it('follows the configuration of the folder, and speaks the language it was started in', async () => {
    writeFileSync(join(folder, 'bizenv.config.json'), '{ "rules": { "heading-level": "off" } }');
    const file = pathToFileURL(join(folder, 'draft.md')).href;
    await client.open(file, pair);
    const published = await client.published(({ version }) => version === 1);
    assert.ok(!rules(published).includes('heading-level'));
    const unknown = published.diagnostics.find(({ code }) => code === 'unknown-unit');
    assert.match(messageOf(unknown), /^The unit directory has no/);
  });

  it('judges a draft without its configuration when that is broken', async () => {
    writeFileSync(join(folder, 'bizenv.config.json'), '{ "rules": ');
    const file = pathToFileURL(join(folder, 'draft.md')).href;
    await client.open(file, pair);
    const published = await client.published(({ version }) => version === 1);
    assert.ok(rules(published).includes('heading-level'));
  });
});

function rules({ diagnostics }: PublishDiagnosticsParams): readonly string[] {
  return diagnostics.map(({ code }) => String(code));
}

function messageOf(diagnostic: Diagnostic | undefined): string {
  return typeof diagnostic?.message === 'string' ? diagnostic.message : '';
}

function apply(text: string, action: CodeAction | undefined): string {
  const [change] = (action?.edit?.documentChanges ?? []) as TextDocumentEdit[];
  assert.ok(change, 'the action has an edit');
  const edits = change.edits.filter((edit) => 'newText' in edit);
  return TextDocument.applyEdits(TextDocument.create('untitled:', 'markdown', 1, text), edits);
}
