import { type ChildProcess, spawn } from 'node:child_process';
import {
  type ApplyWorkspaceEditParams,
  type ClientCapabilities,
  type CodeAction,
  CodeActionTriggerKind,
  createProtocolConnection,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CommandResult, CommandTask } from '#shared/protocol.ts';
import { builtServer } from '../built.ts';

export interface InitializeOptions {
  readonly locale?: string;
  /** Beside what every client of today can do. */
  readonly capabilities?: ClientCapabilities;
  /** True: nothing beside them. */
  readonly limited?: boolean;
  readonly folders?: readonly string[];
  /** What the client answers when it is asked for its settings. */
  readonly settings?: object;
  readonly options?: object;
}

/** A client that speaks JSON-RPC with a real server process over its standard streams. */
export class Client {
  readonly connection: ProtocolConnection;
  readonly #process: ChildProcess;
  readonly #published: PublishDiagnosticsParams[] = [];
  readonly #documents = new Map<string, TextDocument>();
  /** Methods of the requests and notifications that the server sent. */
  readonly heard: string[] = [];
  settings: object = {};
  #waiting: (() => void)[] = [];

  private constructor(server: ChildProcess) {
    const { stdin, stdout } = server;
    if (stdin === null || stdout === null) throw new Error('the server has no streams');
    this.#process = server;
    this.connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.#published.push(params);
      this.#wake();
    });
    this.connection.onRequest('workspace/configuration', ({ items }: { readonly items: readonly unknown[] }) =>
      items.map(() => this.settings),
    );
    this.connection.onRequest('workspace/applyEdit', async ({ edit }: ApplyWorkspaceEditParams) => {
      await this.apply(edit);
      return { applied: true };
    });
    for (const method of ['client/registerCapability', 'window/workDoneProgress/create', ...refreshes])
      this.connection.onRequest(method, () => {
        this.heard.push(method);
        this.#wake();
        return null;
      });
    this.connection.onUnhandledNotification(({ method }) => {
      this.heard.push(method);
      this.#wake();
    });
    this.connection.listen();
  }

  static start(): Client {
    return new Client(spawn(process.execPath, [builtServer(), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] }));
  }

  async initialize(given: string | InitializeOptions = {}): Promise<InitializeResult> {
    const {
      locale = 'zh-cn',
      capabilities = {},
      limited = false,
      folders = [],
      settings = {},
      options = {},
    } = typeof given === 'string' ? { locale: given } : given;
    this.settings = settings;
    const params = {
      processId: process.pid,
      rootUri: null,
      capabilities: limited ? capabilities : withUsual(capabilities),
      locale,
      workspaceFolders: folders.map((uri) => ({ uri, name: uri })),
      initializationOptions: options,
    };
    const result = await this.connection.sendRequest<InitializeResult>('initialize', params);
    await this.connection.sendNotification('initialized', {});
    return result;
  }

  async open(uri: string, text: string, version = 1): Promise<void> {
    this.#documents.set(uri, TextDocument.create(uri, 'markdown', version, text));
    const textDocument = { uri, languageId: 'markdown', version, text };
    await this.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  async replaceAll(uri: string, text: string, version: number): Promise<void> {
    this.#documents.set(uri, TextDocument.create(uri, 'markdown', version, text));
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  }

  async close(uri: string): Promise<void> {
    this.#documents.delete(uri);
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** The text as the client has it. */
  text(uri: string): string {
    return this.#document(uri).getText();
  }

  /** The first place of some words, moved on by some characters. */
  at(uri: string, words: string, by = 0, from = 0): Position {
    const index = this.text(uri).indexOf(words, from);
    if (index < 0) throw new Error(`the text has no ${words}`);
    return this.#document(uri).positionAt(index + by);
  }

  offset(uri: string, position: Position): number {
    return this.#document(uri).offsetAt(position);
  }

  words(uri: string, range: Range): string {
    return this.#document(uri).getText(range);
  }

  /** Applies an edit to the open texts and tells the server; what concerns other files is given back. */
  async apply(edit: WorkspaceEdit | undefined): Promise<readonly TextDocumentEdit[]> {
    const elsewhere: TextDocumentEdit[] = [];
    for (const change of edit?.documentChanges ?? []) {
      if (!('textDocument' in change)) continue;
      const { uri, version } = change.textDocument;
      const document = this.#documents.get(uri);
      if (document === undefined) {
        elsewhere.push(change);
        continue;
      }
      if (version !== document.version) throw new Error(`an edit of version ${version}, not ${document.version}`);
      const edits = change.edits.filter((one) => 'newText' in one);
      await this.replaceAll(uri, TextDocument.applyEdits(document, edits), document.version + 1);
    }
    return elsewhere;
  }

  /** The next published diagnostics, told or to come, that are wanted. What was published before them is forgotten. */
  async published(wanted: (params: PublishDiagnosticsParams) => boolean): Promise<PublishDiagnosticsParams> {
    for (;;) {
      const next = this.#published.shift();
      if (next === undefined) await this.#news();
      else if (wanted(next)) return next;
    }
  }

  /** Waits until the server has sent a message of this method. */
  async hears(method: string): Promise<void> {
    while (!this.heard.includes(method)) await this.#news();
  }

  request<Result>(method: string, params: object): Promise<Result> {
    return this.connection.sendRequest<Result>(method, params);
  }

  /** A request about a place of a text. */
  ask<Result>(method: string, uri: string, position: Position, more: object = {}): Promise<Result> {
    return this.request<Result>(`textDocument/${method}`, { textDocument: { uri }, position, ...more });
  }

  actions(uri: string, range: Range, only?: readonly string[]): Promise<CodeAction[]> {
    return this.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [], triggerKind: CodeActionTriggerKind.Invoked, ...(only === undefined ? {} : { only }) },
    });
  }

  command(command: string, task: CommandTask): Promise<CommandResult> {
    return this.request<CommandResult>('workspace/executeCommand', { command, arguments: [task] });
  }

  /** Ends the conversation as the protocol says, and gives the exit code. */
  async stop(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.#process.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const code = await ended;
    this.connection.dispose();
    return code;
  }

  #document(uri: string): TextDocument {
    const document = this.#documents.get(uri);
    if (document === undefined) throw new Error(`${uri} is not open`);
    return document;
  }

  #news(): Promise<void> {
    return new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }
}

function withUsual({ textDocument, workspace, window }: ClientCapabilities): ClientCapabilities {
  return {
    textDocument: {
      hover: { contentFormat: ['markdown', 'plaintext'] },
      codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } } },
      documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      ...textDocument,
    },
    workspace: {
      applyEdit: true,
      workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
      ...workspace,
    },
    ...(window === undefined ? {} : { window }),
  };
}

const refreshes = [
  'workspace/diagnostic/refresh',
  'workspace/codeLens/refresh',
  'workspace/inlayHint/refresh',
  'workspace/semanticTokens/refresh',
];
