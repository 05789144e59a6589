import type { Readable, Writable } from 'node:stream';
import {
  AbstractMessageReader,
  type DataCallback,
  Disposable,
  type Message,
  type MessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { type Frame, Frames } from './frames.ts';
import { Gate } from './gate.ts';

/** Messages over a pair of streams. What cannot be read is answered as the protocol says, and the next message is read. */
export function stdioGate(input: Readable, output: Writable): Gate {
  const gate: Gate = new Gate(
    new FrameReader(input, (frame) => gate.refuse(frame.kind === 'not-json' ? 'parse' : 'invalid', frame.reason)),
    new StreamMessageWriter(output),
    { pause: () => input.pause(), resume: () => input.resume() },
  );
  return gate;
}

type Broken = Exclude<Frame, { readonly kind: 'message' }>;

class FrameReader extends AbstractMessageReader implements MessageReader {
  readonly #input: Readable;
  readonly #onBroken: (frame: Broken) => void;

  constructor(input: Readable, onBroken: (frame: Broken) => void) {
    super();
    this.#input = input;
    this.#onBroken = onBroken;
  }

  listen(callback: DataCallback): Disposable {
    const frames = new Frames();
    const hear = (chunk: Buffer) => {
      for (const frame of frames.push(chunk))
        if (frame.kind === 'message') callback(frame.value as Message);
        else this.#onBroken(frame);
    };
    this.#input.on('data', hear);
    return Disposable.create(() => this.#input.off('data', hear));
  }
}
