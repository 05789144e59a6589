/** What arrived: the body of a message, or a stretch of bytes that is none. */
export type Frame =
  | { readonly kind: 'message'; readonly value: unknown }
  | { readonly kind: 'unreadable' | 'not-json'; readonly reason: string };

/** Longest message, in bytes: a text of the largest size that is read, with every character escaped, is shorter. */
const LONGEST_MESSAGE = 256 * 1024 * 1024;
/** Longest header, in bytes: without an end it is none. */
const LONGEST_HEADER = 4096;

const END = '\r\n\r\n';
const lengthField = /content-length:[ \t]*(\d+)[ \t]*(?=\r\n)/gi;
const wholeHeader = /^(?:[!-9;-~]+:[ -~\t]*\r\n)+$/;

/**
 * Cuts a stream of bytes into messages, each a header with its length and a JSON body. Whatever arrives, the next whole
 * message after it is read: JSON holds no bare line break in a string, so a header never stands inside one.
 */
export class Frames {
  #chunks: Buffer[] = [];
  #length = 0;
  /** Length of the body that is awaited; undefined where a header is. */
  #expected: number | undefined;
  #hasUtf8 = true;
  /** What is skipped is told of once. */
  #isSkipping = false;

  push(chunk: Buffer): readonly Frame[] {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    const frames: Frame[] = [];
    for (;;) {
      if (this.#expected === undefined) {
        const reason = this.#readHeader();
        if (reason === 'incomplete') return frames;
        if (reason !== undefined && !this.#isSkipping) frames.push({ kind: 'unreadable', reason });
        this.#isSkipping = reason !== undefined;
        continue;
      }
      if (this.#length < this.#expected) return frames;
      const all = this.#all();
      const body = all.subarray(0, this.#expected);
      this.#keep(all.subarray(this.#expected));
      this.#expected = undefined;
      frames.push(this.#parse(body));
    }
  }

  /** Why what stands there is no header; undefined when it is one. Either way it is taken off. */
  #readHeader(): string | undefined {
    const all = this.#all();
    const end = all.indexOf(END);
    if (end < 0) {
      if (all.length <= LONGEST_HEADER) return 'incomplete';
      // The last bytes may be the beginning of one.
      this.#keep(all.subarray(all.length - END.length));
      return 'a header without an end';
    }
    const header = all.subarray(0, end + 2).toString('latin1');
    const field = [...header.matchAll(lengthField)].at(-1);
    if (field === undefined) {
      this.#keep(all.subarray(end + END.length));
      return 'a header without Content-Length';
    }
    const isLine = field.index === 0 || header[field.index - 1] === '\n';
    if (!isLine || !wholeHeader.test(header)) {
      this.#keep(all.subarray(field.index));
      return field.index > 0 ? 'bytes before a header' : 'a malformed header';
    }
    this.#keep(all.subarray(end + END.length));
    const length = Number(field[1]);
    if (length > LONGEST_MESSAGE) return `a message of ${field[1]} bytes; the longest is ${LONGEST_MESSAGE}`;
    this.#expected = length;
    this.#hasUtf8 = !/charset=(?!["']?utf-?8)/i.test(header);
    return undefined;
  }

  #parse(body: Buffer): Frame {
    if (!this.#hasUtf8) return { kind: 'unreadable', reason: 'an encoding other than UTF-8' };
    try {
      return { kind: 'message', value: JSON.parse(body.toString('utf8')) };
    } catch (error) {
      // Where the length was too large, the next message is in here.
      const next = body.toString('latin1').search(/content-length:[ \t]*\d+[ \t]*\r\n/i);
      if (next >= 0) this.#keep(Buffer.concat([body.subarray(next), this.#all()]));
      return { kind: 'not-json', reason: error instanceof Error ? error.message : String(error) };
    }
  }

  #all(): Buffer {
    const [first, ...others] = this.#chunks;
    if (first !== undefined && others.length === 0) return first;
    const all = Buffer.concat(this.#chunks);
    this.#keep(all);
    return all;
  }

  #keep(rest: Buffer): void {
    this.#chunks = [rest];
    this.#length = rest.length;
  }
}
