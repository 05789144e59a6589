import assert from 'node:assert/strict';
import type { DocumentDiagnosticReport, ShowMessageParams } from 'vscode-languageserver';
import { SERVER_COMMANDS } from '#shared/protocol.ts';
import { Client } from './client.ts';
import { smallPair } from './pair-text.ts';

describe('restructuring commands', () => {
  let client: Client;
  let uri: string;
  let opened = 0;
  const told: string[] = [];

  before(async () => {
    client = Client.start();
    client.connection.onNotification('window/showMessage', ({ message }: ShowMessageParams) => {
      told.push(message);
    });
    await client.initialize({ capabilities: { textDocument: { diagnostic: {} } } });
  });

  beforeEach(async () => {
    uri = `untitled:restructuring/${++opened}.md`;
    await client.open(uri, smallPair);
  });

  after(() => client.stop());

  const lines = () => client.text(uri).split('\n');
  const numbered = () =>
    lines()
      .filter((line) => /^(?:\d+\. |\| \d+ )/.test(line))
      .map((line) => line.slice(0, 24));
  const rules = async () => {
    const report = await client.request<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri } });
    return report.kind === 'full' ? report.items.map(({ code }) => code) : [];
  };

  it('delete a task in both parts and close the gap', async () => {
    const result = await client.command(SERVER_COMMANDS.deleteTask, { uri, position: client.at(uri, '2. 修订') });
    assert.equal(result.applied, true);
    const expected = smallPair
      .replace(/2\. 修订.*\n\n/, '')
      .replace(/\| 2 \| .*\n/, '')
      .replace('3. 清理', '2. 清理')
      .replace('4. 推行', '3. 推行')
      .replace('| 3 |', '| 2 |')
      .replace('| 4 |', '| 3 |');
    assert.equal(client.text(uri), expected);
    assert.deepEqual(await rules(), []);
  });

  it('move a task up within its heading: numbers stay, words change places', async () => {
    await client.command(SERVER_COMMANDS.moveTaskUp, { uri, position: client.at(uri, '| 2 | 提升') });
    assert.deepEqual(
      numbered().map((line) => line.slice(0, 6)),
      ['1. 修订《', '2. 推行开', '3. 清理招', '4. 推行水', '| 1 | ', '| 2 | ', '| 3 | ', '| 4 | '],
    );
    assert.match(client.text(uri), /\| 1 \| 提升企业开办服务水平 \| 推行“一照多址”改革/);
    assert.deepEqual(await rules(), []);
    await client.command(SERVER_COMMANDS.moveTaskDown, { uri, position: client.at(uri, '1. 修订') });
    assert.equal(client.text(uri), smallPair);
  });

  it('move a task over a heading: its row gets the domain of the heading', async () => {
    const result = await client.command(SERVER_COMMANDS.moveTaskDown, { uri, position: client.at(uri, '2. 修订') });
    assert.equal(result.applied, true);
    const text = client.text(uri);
    assert.ok(text.indexOf('### （二）优化市场准入监管') < text.indexOf('2. 修订'));
    assert.match(text, /\| 2 \| 优化市场准入监管 \| 推行“一照多址”改革/);
    assert.deepEqual(await rules(), []);
    assert.equal(result.place?.range.start.line, client.at(uri, '2. 修订').line);
    await client.command(SERVER_COMMANDS.moveTaskUp, { uri, position: client.at(uri, '2. 修订') });
    assert.equal(client.text(uri), smallPair);
  });

  it('move a task over the border of a section, past its section row', async () => {
    await client.command(SERVER_COMMANDS.moveTaskDown, { uri, position: client.at(uri, '3. 清理') });
    const text = client.text(uri);
    assert.ok(text.lastIndexOf('| 二、优化市政') < text.indexOf('| 3 | 提高报装服务便利度'));
    assert.deepEqual(
      (await rules()).filter((rule) => rule !== 'heading-level'),
      [],
    );
    await client.command(SERVER_COMMANDS.moveTaskUp, { uri, position: client.at(uri, '3. 清理') });
    assert.equal(client.text(uri), smallPair);
  });

  it('move a task to another domain, and renumber what is between', async () => {
    const domain = { uri, range: { start: client.at(uri, '### （二）优化'), end: client.at(uri, '### （二）优化') } };
    await client.command(SERVER_COMMANDS.moveTaskToDomain, { uri, number: 1, domain });
    const text = client.text(uri);
    assert.ok(text.indexOf('2. 清理') < text.indexOf('3. 推行开办'));
    assert.match(text, /\| 3 \| 优化市场准入监管 \| 推行无介质电子签名/);
    assert.match(text, /\n1\. 修订/);
    assert.deepEqual(await rules(), []);
  });

  it('insert a task behind another one, to be filled in', async () => {
    const result = await client.command(SERVER_COMMANDS.insertTask, { uri, position: client.at(uri, '2. 修订') });
    const text = client.text(uri);
    assert.match(text, /\n\n3\. 【任务内容】。（市待定局）\n\n###/);
    assert.match(text, /\n\| 3 \| 提升企业开办服务水平 \| 【重点任务】 \| 【任务内容】。 \| 市待定局 \| \|\n\| 4 \|/);
    assert.match(text, /\n5\. 推行水电/);
    assert.equal(result.place?.range.start.line, client.at(uri, '3. 【任务').line);
    assert.deepEqual([...new Set(await rules())], ['placeholder']);
  });

  it('carry along what speaks of a task by its number', async () => {
    const comment = '<!-- bizenv-disable-task 3 figure-mismatch -- 已核对 -->';
    await client.replaceAll(uri, `${smallPair}\n${comment}\n\n另见第 3 项。\n`, 2);
    await client.command(SERVER_COMMANDS.insertTask, { uri, number: 1 });
    assert.match(client.text(uri), /bizenv-disable-task 4 figure-mismatch/);
    assert.match(client.text(uri), /另见第 4 项/);
    await client.command(SERVER_COMMANDS.deleteTask, { uri, number: 4 });
    assert.doesNotMatch(client.text(uri), /bizenv-disable-task/);
  });

  it('renumber both parts', async () => {
    await client.replaceAll(uri, smallPair.replace('3. 清理', '7. 清理').replace('| 4 |', '| 9 |'), 2);
    await client.command(SERVER_COMMANDS.renumber, { uri });
    assert.equal(client.text(uri), smallPair);
    const again = await client.command(SERVER_COMMANDS.renumber, { uri });
    assert.equal(again.applied, false);
    assert.match(again.message ?? '', /编号已经连续/);
  });

  it('fill in the side that is missing', async () => {
    await client.replaceAll(uri, smallPair.replace(/\| 3 \| .*\n/, ''), 2);
    await client.command(SERVER_COMMANDS.fillMissing, { uri, position: client.at(uri, '3. 清理') });
    assert.match(client.text(uri), /\n\| 3 \| 优化市场准入监管 \| .* \| 市财政局 \| \|\n/);
    await client.replaceAll(uri, smallPair.replace(/\| 3 \| .*\n/, '').replace(/1\. 推行.*\n\n/, ''), 10);
    await client.command(SERVER_COMMANDS.fillMissing, { uri });
    assert.match(client.text(uri), /\n1\. 推行开办企业/);
    assert.match(client.text(uri), /\n\| 3 \| 优化市场准入监管/);
  });

  it('say why nothing can be done, in editors that do not look at the answer too', async () => {
    told.length = 0;
    const first = await client.command(SERVER_COMMANDS.moveTaskUp, { uri, number: 1 });
    assert.deepEqual(first, { applied: false, message: '已经是第一项。' });
    const nowhere = await client.command(SERVER_COMMANDS.deleteTask, { uri, position: { line: 0, character: 0 } });
    assert.match(nowhere.message ?? '', /光标处没有任务/);
    const old = await client.command(SERVER_COMMANDS.deleteTask, { uri, number: 1, version: 99 });
    assert.match(old.message ?? '', /已经改动/);
    assert.deepEqual(told, [first.message, nowhere.message, old.message]);
    assert.equal(client.text(uri), smallPair);
  });
});
