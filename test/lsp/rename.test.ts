import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Range, WorkspaceEdit } from 'vscode-languageserver';
import { Client } from './client.ts';
import { smallPair } from './pair-text.ts';

const cut = smallPair.indexOf('# 深圳市2024年优化营商环境重点任务清单');

describe('rename', () => {
  let folder: string;
  let client: Client;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'bizenv-rename-'));
    writeFileSync(join(folder, 'bizenv.config.json'), '{ "pairs": [["要点 (1).md", "清单.md"]] }');
    writeFileSync(join(folder, '清单.md'), smallPair.slice(cut).replace('| 市财政局 |', '| 深圳市财政局 |'));
    writeFileSync(join(folder, '2023.md'), smallPair);
    client = Client.start();
    await client.initialize({
      folders: [pathToFileURL(folder).href],
      capabilities: { workspace: { workspaceEdit: { changeAnnotationSupport: {} } } },
    });
  });

  after(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });

  it('renames a unit in both files of a pair and in the other drafts, those only with confirmation', async () => {
    // Clients differ in what they escape.
    const uri = pathToFileURL(join(folder, '要点 (1).md')).href.replace('(', '%28').replace(')', '%29');
    await client.open(uri, smallPair.slice(0, cut));
    const position = client.at(uri, '（市财政局', 2);
    const prepared = await client.ask<{ readonly range: Range; readonly placeholder: string }>(
      'prepareRename',
      uri,
      position,
    );
    assert.equal(prepared.placeholder, '市财政局');
    assert.equal(client.words(uri, prepared.range), '市财政局');

    const edit = await client.ask<WorkspaceEdit>('rename', uri, position, { newName: '市财务局' });
    const elsewhere = await client.apply(edit);
    assert.match(client.text(uri), /（市财务局）/);
    const files = elsewhere.map(({ textDocument }) => decodeURIComponent(textDocument.uri).split('/').at(-1));
    assert.deepEqual(files, ['清单.md', '2023.md']);
    assert.deepEqual(
      elsewhere.map(({ edits }) => edits.map((one) => 'annotationId' in one)),
      [[false], [true, true]],
    );
  });

  it('refuses what is no unit, and what is no name', async () => {
    const uri = pathToFileURL(join(folder, '2023.md')).href;
    await client.open(uri, smallPair);
    await assert.rejects(client.ask('prepareRename', uri, client.at(uri, '清理招标')), /没有可以改名的单位/);
    await assert.rejects(client.ask('rename', uri, client.at(uri, '（市财政局', 2), { newName: '甲、乙' }), /分隔符/);
  });
});
