import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ClientCapabilities, DocumentDiagnosticReport, WorkspaceDiagnosticReport } from 'vscode-languageserver';
import { Client } from './client.ts';
import { smallPair } from './pair-text.ts';

const cut = smallPair.lastIndexOf('\n# ') + 1;
const points = `---\npair: "清单 #2.md"\n---\n\n${smallPair.slice(0, cut)}`;
const wrongPoints = points.replace('（市财政局）', '（市司法局）');

/** The finding stands in the row, and the row in a file that nobody has opened. */
describe('a pair of which only the work points are open', () => {
  let folder: string;
  let client: Client;
  let open: string;
  let closed: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bizenv-halves-'));
    closed = pathToFileURL(join(folder, '清单 #2.md')).href;
    open = pathToFileURL(join(folder, '要点.md')).href;
    writeFileSync(join(folder, '清单 #2.md'), smallPair.slice(cut));
    client = Client.start();
  });

  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });

  const codesOf = (items: readonly { readonly code?: unknown }[]) => items.map(({ code }) => code);
  const published = async () => codesOf((await client.published(({ uri }) => uri === closed)).diagnostics);
  const pull = () =>
    client.request<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri: open } });
  const related = async () => {
    const report = (await pull()).relatedDocuments?.[closed];
    return report?.kind === 'full' ? codesOf(report.items) : report?.kind;
  };
  const start = async (capabilities: ClientCapabilities) => {
    await client.initialize({ capabilities });
    await client.open(open, wrongPoints);
  };

  it('has the findings of the list published, followed with every edit, and taken back in the end', async () => {
    await start({});
    assert.deepEqual(await published(), ['lead-mismatch']);
    await client.replaceAll(open, points, 2);
    assert.deepEqual(await published(), []);
    await client.replaceAll(open, wrongPoints, 3);
    assert.deepEqual(await published(), ['lead-mismatch']);
    await client.close(open);
    assert.deepEqual(await published(), []);
  });

  it('leaves the list to itself once it is open, and takes it up again when it is closed', async () => {
    await start({});
    assert.deepEqual(await published(), ['lead-mismatch']);
    await client.open(closed, smallPair.slice(cut).replace('| 市财政局 |', '| 市司法局 |'));
    assert.deepEqual(await published(), []);
    await client.close(closed);
    for (let codes = await published(); codes.length === 0; ) codes = await published();
  });

  it('tells them with those of the points to a client that takes them so', async () => {
    await start({ textDocument: { diagnostic: { relatedDocumentSupport: true } } });
    assert.deepEqual(await related(), ['lead-mismatch']);
    await client.replaceAll(open, points, 2);
    assert.deepEqual(await related(), []);
    await client.replaceAll(open, wrongPoints.slice(wrongPoints.indexOf('# ')), 3);
    assert.deepEqual(await related(), [], 'no longer a pair: what was told is taken back');
    assert.equal((await pull()).relatedDocuments, undefined);
  });

  it('publishes them to a client that asks about open texts only, until it asks about the workspace', async () => {
    await start({ textDocument: { diagnostic: {} } });
    assert.equal((await pull()).relatedDocuments, undefined);
    assert.deepEqual(await published(), ['lead-mismatch']);
    await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] });
    await client.replaceAll(open, points, 2);
    await pull();
    assert.deepEqual(await published(), []);
  });

  it('follows the edits of the points in what is told of the workspace', async () => {
    writeFileSync(join(folder, '要点.md'), points);
    await client.initialize({
      capabilities: { textDocument: { diagnostic: {} } },
      folders: [pathToFileURL(folder).href],
      options: { hearsJudgements: true },
    });
    await client.open(open, points);
    const ask = async () => {
      const { items } = await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
        previousResultIds: [],
      });
      const report = items.findLast(({ uri }) => uri === closed);
      return report?.kind === 'full' ? codesOf(report.items) : report?.kind;
    };
    assert.deepEqual(await ask(), []);
    await client.replaceAll(open, wrongPoints, 2);
    assert.deepEqual(await ask(), ['lead-mismatch']);
  });
});
