import { fstatSync, statSync, writeSync } from 'node:fs';
import { devNull } from 'node:os';
import { errorCode } from '../files/file-problem.ts';
import type { Output } from './environment.ts';

/** Standard output or standard error of the running process. */
export type StandardFile = 1 | 2;

/**
 * A standard stream. To a file or a pipe is written at once, without Node's streams, which take a while to load; to a
 * terminal as Node does it, which knows its width.
 * @param onError told of a failure, once: what was printed is not whole. A reader that has seen enough (`| head`) and closes
 * the pipe is none.
 */
export function standardOutput(descriptor: StandardFile, onError: (error: Error) => void): Output {
  return mayBeTerminal(descriptor) ? new StreamOutput(descriptor, onError) : new FileOutput(descriptor, onError);
}

function mayBeTerminal(descriptor: StandardFile): boolean {
  try {
    const stats = fstatSync(descriptor);
    return stats.isCharacterDevice() && stats.rdev !== statSync(devNull).rdev;
  } catch {
    return true;
  }
}

class StreamOutput implements Output {
  readonly #stream: NodeJS.WriteStream;

  constructor(descriptor: StandardFile, onError: (error: Error) => void) {
    this.#stream = descriptor === 1 ? process.stdout : process.stderr;
    this.#stream.on('error', (error) => {
      if (errorCode(error) !== 'EPIPE') onError(error);
    });
  }

  write(text: string | Buffer): void {
    this.#stream.write(text);
  }

  get isTTY(): boolean {
    return this.#stream.isTTY === true;
  }

  get columns(): number | undefined {
    return this.#stream.columns;
  }
}

class FileOutput implements Output {
  readonly isTTY = false;
  readonly #descriptor: StandardFile;
  readonly #onError: (error: Error) => void;
  /** What takes all further text: where the file wants no more of it at once, or nobody reads it. */
  #next: Pick<Output, 'write'> | undefined;

  constructor(descriptor: StandardFile, onError: (error: Error) => void) {
    this.#descriptor = descriptor;
    this.#onError = onError;
  }

  write(text: string): void {
    if (this.#next !== undefined) {
      this.#next.write(text);
      return;
    }
    let rest = Buffer.from(text);
    try {
      while (rest.length > 0) rest = rest.subarray(writeSync(this.#descriptor, rest));
    } catch (error) {
      this.#fail(error, rest);
    }
  }

  #fail(error: unknown, rest: Buffer): void {
    // Whoever started us shares a pipe that does not wait: Node's stream knows how to.
    if (errorCode(error) === 'EAGAIN') {
      const stream = new StreamOutput(this.#descriptor, this.#onError);
      stream.write(rest);
      this.#next = stream;
      return;
    }
    this.#next = { write: () => undefined };
    if (!(error instanceof Error)) throw error;
    if (errorCode(error) !== 'EPIPE') this.#onError(error);
  }
}
