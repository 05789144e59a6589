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
  /** How many different ones there are. */
  readonly size: number;
  /** The text; read once, as each character is asked for several times. */
  readonly #codes: Uint16Array;
  /** By scattered value, the first position of a triple, from 1; 0 where nothing stands. */
  readonly #firsts: Int32Array;
  /** For each position that of the next occurrence of the same triple; -1 behind the last. */
  readonly #nexts: Int32Array;
  readonly #shift: number;

  constructor(text: string) {
    const count = Math.max(0, text.length - 2);
    const bits = Math.max(4, 33 - Math.clz32(count));
    const shift = 32 - bits;
    const codes = new Uint16Array(text.length);
    for (let at = 0; at < codes.length; at++) codes[at] = text.charCodeAt(at);
    const firsts = new Int32Array(1 << bits);
    const nexts = new Int32Array(count);
    this.#codes = codes;
    this.#firsts = firsts;
    this.#nexts = nexts;
    this.#shift = shift;
    let size = 0;
    let b = codes[count] as number;
    let c = codes[count + 1] as number;
    // From the end, so that the first occurrence is the one that is kept last.
    for (let at = count - 1; at >= 0; at--) {
      const a = codes[at] as number;
      const slot = slotOf(a, b, c, codes, firsts, shift);
      const former = firsts[slot] as number;
      if (former === 0) size++;
      nexts[at] = former - 1;
      firsts[slot] = at + 1;
      c = b;
      b = a;
    }
    this.size = size;
  }

  /** Where a triple of code units first stands; -1 where it does not. */
  first(a: number, b: number, c: number): number {
    const firsts = this.#firsts;
    return (firsts[slotOf(a, b, c, this.#codes, firsts, this.#shift)] as number) - 1;
  }

  /** The next position of the triple at a position of this text; -1 where there is none. */
  next(at: number): number {
    return this.#nexts[at] ?? -1;
  }

  /** How many of the different ones stand in another text too; counted no further than to `enough`. */
  commonWith(other: Triples, enough: number): number {
    const codes = this.#codes;
    const firsts = this.#firsts;
    let common = 0;
    for (let slot = 0; slot < firsts.length && common < enough; slot++) {
      const at = firsts[slot] as number;
      if (at === 0) continue;
      if (other.first(codes[at - 1] as number, codes[at] as number, codes[at + 1] as number) !== -1) common++;
    }
    return common;
  }
}

/**
 * The place of a triple in the table of a text: where it stands, or where it would be put. (A function of plain values: it is
 * called for each character of a draft, mostly before V8 has compiled it.)
 */
function slotOf(a: number, b: number, c: number, codes: Uint16Array, firsts: Int32Array, shift: number): number {
  let slot = (Math.imul(a, FIRST) + Math.imul(b, SECOND) + Math.imul(c, THIRD)) >>> shift;
  for (;;) {
    const known = firsts[slot] as number;
    if (known === 0 || (codes[known - 1] === a && codes[known] === b && codes[known + 1] === c)) return slot;
    slot = (slot + 1) & (firsts.length - 1);
  }
}
