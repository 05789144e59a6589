import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Frames } from '#server/lsp/transport/frames.ts';
import { builtServer } from '../built.ts';

/** A message as it came, of whatever kind. */
export interface Heard {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: { readonly [key: string]: unknown };
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** Writes any bytes to a real server process, and reads what it says. */
export class RawClient {
  readonly server: ChildProcess;
  readonly ended: Promise<number | string | null>;
  readonly heard: Heard[] = [];
  #ids = 0;
  #waiting: (() => void)[] = [];

  private constructor(server: ChildProcess) {
    this.server = server;
    this.ended = new Promise((resolve) =>
      server.once('exit', (code, signal) => {
        resolve(code ?? signal);
        this.#wake();
      }),
    );
    const frames = new Frames();
    server.stdin?.on('error', () => undefined);
    server.stdout?.on('data', (chunk: Buffer) => {
      for (const frame of frames.push(chunk)) if (frame.kind === 'message') this.#hear(frame.value as Heard);
      this.#wake();
    });
  }

  static start(options: { readonly args?: readonly string[]; readonly env?: NodeJS.ProcessEnv } = {}): RawClient {
    const args = options.args ?? [builtServer(), '--stdio'];
    const env = options.env ?? process.env;
    return new RawClient(spawn(process.execPath, args, { env, stdio: ['pipe', 'pipe', 'inherit'] }));
  }

  raw(bytes: string | Buffer): void {
    this.server.stdin?.write(bytes);
  }

  send(message: unknown): void {
    this.raw(framed(message));
  }

  notify(method: string, params?: unknown): void {
    this.send({ jsonrpc: '2.0', method, params });
  }

  /** Sends a request, and gives its id. */
  request(method: string, params?: unknown): number {
    const id = ++this.#ids;
    this.send({ jsonrpc: '2.0', id, method, params });
    return id;
  }

  async ask(method: string, params?: unknown): Promise<Heard> {
    return await this.answer(this.request(method, params));
  }

  async answer(id: number | string | null): Promise<Heard> {
    return await this.next((message) => message.id === id && message.method === undefined);
  }

  /** The first message that is wanted, heard or to come; it is taken out of what was heard. */
  async next(wanted: (message: Heard) => boolean): Promise<Heard> {
    for (;;) {
      const index = this.heard.findIndex(wanted);
      const [found] = index < 0 ? [] : this.heard.splice(index, 1);
      if (found !== undefined) return found;
      if (this.server.exitCode !== null || this.server.signalCode !== null) throw new Error('the server has ended');
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  async initialize(params: object = {}): Promise<Heard> {
    const answer = await this.ask('initialize', { processId: null, rootUri: null, capabilities: {}, ...params });
    this.notify('initialized', {});
    return answer;
  }

  open(uri: string, text: string, version = 1): void {
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version, text } });
  }

  /** Whether the server still answers, and answers right. */
  async isWell(): Promise<boolean> {
    const { result } = await this.ask('workspace/symbol', { query: '没有的任务' });
    return Array.isArray(result) && result.length === 0;
  }

  /** Memory of the server in MB, where the system tells. */
  memory(): number | undefined {
    if (process.platform !== 'linux') return undefined;
    const status = readFileSync(`/proc/${this.server.pid}/status`, 'utf8');
    return Number(/VmRSS:\s*(\d+)/.exec(status)?.[1]) / 1024;
  }

  /** As the protocol says; the exit code. */
  async stop(): Promise<number | string | null> {
    await this.ask('shutdown');
    this.notify('exit');
    return await this.ended;
  }

  kill(): Promise<number | string | null> {
    this.server.kill('SIGKILL');
    return this.ended;
  }

  #hear(message: Heard): void {
    const { id, method } = message;
    // It has nothing to give to a server that asks.
    if (method !== undefined && id !== undefined)
      this.send({ jsonrpc: '2.0', id, error: { code: -32601, message: method } });
    else this.heard.push(message);
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }
}

export function framed(message: unknown): Buffer {
  const body = Buffer.from(JSON.stringify(message));
  return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]);
}
