import { lookAlike } from './look-alikes.ts';

/** What one slip of the pen costs, so that of two names equally many slips away the likelier one comes first. */
const COST = { lookAlike: 0.4, swapped: 0.5, doubled: 0.5, missingOrExtra: 0.7, other: 1 } as const;

/**
 * Finds the names that are one character away from a text (changed, missing, extra, or two neighbours swapped) without
 * comparing it to all of them: two such texts become equal when at most one character of each is left out.
 */
export class SlipIndex {
  readonly #names: readonly string[];
  readonly #byPart = new Map<string, number[]>();

  constructor(names: readonly string[]) {
    this.#names = names;
    for (const [id, name] of names.entries())
      for (const part of partsOf(name)) {
        const ids = this.#byPart.get(part);
        if (ids === undefined) this.#byPart.set(part, [id]);
        else ids.push(id);
      }
  }

  /** Names one slip away, each once, in no particular order. The text itself is not among them. */
  find(text: string): readonly string[] {
    const found = new Set<string>();
    for (const part of partsOf(text))
      for (const id of this.#byPart.get(part) ?? []) {
        const name = this.#names[id];
        if (name !== undefined && name !== text && slips(text, name).count === 1) found.add(name);
      }
    return [...found];
  }
}

function partsOf(text: string): Set<string> {
  const parts = new Set([text]);
  for (let i = 0; i < text.length; i++) parts.add(text.slice(0, i) + text.slice(i + 1));
  return parts;
}

/** How many slips lead from one text to the other, and what they cost together. Time grows with the texts' product. */
export function slips(from: string, to: string): { readonly count: number; readonly cost: number } {
  const width = to.length + 1;
  const cells = (from.length + 1) * width;
  // One number for both: a slip weighs more than all costs of a text together.
  const best = cells <= scratch.length ? scratch : new Float64Array(cells);
  best[0] = 0;
  for (let i = 0; i <= from.length; i++) {
    const a = from.charCodeAt(i - 1);
    const beforeA = from.charCodeAt(i - 2);
    const dropped = SLIP + (a === beforeA ? COST.doubled : COST.missingOrExtra);
    for (let j = i === 0 ? 1 : 0; j <= to.length; j++) {
      const b = to.charCodeAt(j - 1);
      const beforeB = to.charCodeAt(j - 2);
      const cell = i * width + j;
      let least = Number.POSITIVE_INFINITY;
      if (i > 0 && j > 0) {
        const changed = a === b ? 0 : SLIP + (lookAlike(a, b) ? COST.lookAlike : COST.other);
        least = (best[cell - width - 1] ?? 0) + changed;
      }
      if (i > 0) least = Math.min(least, (best[cell - width] ?? 0) + dropped);
      if (j > 0)
        least = Math.min(least, (best[cell - 1] ?? 0) + SLIP + (b === beforeB ? COST.doubled : COST.missingOrExtra));
      if (i > 1 && j > 1 && a !== b && a === beforeB && b === beforeA)
        least = Math.min(least, (best[cell - 2 * width - 2] ?? 0) + SLIP + COST.swapped);
      best[cell] = least;
    }
  }
  const least = best[cells - 1] ?? 0;
  const count = Math.floor(least / SLIP);
  return { count, cost: least - count * SLIP };
}

/** More than the costs of all slips between two names. */
const SLIP = 1_000;
const scratch = new Float64Array(64 * 64);
