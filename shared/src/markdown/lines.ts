/** One line of a source, with the prefixes of quotes and bullets taken off. Offsets are UTF-16 code units. */
export interface Line {
  readonly start: number;
  /** Without the line's end. */
  readonly end: number;
  /** Where the next line starts; the text's length for the last one. */
  readonly next: number;
  /** Where the content begins: behind white space, `>` and bullets. `from === to` for a blank line. */
  readonly from: number;
  /** Where the content ends, white space taken off. */
  readonly to: number;
  /** A bullet or an indent of full-width spaces stands before the content: it begins a paragraph of its own. */
  readonly opens: boolean;
  /** It stands in a quote. */
  readonly quoted: boolean;
}

/** Bullets inside bullets; more are text. It bounds the looks for a thematic break, which each run to the line's end. */
const MAX_BULLETS = 8;

/** The lines of a text, one after the other, with a look at the next one. Lines end at LF, CRLF or a lone CR. */
export class LineReader {
  readonly #text: string;
  #ahead: Line | undefined;
  #at: number;
  /** The next CR at or after the reader's place: found once, not once a line. */
  #nextCr = -1;

  constructor(text: string, start: number) {
    this.#text = text;
    this.#at = start;
  }

  peek(): Line | undefined {
    if (this.#ahead === undefined && this.#at < this.#text.length) this.#ahead = this.#read(this.#at);
    return this.#ahead;
  }

  next(): Line | undefined {
    const line = this.peek();
    if (line !== undefined) this.#at = line.next;
    this.#ahead = undefined;
    return line;
  }

  /** Goes on in the middle of a line, as if one began there. */
  resumeAt(offset: number): void {
    this.#at = offset;
    this.#ahead = undefined;
  }

  #read(start: number): Line {
    const text = this.#text;
    let lf = text.indexOf('\n', start);
    if (lf === -1) lf = text.length;
    if (this.#nextCr < start) {
      const cr = text.indexOf('\r', start);
      this.#nextCr = cr === -1 ? text.length : cr;
    }
    const end = Math.min(lf, this.#nextCr);
    let next = Math.min(end + 1, text.length);
    if (end === this.#nextCr && lf === end + 1 && lf < text.length) next = lf + 1;
    return withoutPrefixes(text, start, end, next);
  }
}

function withoutPrefixes(text: string, start: number, end: number, next: number): Line {
  let to = end;
  while (to > start && isWhite(text.charCodeAt(to - 1))) to--;
  let from = start;
  let opens = false;
  let quoted = false;
  let bullets = 0;
  while (from < to) {
    const code = text.charCodeAt(from);
    if (isWhite(code)) {
      if (code === 0x3000) opens = true;
      from++;
    } else if (code === 0x3e) {
      quoted = true;
      from++;
    } else if (bullets < MAX_BULLETS && isBullet(text, from, to)) {
      bullets++;
      opens = true;
      from += 2;
      if (isTaskMark(text, from)) from += 3;
    } else break;
  }
  return { start, end, next, from, to, opens, quoted };
}

/** `- `, `* ` or `+ ` – unless the line is a thematic break (`* * *`). */
function isBullet(text: string, at: number, to: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== 0x2d && code !== 0x2a && code !== 0x2b) return false;
  return at + 1 < to && isWhite(text.charCodeAt(at + 1)) && !isThematicBreak(text, at, to);
}

/** GFM's `[ ]` and `[x]` behind a bullet. */
function isTaskMark(text: string, at: number): boolean {
  return /^\[[ xX]\]\s/.test(text.slice(at, at + 4));
}

/** Three or more of `-`, `*` or `_`, with nothing but white space between. */
export function isThematicBreak(text: string, from: number, to: number): boolean {
  const mark = text.charCodeAt(from);
  if (mark !== 0x2d && mark !== 0x2a && mark !== 0x5f) return false;
  let count = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === mark) count++;
    else if (!isWhite(code)) return false;
  }
  return count >= 3;
}

/** White space as `String.prototype.trim` has it. */
export function isWhite(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 9 && code <= 13);
  return (
    code === 0xa0 ||
    code === 0x3000 ||
    code === 0xfeff ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x1680
  );
}
