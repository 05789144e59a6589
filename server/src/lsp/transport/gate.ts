import {
  type DataCallback,
  ErrorCodes,
  LSPErrorCodes,
  Message,
  type MessageReader,
  type MessageStrategy,
  MessageType,
  type MessageWriter,
  type NotificationMessage,
  type RequestMessage,
} from 'vscode-languageserver';
import { mistakeIn } from './params.ts';

/** So many messages may wait for their turn, and so many to be written, before no more are read. */
const MOST_WAITING = 200;
/** So many requests may be without an answer before further ones are refused. */
const MOST_OPEN = 10_000;

/** Stops and goes on with reading, where the transport can. */
export interface Flow {
  pause(): void;
  resume(): void;
}

/**
 * Stands between the wire and the server. Only what the protocol allows at that moment, with parameters of the right
 * shape, goes on; all else is answered with the error that the protocol names. So no feature has to doubt its parameters.
 */
export class Gate {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  /** For the connection: tells the gate whenever a message had its turn. */
  readonly messageStrategy: MessageStrategy = {
    handleMessage: (message, next) => {
      if (waits(message)) this.#waiting--;
      this.#flowOn();
      return next(message);
    },
  };
  #state: 'new' | 'initialized' | 'shut down' = 'new';
  #initialize: RequestMessage['id'] = null;
  readonly #open = new Set<RequestMessage['id']>();
  readonly #wire: MessageWriter;
  readonly #flow: Flow | undefined;
  #waiting = 0;
  #unwritten = 0;
  #isPaused = false;

  constructor(reader: MessageReader, writer: MessageWriter, flow?: Flow) {
    this.#wire = writer;
    this.#flow = flow;
    const { onError, onClose, onPartialMessage } = reader;
    const listen = (callback: DataCallback) => reader.listen((message) => this.#hear(message, callback));
    this.reader = { onError, onClose, onPartialMessage, listen, dispose: () => reader.dispose() };
    this.writer = {
      onError: writer.onError,
      onClose: writer.onClose,
      write: (message) => this.#say(message),
      end: () => writer.end(),
      dispose: () => writer.dispose(),
    };
  }

  get hasShutDown(): boolean {
    return this.#state === 'shut down';
  }

  /** Answers what is no message at all. */
  refuse(kind: 'parse' | 'invalid', reason: string): void {
    this.#answer(null, kind === 'parse' ? ErrorCodes.ParseError : ErrorCodes.InvalidRequest, reason);
  }

  #hear(message: Message, pass: DataCallback): void {
    if (Message.isRequest(message)) this.#hearRequest(message, pass);
    else if (Message.isNotification(message)) this.#hearNotification(message, pass);
    else if (Message.isResponse(message)) pass(message);
    else this.#answer(idOf(message), ErrorCodes.InvalidRequest, 'neither a request, a notification nor a response');
  }

  #hearRequest(message: RequestMessage, pass: DataCallback): void {
    const refusal = this.#refusalOf(message);
    if (refusal !== undefined) {
      this.#answer(message.id, refusal.code, refusal.reason);
      return;
    }
    if (message.method === 'initialize') {
      this.#state = 'initialized';
      this.#initialize = message.id;
    } else if (message.method === 'shutdown') this.#state = 'shut down';
    this.#open.add(message.id);
    this.#pass(message, pass);
  }

  #refusalOf({ id, method, params }: RequestMessage): Refusal | undefined {
    const isFirst = method === 'initialize';
    if (this.#state === 'shut down') return invalid('the server was shut down');
    if (this.#state === 'new' && !isFirst)
      return { code: ErrorCodes.ServerNotInitialized, reason: 'the server was not initialized yet' };
    if (this.#state !== 'new' && isFirst) return invalid('the server was initialized already');
    if (this.#open.has(id)) return invalid('a request with this id has no answer yet');
    if (this.#open.size >= MOST_OPEN)
      return { code: LSPErrorCodes.RequestFailed, reason: `${MOST_OPEN} requests have no answer yet` };
    const mistake = mistakeIn(method, params);
    return mistake === undefined ? undefined : { code: ErrorCodes.InvalidParams, reason: `${method}: ${mistake}` };
  }

  #hearNotification(message: NotificationMessage, pass: DataCallback): void {
    const { method, params } = message;
    if (method !== 'exit' && this.#state !== 'initialized') return;
    const mistake = mistakeIn(method, params);
    if (mistake === undefined) this.#pass(message, pass);
    else this.#log(`${method}: ${mistake}`);
  }

  #pass(message: Message, pass: DataCallback): void {
    if (waits(message)) this.#waiting++;
    this.#flowOn();
    pass(message);
  }

  /** Who writes faster than we work, or does not read what we say, has to wait: nothing piles up here. */
  #flowOn(): void {
    const most = Math.max(this.#waiting, this.#unwritten);
    if (this.#isPaused ? most > MOST_WAITING / 2 : most < MOST_WAITING) return;
    this.#isPaused = !this.#isPaused;
    if (this.#isPaused) this.#flow?.pause();
    else this.#flow?.resume();
  }

  async #say(message: Message): Promise<void> {
    if (Message.isResponse(message)) {
      this.#open.delete(message.id);
      // The client may try again.
      if (message.error !== undefined && message.id === this.#initialize) this.#state = 'new';
    }
    this.#unwritten++;
    this.#flowOn();
    try {
      await this.#wire.write(message);
    } finally {
      this.#unwritten--;
      this.#flowOn();
    }
  }

  #answer(id: RequestMessage['id'], code: number, message: string): void {
    this.#write({ jsonrpc: '2.0', id, error: { code, message } });
  }

  #log(line: string): void {
    this.#write({ jsonrpc: '2.0', method: 'window/logMessage', params: { type: MessageType.Warning, message: line } });
  }

  #write(message: Message & Record<string, unknown>): void {
    // A client that is gone is noticed elsewhere.
    this.#say(message).catch(() => undefined);
  }
}

interface Refusal {
  readonly code: number;
  readonly reason: string;
}

function invalid(reason: string): Refusal {
  return { code: ErrorCodes.InvalidRequest, reason };
}

/** A cancellation is heard at once, and responses are those to our own questions: neither waits for its turn. */
function waits(message: Message): boolean {
  if (Message.isRequest(message)) return true;
  return Message.isNotification(message) && message.method !== '$/cancelRequest';
}

function idOf(message: unknown): RequestMessage['id'] {
  if (typeof message !== 'object' || message === null || !('id' in message)) return null;
  const { id } = message;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}
