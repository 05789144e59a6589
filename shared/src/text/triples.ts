/**
 * Odd factors that scatter characters over a table. Drawn anew in each process, so that nobody can write a text whose
 * triples all fall on one place; what is found does not depend on them.
 */
const FIRST = oddNumber();
const SECOND = oddNumber();
const THIRD = oddNumber();

function oddNumber(): number {
  return Math.floor(Math.random() * 0x7fffffff) | 1;
}

/** Where each run of three neighbouring characters (UTF-16 code units) stands in a text. */
export class Triples {
  readonly text: string;
  /** How many different ones there are. */
  readonly size: number;
  /** By scattered value, the first position of a triple, from 1; 0 where nothing stands. */
  readonly #firsts: Int32Array;
  /** For each position that of the next occurrence of the same triple; -1 behind the last. */
  readonly #nexts: Int32Array;
  readonly #shift: number;

  constructor(text: string) {
    this.text = text;
    const count = Math.max(0, text.length - 2);
    const bits = Math.max(4, 33 - Math.clz32(count));
    this.#shift = 32 - bits;
    const firsts = new Int32Array(1 << bits);
    const nexts = new Int32Array(count);
    this.#firsts = firsts;
    this.#nexts = nexts;
    let size = 0;
    // From the end, so that the first occurrence is the one that is kept last.
    for (let at = count - 1; at >= 0; at--) {
      const slot = slotOf(text, at, text, firsts, this.#shift);
      const former = firsts[slot] as number;
      if (former === 0) size++;
      nexts[at] = former - 1;
      firsts[slot] = at + 1;
    }
    this.size = size;
  }

  /** Where the triple at a position of some text first stands in this one; -1 where it does not. */
  first(text: string, at: number): number {
    const firsts = this.#firsts;
    return (firsts[slotOf(text, at, this.text, firsts, this.#shift)] as number) - 1;
  }

  /** The next position of the triple at a position of this text; -1 where there is none. */
  next(at: number): number {
    return this.#nexts[at] ?? -1;
  }
}

/**
 * The place of a triple in the table of another text, its `own`: where it stands, or where it would be put. (A function of
 * plain values: it is called for each character of a draft, mostly before V8 has compiled it.)
 */
function slotOf(text: string, at: number, own: string, firsts: Int32Array, shift: number): number {
  const a = text.charCodeAt(at);
  const b = text.charCodeAt(at + 1);
  const c = text.charCodeAt(at + 2);
  let slot = (Math.imul(a, FIRST) + Math.imul(b, SECOND) + Math.imul(c, THIRD)) >>> shift;
  for (;;) {
    const known = firsts[slot] as number;
    if (known === 0) return slot;
    if (own.charCodeAt(known - 1) === a && own.charCodeAt(known) === b && own.charCodeAt(known + 1) === c) return slot;
    slot = (slot + 1) & (firsts.length - 1);
  }
}
