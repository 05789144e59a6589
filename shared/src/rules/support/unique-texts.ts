import { countFirst } from '../../text/count-first.ts';
import { COMPARED, SHORT, shareMost, type WrittenText } from './near-duplicates.ts';

/** So many comparisons are cheaper than looking at all texts anew: nearly all end after a few grams. */
const MOST_COMPARISONS = 20_000;

/**
 * Answers, while texts without duplicates are edited one after the other, whether there are still none. It may say no where
 * a whole look would find none, never the other way round.
 */
export class UniqueTexts {
  readonly #texts: WrittenText[];
  /** For each gram that stands for some texts their positions, ascending. */
  readonly #byGram = new Map<number, number[]>();
  /** For each position the last replacement whose text was compared with the one there. */
  readonly #met: Uint32Array;
  #replacements = 0;

  constructor(texts: readonly WrittenText[]) {
    this.#texts = [...texts];
    this.#met = new Uint32Array(texts.length);
    for (const [position, text] of texts.entries())
      for (const gram of text.sketch) {
        const positions = this.#byGram.get(gram);
        if (positions === undefined) this.#byGram.set(gram, [position]);
        else positions.push(position);
      }
  }

  /** Puts a text in the place of the one at a position. @returns false, and keeps the old one, where it might be a duplicate. */
  replace(position: number, text: WrittenText): boolean {
    const old = this.#texts[position];
    if (old === undefined) return false;
    if (text.words.length < SHORT && this.#repeatsNeighbour(position, text)) return false;
    const [before, after] = [new Set(old.sketch), new Set(text.sketch)];
    const gone = [...before].filter((gram) => !after.has(gram));
    let comparisons = 0;
    const meets = (a: WrittenText, at: number) => {
      const b = this.#texts[at];
      return ++comparisons > MOST_COMPARISONS || (b !== undefined && areAlike(a, b));
    };
    const met = this.#met;
    const replacement = ++this.#replacements;
    met[position] = replacement;
    for (const gram of after)
      for (const other of this.#byGram.get(gram) ?? []) {
        if (met[other] === replacement) continue;
        met[other] = replacement;
        if (meets(text, other)) return false;
      }
    // Only the first few texts of a gram are compared with later ones: when one of them goes, the next is.
    for (const gram of gone) {
      const positions = this.#byGram.get(gram) ?? [];
      const next = positions[COMPARED];
      const newcomer = next === undefined ? undefined : this.#texts[next];
      if (newcomer === undefined || countBelow(positions, position) >= COMPARED) continue;
      for (const later of positions.slice(COMPARED + 1)) if (meets(newcomer, later)) return false;
    }
    for (const gram of gone) {
      const positions = this.#byGram.get(gram) ?? [];
      positions.splice(countBelow(positions, position), 1);
    }
    for (const gram of after) {
      if (before.has(gram)) continue;
      const positions = this.#byGram.get(gram) ?? [];
      positions.splice(countBelow(positions, position), 0, position);
      this.#byGram.set(gram, positions);
    }
    this.#texts[position] = text;
    return true;
  }

  /** A short text can be the copy of the one above, where it is all that a list says of a task. */
  #repeatsNeighbour(position: number, { words }: WrittenText): boolean {
    return words !== '' && [-1, 1].some((step) => this.#texts[position + step]?.words === words);
  }
}

/** How many of ascending positions come before one. */
function countBelow(positions: readonly number[], limit: number): number {
  return countFirst(positions, (position) => position < limit);
}

/** At least as often true as two texts are duplicates. */
function areAlike(a: WrittenText, b: WrittenText): boolean {
  return a.words === b.words || shareMost(a.grams, b.grams);
}
