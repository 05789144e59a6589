import { lookAlike } from './look-alikes.ts';

/** What one slip of the pen costs, so that of two names equally many slips away the likelier one comes first. */
const COST = { lookAlike: 0.4, swapped: 0.5, doubled: 0.5, missingOrExtra: 0.7, other: 1 } as const;

/**
 * Finds the names that are one character away from a text (changed, missing, extra, or two neighbours swapped) without
 * comparing it to all of them: one slip leaves one half of a name as it is, or swaps the two characters in its middle.
 */
export class SlipIndex {
  readonly #names: ReadonlySet<string>;
  /** Length of the names and their first half → the names. */
  readonly #byHead = new Map<string, string[]>();
  readonly #byTail = new Map<string, string[]>();

  constructor(names: readonly string[]) {
    this.#names = new Set(names);
    for (const name of this.#names) {
      const middle = name.length >> 1;
      append(this.#byHead, name.length + name.slice(0, middle), name);
      append(this.#byTail, name.length + name.slice(middle), name);
    }
  }

  /** Names one slip away, each once, in no particular order. The text itself is not among them. */
  find(text: string): readonly string[] {
    const found = new Set<string>();
    const keep = (names: readonly string[] | undefined) => {
      for (const name of names ?? []) if (isOneSlip(text, name)) found.add(name);
    };
    for (let length = Math.max(1, text.length - 1); length <= text.length + 1; length++) {
      const middle = length >> 1;
      keep(this.#byHead.get(length + text.slice(0, middle)));
      keep(this.#byTail.get(length + text.slice(Math.max(0, text.length - (length - middle)))));
    }
    const middle = text.length >> 1;
    const swapped = text.slice(0, middle - 1) + text.charAt(middle) + text.charAt(middle - 1) + text.slice(middle + 1);
    if (middle > 0 && this.#names.has(swapped)) keep([swapped]);
    return [...found];
  }
}

function append(map: Map<string, string[]>, key: string, name: string): void {
  const names = map.get(key);
  if (names === undefined) map.set(key, [name]);
  else names.push(name);
}

/** Whether one slip leads from one text to the other: as `slips` counts them, in linear time. */
export function isOneSlip(from: string, to: string): boolean {
  const longest = Math.max(from.length, to.length);
  const shortest = Math.min(from.length, to.length);
  if (longest - shortest > 1) return false;
  let head = 0;
  while (head < shortest && from.charCodeAt(head) === to.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < shortest - head && from.charCodeAt(from.length - 1 - tail) === to.charCodeAt(to.length - 1 - tail))
    tail++;
  const left = longest - head - tail;
  if (left === 1) return true;
  return (
    left === 2 &&
    longest === shortest &&
    from.charCodeAt(head) === to.charCodeAt(head + 1) &&
    from.charCodeAt(head + 1) === to.charCodeAt(head)
  );
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
