import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { CodeAction, DocumentDiagnosticReport, Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Client } from './client.ts';
import { smallPair } from './pair-text.ts';

const realPair = readFileSync(new URL('../../seeds/shenzhen-2023.md', import.meta.url), 'utf8');

describe('code actions', () => {
  let folder: string;
  let client: Client;
  let uri: string;

  before(async () => {
    client = Client.start();
    await client.initialize({ capabilities: { textDocument: { diagnostic: {} } } });
  });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bizenv-actions-'));
    uri = pathToFileURL(join(folder, 'draft.md')).href;
  });

  afterEach(async () => {
    await client.close(uri);
    rmSync(folder, { recursive: true });
  });

  after(() => client.stop());

  const diagnostics = async () => {
    const report = await client.request<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri } });
    return report.kind === 'full' ? report.items : [];
  };
  const rules = async () => (await diagnostics()).map(({ code }) => code);
  const titled = (actions: readonly CodeAction[], title: RegExp) => {
    const action = actions.find((one) => title.test(one.title));
    assert.ok(action, `${title} among ${actions.map((one) => one.title).join(' / ')}`);
    return action;
  };
  const rangeOf = async (rule: string): Promise<Range> => {
    const found = (await diagnostics()).find(({ code }) => code === rule);
    assert.ok(found, rule);
    return found.range;
  };
  /** What the action makes of the files of the folder. */
  const writeElsewhere = async (action: CodeAction) => {
    for (const { textDocument, edits } of await client.apply(action.edit)) {
      const path = fileURLToPath(textDocument.uri);
      let text = '';
      try {
        text = readFileSync(path, 'utf8');
      } catch {
        // Made by the edit.
      }
      const document = TextDocument.create(textDocument.uri, 'json', 0, text);
      writeFileSync(
        path,
        TextDocument.applyEdits(
          document,
          edits.filter((edit) => 'newText' in edit),
        ),
      );
    }
    const changed = { changes: [{ uri: pathToFileURL(join(folder, 'bizenv.config.json')).href, type: 1 }] };
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', changed);
  };

  it('offer both directions where the truth is unclear', async () => {
    await client.open(uri, smallPair.replace('（市财政局）', '（市司法局）'));
    const actions = await client.actions(uri, await rangeOf('lead-mismatch'), ['quickfix']);
    assert.deepEqual(
      actions.slice(0, 2).map(({ title }) => title),
      ['按要点修改清单的牵头单位', '按清单修改要点的牵头单位'],
    );
    await client.apply(actions[1]?.edit);
    assert.equal(client.text(uri), smallPair);
  });

  it('fix all findings of one rule at once', async () => {
    const text = smallPair.replace('（市市场监管局、市司法局）', '（市市场监督管理局、深圳市司法局）');
    await client.open(uri, text);
    const all = titled(await client.actions(uri, await rangeOf('unit-alias')), /全部同类问题（unit-alias，2 处）/);
    await client.apply(all.edit);
    assert.equal(client.text(uri), smallPair);
  });

  it('apply all safe fixes of a scanned text until none is left, with one edit', async () => {
    await client.open(uri, realPair);
    const start = { line: 0, character: 0 };
    const [all, ...others] = await client.actions(uri, { start, end: start }, ['source.fixAll.bizenv']);
    assert.equal(others.length, 0);
    await client.apply(all?.edit);
    const left = await client.actions(uri, { start, end: start }, ['source.fixAll']);
    assert.deepEqual(left, []);
    assert.ok(!(await rules()).includes('split-paragraph'));
  });

  it('turn a rule off for a line, and for a task of the table', async () => {
    await client.open(uri, smallPair.replace('（市财政局）', '（市财证局）').replace('| 市公安局 |', '| 市公案局 |'));
    const [first, second] = await diagnostics();
    assert.ok(first !== undefined && second !== undefined);
    await client.apply(titled(await client.actions(uri, second.range), /第 1 项不再检查此类问题（unknown-unit）/).edit);
    assert.match(client.text(uri), /\n\n<!-- bizenv-disable-task 1 unknown-unit -->\n$/);
    await client.apply(titled(await client.actions(uri, first.range), /本行不再检查此类问题（unknown-unit）/).edit);
    assert.match(client.text(uri), /\n<!-- bizenv-disable-next-line unknown-unit -->\n3\. 清理/);
    assert.deepEqual(await rules(), []);
  });

  it('turn a rule off for the file', async () => {
    await client.open(uri, `---\nyear: 2024\n---\n\n${smallPair.replace('（市财政局）', '（市财证局）')}`);
    await client.apply(titled(await client.actions(uri, await rangeOf('unknown-unit')), /本文件不再检查/).edit);
    assert.match(client.text(uri), /^---\nyear: 2024\n---\n<!-- bizenv-disable-file unknown-unit -->\n/);
    assert.deepEqual(await rules(), []);
  });

  it('offer nothing for one line where a directive itself is the finding', async () => {
    await client.open(uri, smallPair.replace('\n1. ', '\n<!-- bizenv-disable-next-line lead-order -->\n1. '));
    const range = await rangeOf('unused-directive');
    const offered = (await client.actions(uri, range))
      .map(({ title }) => title)
      .filter((title) => /不再检查/.test(title));
    assert.ok(offered.length > 0);
    assert.ok(
      offered.every((title) => /^(?:本文件|整个工作区)/.test(title)),
      offered.join(' / '),
    );
    await client.apply(titled(await client.actions(uri, range), /本文件不再检查/).edit);
    assert.ok(!(await rules()).includes('unused-directive'));
  });

  it('turn a rule off for the workspace: in the configuration, which is made where there is none', async () => {
    await client.open(uri, smallPair.replace('（市财政局）', '（市财证局）'));
    await writeElsewhere(titled(await client.actions(uri, await rangeOf('unknown-unit')), /整个工作区不再检查/));
    const config = readFileSync(join(folder, 'bizenv.config.json'), 'utf8');
    assert.deepEqual(JSON.parse(config), { rules: { 'unknown-unit': 'off' } });
    assert.deepEqual(await rules(), []);
  });

  it('keep the comments of a configuration', async () => {
    writeFileSync(join(folder, 'bizenv.config.json'), '{\n  // 我们的约定\n  "rules": { "lead-order": "off" }\n}\n');
    await client.open(uri, smallPair.replace('（市财政局）', '（市财证局）'));
    await writeElsewhere(titled(await client.actions(uri, await rangeOf('unknown-unit')), /整个工作区不再检查/));
    const config = readFileSync(join(folder, 'bizenv.config.json'), 'utf8');
    assert.match(config, /我们的约定[\s\S]*"lead-order": "off",[\s\S]*"unknown-unit": "off"/);
  });

  it('add an unknown name to the workspace’s directory, first made and then extended', async () => {
    await client.open(uri, smallPair.replaceAll('市财政局', '市低空经济促进署').replaceAll('市公安局', '市海洋发展署'));
    for (const name of ['市低空经济促进署', '市海洋发展署']) {
      const found = (await diagnostics()).find(({ message }) => JSON.stringify(message).includes(name));
      assert.ok(found, name);
      await writeElsewhere(titled(await client.actions(uri, found.range), new RegExp(`把“${name}”加入本地单位目录`)));
    }
    assert.deepEqual(await rules(), []);
    const units = JSON.parse(readFileSync(join(folder, 'bizenv.units.json'), 'utf8'));
    assert.deepEqual(units.places, ['深圳市']);
    assert.deepEqual(
      units.units.map(({ name }: { readonly name: string }) => name),
      ['市低空经济促进署', '市海洋发展署'],
    );
  });
});
