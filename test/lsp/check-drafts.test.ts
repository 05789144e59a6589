import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  CancellationTokenSource,
  type ClientCapabilities,
  WorkDoneProgress,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver';
import { CHECK_DRAFTS, type CheckDraftsResult } from '#shared/protocol.ts';
import { Client } from './client.ts';
import { smallPair } from './pair-text.ts';

const wrong = smallPair.replace('（市财政局）', '（市财证局）');
const pulls: ClientCapabilities = { textDocument: { diagnostic: {} }, workspace: { configuration: true } };

describe('checking all drafts of the workspace', () => {
  let folder: string;
  let client: Client;

  const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
  const start = async (capabilities: ClientCapabilities, settings: object = {}) => {
    client = Client.start();
    await client.initialize({ folders: [pathToFileURL(folder).href], capabilities, settings });
  };
  const check = (params: object = {}) => client.request<CheckDraftsResult>(CHECK_DRAFTS, params);
  const pull = async (previousResultIds: readonly object[] = []) => {
    const { items } = await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds });
    return Object.fromEntries(
      items.map((item) => [
        item.uri.slice(item.uri.lastIndexOf('/') + 1),
        item.kind === 'full' ? item.items.length : 'unchanged',
      ]),
    );
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bizenv-check-'));
    writeFileSync(join(folder, 'a.md'), wrong);
    writeFileSync(join(folder, 'b.markdown'), smallPair);
    writeFileSync(join(folder, 'notes.md'), '# 笔记\n\n1. 一（好）\n');
  });

  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });

  it('says how many there are and what was found, and tells its progress', async () => {
    await start(pulls);
    await client.open(uriOf('a.md'), wrong.replace('（市财证局）', '（市财正局）'));
    const heard: string[] = [];
    client.connection.onProgress(WorkDoneProgress.type, 'mine', (value) => {
      heard.push(`${value.kind} ${value.message ?? ''}`.trim());
    });
    assert.deepEqual(await check({ workDoneToken: 'mine' }), {
      files: 3,
      drafts: 2,
      counts: { error: 1, warning: 0, info: 0 },
    });
    assert.deepEqual(heard, ['begin', 'report 3/3', 'end']);
  });

  it('brings drafts into the diagnostics that are not checked by themselves', async () => {
    await start(pulls, { checkWorkspace: { enabled: false } });
    await client.open(uriOf('b.markdown'), smallPair);
    assert.deepEqual(await pull(), { 'b.markdown': 0 });
    const waiting = pull([{ uri: uriOf('b.markdown'), value: 'of another time' }]);
    await check();
    assert.deepEqual(await waiting, { 'a.md': 1, 'b.markdown': 0, 'notes.md': 0 });
  });

  it('finds what is wrong in the file of a pair that only the other file names', async () => {
    const cut = smallPair.lastIndexOf('\n# ') + 1;
    const points = `---\npair: a清单.md\n---\n\n${smallPair.slice(0, cut).replace('（市财政局）', '（市司法局）')}`;
    rmSync(join(folder, 'a.md'));
    writeFileSync(join(folder, 'a清单.md'), smallPair.slice(cut));
    writeFileSync(join(folder, 'z要点.md'), points);
    await start(pulls);
    assert.deepEqual((await check()).counts, { error: 1, warning: 0, info: 0 });
    assert.equal((await pull())[encodeURIComponent('a清单.md')], 1);
    // Opened alone, it is still known as half of a pair.
    const uri = uriOf('a清单.md');
    await client.open(uri, smallPair.slice(cut));
    const { items } = await client.request<{ items: { code: string }[] }>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    assert.deepEqual(
      items.map(({ code }) => code),
      ['lead-mismatch'],
    );
  });

  it('can be stopped, and leaves the rest unchecked', async () => {
    for (let index = 0; index < 40; index++) writeFileSync(join(folder, `c${index}.md`), wrong);
    await start(pulls, { checkWorkspace: { enabled: false } });
    const stop = new CancellationTokenSource();
    client.connection.onProgress(WorkDoneProgress.type, 'mine', ({ kind }) => {
      if (kind === 'report') stop.cancel();
    });
    await assert.rejects(client.connection.sendRequest(CHECK_DRAFTS, { workDoneToken: 'mine' }, stop.token));
    const found = Object.keys(await pull()).length;
    assert.ok(found >= 5 && found < 43, `${found} of 43 files`);
  });

  it('publishes to a client that cannot ask, and again when a file changes', async () => {
    await start({ workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } });
    await check();
    const uri = uriOf('a.md');
    const first = await client.published((params) => params.uri === uri);
    assert.deepEqual(
      first.diagnostics.map(({ code }) => code),
      ['unknown-unit'],
    );
    writeFileSync(join(folder, 'a.md'), smallPair);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
    const second = await client.published((params) => params.uri === uri);
    assert.deepEqual(second.diagnostics, []);
  });
});
