import assert from 'node:assert/strict';
import {
  type Command,
  type CompletionItem,
  CompletionTriggerKind,
  type Hover,
  type SymbolInformation,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Client } from './client.ts';
import { smallPair } from './pair-text.ts';

const wrong = smallPair.replace('（市财政局）', '（市财证局）');
const uri = 'untitled:Untitled-1';

/** A client as the protocol was in its first years: it is sent diagnostics and commands, knows neither folders nor Markdown. */
describe('a client that can do little', () => {
  let client: Client;

  const codes = async () =>
    (await client.published((params) => params.uri === uri)).diagnostics.map(({ code }) => code).sort();
  const applied = (edit: WorkspaceEdit | undefined) => {
    const edits = edit?.changes?.[uri];
    assert.ok(edits !== undefined, 'the edit is in the form that every client knows');
    return TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 1, client.text(uri)), edits);
  };

  beforeEach(async () => {
    client = Client.start();
  });
  afterEach(async () => {
    await client.stop();
  });

  const start = async (workspace: { readonly applyEdit?: boolean } = { applyEdit: true }) => {
    const { capabilities } = await client.initialize({ limited: true, capabilities: { workspace } });
    await client.open(uri, wrong);
    assert.deepEqual(await codes(), ['unknown-unit']);
    return capabilities;
  };

  it('is sent the findings, and reads hovers as plain text', async () => {
    const capabilities = await start();
    assert.equal(capabilities.diagnosticProvider, undefined);
    const { contents } = await client.ask<Hover>('hover', uri, client.at(uri, '市司法局', 1));
    assert.ok(typeof contents === 'object' && 'kind' in contents && contents.kind === 'plaintext');
    assert.match(contents.value, /^市司法局\n\n深圳市司法局/);
    assert.doesNotMatch(contents.value, /\*\*|\]\(|\\/);
  });

  it('gets its quick fixes as commands, and one makes the finding go', async () => {
    await start();
    const at = client.at(uri, '市财证局', 1);
    const actions = (await client.actions(uri, { start: at, end: at })) as unknown as Command[];
    const [first] = actions;
    assert.deepEqual([first?.title, typeof first?.command], ['改为“市财政局”', 'string']);
    let text = '';
    client.connection.onRequest('workspace/applyEdit', ({ edit }: { readonly edit: WorkspaceEdit }) => {
      text = applied(edit);
      return { applied: true };
    });
    await client.request('workspace/executeCommand', { command: first?.command, arguments: first?.arguments });
    assert.equal(text, smallPair);
    await client.replaceAll(uri, text, 2);
    assert.deepEqual(await codes(), []);
  });

  it('is offered no command when it applies no edits', async () => {
    const capabilities = await start({});
    assert.equal(capabilities.executeCommandProvider, undefined);
    const at = client.at(uri, '市财证局', 1);
    assert.deepEqual(await client.actions(uri, { start: at, end: at }), []);
  });

  it('navigates, renames, completes without snippets, and sees the outline as a list', async () => {
    await start();
    const unit = client.at(uri, '市司法局', 1);
    assert.ok((await client.ask<unknown[]>('definition', uri, client.at(uri, '1.'))).length > 0);
    const context = { includeDeclaration: true };
    const references = await client.ask<unknown[]>('references', uri, unit, { context });
    const renamed = await client.ask<WorkspaceEdit>('rename', uri, unit, { newName: '市贸易局' });
    assert.equal(renamed.changes?.[uri]?.length, references.length);
    assert.ok(!applied(renamed).includes('市司法局'));
    const symbols = await client.request<SymbolInformation[]>('textDocument/documentSymbol', {
      textDocument: { uri },
    });
    assert.equal(symbols[0]?.location.uri, uri);
    assert.ok(symbols.some(({ name, containerName }) => name.startsWith('1') && containerName !== undefined));
    await client.replaceAll(uri, `${wrong.trimEnd()}\n| 5`, 2);
    const end = TextDocument.create(uri, 'markdown', 2, client.text(uri)).positionAt(client.text(uri).length);
    const list = await client.ask<{ readonly items: CompletionItem[] } | null>('completion', uri, end, {
      context: { triggerKind: CompletionTriggerKind.Invoked },
    });
    for (const item of list?.items ?? []) {
      assert.notEqual(item.insertTextFormat, 2);
      assert.doesNotMatch(JSON.stringify(item), /\$\{?\d/);
    }
  });

  it('hears nothing that the protocol does not know', async () => {
    await start();
    assert.deepEqual(
      client.heard.filter((method) => !/^(?:window|textDocument)\//.test(method)),
      [],
    );
  });
});
