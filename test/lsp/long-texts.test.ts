import assert from 'node:assert/strict';
import type { DocumentDiagnosticReport, ShowMessageParams } from 'vscode-languageserver';
import { LONGEST_TEXT } from '#shared/text/longest-text.ts';
import { Client } from './client.ts';
import { smallPair } from './pair-text.ts';

const uri = 'untitled:草稿.md';
const wrong = smallPair.replace('（市财政局）', '（市财证局）');
const longest = wrong.padEnd(LONGEST_TEXT, '\n');

describe('a text that is too long', () => {
  let client: Client;
  let told: ShowMessageParams[];

  beforeEach(async () => {
    client = Client.start();
    told = [];
    client.connection.onNotification('window/showMessage', (params: ShowMessageParams) => {
      told.push(params);
    });
    await client.initialize({ capabilities: { textDocument: { diagnostic: {} } } });
  });

  afterEach(() => client.stop());

  async function findings(): Promise<number> {
    const report = await client.request<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri } });
    assert.equal(report.kind, 'full');
    return report.kind === 'full' ? report.items.length : -1;
  }

  it('is told of once, and nothing else is done for it', async () => {
    await client.open(uri, `${longest}\n`);
    await client.replaceAll(uri, `${longest}\n\n`, 2);
    const place = client.at(uri, '市财证局');
    assert.equal(await findings(), 0);
    assert.deepEqual((await client.request('textDocument/documentSymbol', { textDocument: { uri } })) ?? [], []);
    assert.equal(await client.ask('hover', uri, place), null);
    assert.equal(await client.ask('completion', uri, place), null);
    assert.deepEqual((await client.request('textDocument/codeLens', { textDocument: { uri } })) ?? [], []);
    assert.deepEqual(told, [
      {
        type: 3,
        message:
          '“草稿.md”：文本有 401 万字，超过上限 400 万字，因此不检查。请确认文件没有弄错；多份材料请分成多个文件。',
      },
    ]);
  });

  it('is judged as soon as it is no longer too long', async () => {
    await client.open(uri, `${longest}\n`);
    assert.equal(await findings(), 0);
    await client.replaceAll(uri, longest, 2);
    assert.ok((await findings()) > 0);
  });

  it('is not spoken of where it is no draft', async () => {
    await client.open(uri, '日志\n'.repeat(LONGEST_TEXT / 2));
    assert.equal(await findings(), 0);
    assert.deepEqual(told, []);
  });
});
