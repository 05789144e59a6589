import { type Grams, gramsOf } from '../../pairing/grams.ts';

/** Among so many parts each is looked at. */
const FEW = 16;
/** A gram in more parts than this points nowhere. */
const RARE = 6;
/** How many parts that share rare grams are looked at, and how many around the same place in the order of parts. */
const BEST_SHARERS = 8;
const AROUND = 8;

/** Which few of many parts may be the one that another belongs to: all with all would cost the square of their number. */
export class LikelyParts {
  readonly #count: number;
  /** The parts with each gram; empty for one in too many. */
  readonly #partsWith = new Map<number, number[]>();

  /** @param texts what each part says. */
  constructor(texts: readonly string[]) {
    this.#count = texts.length;
    if (texts.length > FEW) for (const [part, text] of texts.entries()) this.#add(part, gramsOf(text));
  }

  /**
   * The positions of the likely parts, ascending.
   * @param place how many parts come before the text.
   */
  of(text: string, place: number): readonly number[] {
    if (this.#count <= FEW) return range(0, this.#count);
    const near = range(Math.max(0, place - AROUND), Math.min(this.#count, place + AROUND));
    return [...new Set([...near, ...this.#sharers(gramsOf(text))])].sort((a, b) => a - b);
  }

  #add(part: number, grams: Grams): void {
    for (const gram of grams) {
      const parts = this.#partsWith.get(gram);
      if (parts === undefined) this.#partsWith.set(gram, [part]);
      else if (parts.length > 0 && parts.length < RARE) parts.push(part);
      else parts.length = 0;
    }
  }

  #sharers(grams: Grams): readonly number[] {
    const votes = new Map<number, number>();
    for (const gram of grams)
      for (const part of this.#partsWith.get(gram) ?? []) votes.set(part, (votes.get(part) ?? 0) + 1);
    const ranked = [...votes].sort(([a, one], [b, other]) => other - one || a - b);
    return ranked.slice(0, BEST_SHARERS).map(([part]) => part);
  }
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
