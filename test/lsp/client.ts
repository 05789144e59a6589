import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  createProtocolConnection,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

const program = fileURLToPath(new URL('../../server/src/lsp/bin.ts', import.meta.url));

/** A client that speaks JSON-RPC with a real server process over its standard streams. */
export class Client {
  readonly connection: ProtocolConnection;
  readonly #process: ChildProcess;
  readonly #published: PublishDiagnosticsParams[] = [];
  #waiting: (() => void)[] = [];

  private constructor(server: ChildProcess) {
    const { stdin, stdout } = server;
    if (stdin === null || stdout === null) throw new Error('the server has no streams');
    this.#process = server;
    this.connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.#published.push(params);
      for (const wake of this.#waiting.splice(0)) wake();
    });
    this.connection.listen();
  }

  static start(): Client {
    return new Client(
      spawn(process.execPath, ['--import', 'tsx', program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] }),
    );
  }

  async initialize(locale = 'zh-cn'): Promise<InitializeResult> {
    const params = { processId: process.pid, rootUri: null, capabilities: {}, locale };
    const result = await this.connection.sendRequest<InitializeResult>('initialize', params);
    await this.connection.sendNotification('initialized', {});
    return result;
  }

  async open(uri: string, text: string, version = 1): Promise<void> {
    const textDocument = { uri, languageId: 'markdown', version, text };
    await this.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  async replaceAll(uri: string, text: string, version: number): Promise<void> {
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** The next published diagnostics, told or to come, that are wanted. What was published before them is forgotten. */
  async published(wanted: (params: PublishDiagnosticsParams) => boolean): Promise<PublishDiagnosticsParams> {
    for (;;) {
      const next = this.#published.shift();
      if (next === undefined) await new Promise<void>((resolve) => this.#waiting.push(resolve));
      else if (wanted(next)) return next;
    }
  }

  request<Result>(method: string, params: object): Promise<Result> {
    return this.connection.sendRequest<Result>(method, params);
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
}
