import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import {
  CancellationTokenSource,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver';
import type { DidJudgeParams } from '#shared/protocol.ts';
import { Client } from './client.ts';
import { smallPair } from './pair-text.ts';

const pair = readFileSync(new URL('../../seeds/shenzhen-2023.md', import.meta.url), 'utf8');

const wrong = smallPair.replace('（市财政局）', '（市财证局）');

describe('pull diagnostics', () => {
  let folder: string;
  let client: Client;
  let judged: DidJudgeParams[];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'bizenv-pull-'));
    client = Client.start();
    judged = [];
    client.connection.onNotification('bizenv/didJudge', (params: DidJudgeParams) => {
      judged.push(params);
    });
    const init = await client.initialize({
      folders: [pathToFileURL(folder).href],
      capabilities: {
        textDocument: { diagnostic: {} },
        workspace: {
          configuration: true,
          diagnostics: { refreshSupport: true },
          didChangeWatchedFiles: { dynamicRegistration: true },
        },
        window: { workDoneProgress: true },
      },
      options: { hearsJudgements: true },
    });
    assert.equal(init.capabilities.diagnosticProvider?.interFileDependencies, true);
  });

  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });

  const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
  const pull = (uri: string, previousResultId?: string) =>
    client.request<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  const rules = (report: DocumentDiagnosticReport) =>
    report.kind === 'full' ? report.items.map(({ code }) => code) : report.kind;
  const pullWorkspace = (previousResultIds: readonly { readonly uri: string; readonly value: string }[] = []) =>
    client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds });

  it('give the findings of a text, and “unchanged” while they are the same', async () => {
    const uri = uriOf('a.md');
    await client.open(uri, wrong);
    const first = await pull(uri);
    assert.deepEqual(rules(first), ['unknown-unit']);
    const again = await pull(uri, first.resultId);
    assert.equal(again.kind, 'unchanged');
    await client.replaceAll(uri, smallPair, 2);
    assert.deepEqual(rules(await pull(uri, first.resultId)), []);
  });

  it('say of each key what a text opened anew is told, or that nothing changed', async () => {
    const uri = uriOf('typed.md');
    await client.open(uri, pair);
    let known = await pull(uri);
    let [kept, unchanged] = [known.kind === 'full' ? known.items : [], 0];
    let text = pair;
    // Before, behind and within what is found, and between the places of one finding.
    const places = ['提供多语种服务', '（市市场监管局）', '市科技创新委）', '| 12 ', '企业开办', '\n## ', '优化'];
    for (const [index, place] of places.entries()) {
      const at = text.indexOf(place, 700) + 3;
      assert.ok(at > 700, place);
      for (const [step, typed] of ['局', '服', ''].entries()) {
        text = text.slice(0, at) + typed + text.slice(at + (typed === '' ? 1 : 0));
        await client.replaceAll(uri, text, 2 + index * 3 + step);
        known = await pull(uri, known.resultId);
        if (known.kind === 'full') kept = known.items;
        else unchanged++;
      }
      const fresh = uriOf(`fresh-${index}.md`);
      await client.open(fresh, text);
      const anew = await pull(fresh);
      assert.deepEqual(kept, anew.kind === 'full' ? withUri(anew.items, fresh, uri) : [], place);
      await client.close(fresh);
    }
    assert.ok(unchanged > 0);
  });

  it('judge each version once, however many features ask', async () => {
    const uri = uriOf('a.md');
    await client.open(uri, wrong);
    const textDocument = { uri };
    await Promise.all([
      pull(uri),
      client.request('textDocument/documentSymbol', { textDocument }),
      client.request('textDocument/codeLens', { textDocument }),
      client.ask('hover', uri, { line: 0, character: 0 }),
      client.request('textDocument/semanticTokens/full', { textDocument }),
    ]);
    await pull(uri);
    assert.deepEqual(
      judged.map(({ version }) => version),
      [1],
    );
    assert.deepEqual(judged[0]?.counts, { error: 1, warning: 0, info: 0 });
    assert.deepEqual([judged[0]?.points, judged[0]?.rows], [4, 4]);
  });

  it('give way to a newer edit and to a cancellation', async () => {
    const uri = uriOf('a.md');
    await client.open(uri, wrong);
    await pull(uri);
    await client.replaceAll(uri, smallPair, 2);
    const older = pull(uri);
    await client.replaceAll(uri, smallPair.replace('（市财政局）', '（市司法局）'), 3);
    const source = new CancellationTokenSource();
    const cancelled = client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } }, source.token);
    source.cancel();
    await assert.rejects(cancelled);
    // The older question is answered for the text it asked about, where it came first, for a newer one, or not at all.
    const answer = await older.then(rules, (error: { readonly data?: unknown }) => error.data);
    const allowed = [[], ['lead-mismatch'], { retriggerRequest: true }];
    assert.ok(
      allowed.some((one) => isDeepStrictEqual(answer, one)),
      JSON.stringify(answer),
    );
    assert.deepEqual(rules(await pull(uri)), ['lead-mismatch']);
  });

  it('cover the drafts of the workspace, closed ones too, and leave other Markdown files alone', async () => {
    writeFileSync(join(folder, 'a.md'), wrong);
    writeFileSync(join(folder, 'b.md'), smallPair);
    writeFileSync(join(folder, 'notes.md'), '# 笔记\n\n1. 一（好）\n');
    const { items } = await pullWorkspace();
    const found = Object.fromEntries(
      items.map((item) => [item.uri.split('/').at(-1), item.kind === 'full' ? item.items.length : -1]),
    );
    assert.deepEqual(found, { 'a.md': 1, 'b.md': 0, 'notes.md': 0 });
  });

  it('show their progress through many drafts, but not through many other Markdown files', async () => {
    for (let index = 0; index < 45; index++) writeFileSync(join(folder, `${index}.md`), `# 笔记 ${index}\n`);
    const { items } = await pullWorkspace();
    assert.equal(items.length, 45);
    assert.ok(!client.heard.includes('window/workDoneProgress/create'));
    for (let index = 0; index < 25; index++) writeFileSync(join(folder, `${index}.md`), smallPair);
    const changes = Array.from({ length: 25 }, (_, index) => ({ uri: uriOf(`${index}.md`), type: 2 }));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    await pullWorkspace();
    assert.ok(client.heard.includes('window/workDoneProgress/create'));
  });

  it('answer a second question about the workspace only when there is news', async () => {
    writeFileSync(join(folder, 'a.md'), wrong);
    const first = await pullWorkspace();
    const previous = first.items.map(({ uri, resultId = '' }) => ({ uri, value: resultId }));
    const waiting = pullWorkspace(previous);
    writeFileSync(join(folder, 'a.md'), smallPair);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf('a.md'), type: 2 }],
    });
    const [item] = (await waiting).items;
    assert.deepEqual(item?.kind === 'full' ? item.items : 'unchanged', []);
  });

  it('follow the configuration, the directory and the settings, and ask for a refresh', async () => {
    const uri = uriOf('a.md');
    await client.open(uri, wrong);
    assert.deepEqual(rules(await pull(uri)), ['unknown-unit']);
    assert.ok(!client.heard.includes('workspace/diagnostic/refresh'));
    writeFileSync(join(folder, 'bizenv.config.json'), '{ "units": ["units.json"] }');
    writeFileSync(
      join(folder, 'units.json'),
      '{ "places": ["深圳市"], "units": [{ "name": "市财证局", "kind": "市政府工作部门" }] }',
    );
    const changed = { changes: [{ uri: uriOf('bizenv.config.json'), type: 1 }] };
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', changed);
    await client.hears('workspace/diagnostic/refresh');
    assert.deepEqual(rules(await pull(uri)), ['lead-mismatch']);
    client.settings = { rules: { 'lead-mismatch': 'off' } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    assert.deepEqual(rules(await pull(uri)), []);
    client.settings = { enable: false };
    await client.replaceAll(uri, smallPair.replace('| 4 |', '| 9 |'), 2);
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    assert.deepEqual(rules(await pull(uri)), []);
  });

  it('judge the two files of a pair together, as they stand in the editor', async () => {
    const cut = smallPair.indexOf('# 深圳市2024年优化营商环境重点任务清单');
    writeFileSync(join(folder, '清单.md'), smallPair.slice(cut));
    const points = uriOf('要点.md');
    await client.open(
      points,
      `---\npair: 清单.md\n---\n\n${smallPair.slice(0, cut).replace('（市财政局）', '（市司法局）')}`,
    );
    assert.deepEqual(rules(await pull(points)), []);
    // Named by the other file alone, and told where the row stands.
    const list = uriOf('清单.md');
    await client.open(list, smallPair.slice(cut));
    assert.deepEqual(rules(await pull(list)), ['lead-mismatch']);
    await client.replaceAll(points, `---\npair: 清单.md\n---\n\n${smallPair.slice(0, cut)}`, 2);
    assert.deepEqual(rules(await pull(list)), []);
  });

  it('let a configuration of an untrusted folder name nothing outside it', async () => {
    await client.stop();
    client = Client.start();
    await client.initialize({
      folders: [pathToFileURL(folder).href],
      capabilities: { textDocument: { diagnostic: {} } },
      options: { trusted: false },
    });
    const outside = mkdtempSync(join(tmpdir(), 'bizenv-outside-'));
    writeFileSync(join(outside, 'units.json'), '{ "units": [{ "name": "市财证局", "kind": "局" }] }');
    writeFileSync(join(folder, 'bizenv.config.json'), JSON.stringify({ units: [join(outside, 'units.json')] }));
    const uri = uriOf('a.md');
    await client.open(uri, wrong);
    assert.deepEqual(rules(await pull(uri)), ['unknown-unit']);
    const unit = client.at(uri, '市财证局', 1);
    const range = { start: unit, end: unit };
    const titles = async () => (await client.actions(uri, range)).map(({ title }) => title).join('\n');
    // Neither read for a definition nor changed by a quick fix.
    assert.deepEqual((await client.ask<unknown[] | null>('definition', uri, unit)) ?? [], []);
    assert.doesNotMatch(await titles(), /加入本地单位目录/);
    await client.connection.sendNotification('bizenv/didGrantTrust');
    assert.deepEqual(rules(await pull(uri)), ['lead-mismatch']);
    assert.equal((await client.ask<unknown[]>('definition', uri, unit)).length, 1);
    rmSync(outside, { recursive: true });
  });
});

/** Diagnostics as if they were those of another text. */
function withUri(items: readonly Diagnostic[], from: string, to: string): readonly Diagnostic[] {
  return JSON.parse(JSON.stringify(items).replaceAll(JSON.stringify(from), JSON.stringify(to)));
}
