import { Triples } from '../text/triples.ts';

/** A few characters that differ between two texts which agree before and after. Indices of each text, end exclusive. */
export interface SmallDifference {
  readonly a: { readonly from: number; readonly to: number };
  readonly b: { readonly from: number; readonly to: number };
  /** How many characters right before are the same in both, and how many right after. */
  readonly before: number;
  readonly after: number;
}

const SEED = 3;
/** Agreement is not measured beyond this: longer than any name. */
const FAR = 60;
/** So many characters alike are no accident. */
const ENOUGH = 3;
/** A sequence that repeats more often than this is no anchor: it tells nothing, and would make the work quadratic. */
const MOST_PLACES = 6;
type Shape = readonly [inA: number, inB: number];

/** Characters that one side and the other has in the place of the difference; the likeliest first. */
const SHAPES: readonly Shape[] = [
  [1, 1],
  [0, 1],
  [1, 0],
  [2, 2],
  [0, 2],
  [2, 0],
  [1, 2],
  [2, 1],
  [3, 3],
  [4, 4],
];

/** A text made ready to be compared with others. */
export interface ComparableText {
  /** Marks between clauses count as one another, and as the end of the text. */
  readonly levelled: string;
  readonly triples: () => Triples;
}

export function comparable(text: string): ComparableText {
  const levelled = `${text.replace(/[;:。、]/g, ',')},`;
  let triples: Triples | undefined;
  return {
    levelled,
    triples: () => {
      triples ??= new Triples(levelled);
      return triples;
    },
  };
}

/**
 * The places where two texts differ by a few characters only (one or two put in, left out or replaced; up to four that
 * changed places) between stretches that agree. Stretches may stand in another order.
 */
export function smallDifferences(one: ComparableText, other: ComparableText): readonly SmallDifference[] {
  const a = one.levelled;
  const b = other.levelled;
  const found = new Map<string, SmallDifference>();
  for (const { a: atA, b: atB, length } of commonStretches(a, b, other.triples()))
    for (const difference of [differenceAfter(a, b, atA + length, atB + length), differenceBefore(a, b, atA, atB)])
      if (difference !== undefined) {
        const key = `${difference.a.from},${difference.a.to},${difference.b.from},${difference.b.to}`;
        if (!found.has(key)) found.set(key, difference);
      }
  return [...found.values()];
}

interface Stretch {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/** The longest stretches that stand in both texts, each once for the way the texts lie side by side. */
function commonStretches(a: string, b: string, seeds: Triples): readonly Stretch[] {
  const covered = new Map<number, number>();
  const stretches: Stretch[] = [];
  let former = a.charCodeAt(0);
  let here = a.charCodeAt(1);
  for (let i = 0; i + SEED <= a.length; i++) {
    const next = a.charCodeAt(i + 2);
    const first = seeds.first(former, here, next);
    former = here;
    here = next;
    if (first === -1 || isFrequent(seeds, first)) continue;
    for (let j = first; j !== -1; j = seeds.next(j)) {
      if ((covered.get(j - i) ?? 0) > i) continue;
      const before = runBefore(a, b, i, j);
      const length = before + SEED + runAfter(a, b, i + SEED, j + SEED);
      covered.set(j - i, i - before + length);
      stretches.push({ a: i - before, b: j - before, length });
    }
  }
  return stretches;
}

function isFrequent(seeds: Triples, first: number): boolean {
  let places = 0;
  for (let at = first; at !== -1 && places <= MOST_PLACES; at = seeds.next(at)) places++;
  return places > MOST_PLACES;
}

/** The difference behind a stretch that ends at `endA` and `endB`. */
function differenceAfter(a: string, b: string, endA: number, endB: number): SmallDifference | undefined {
  const shape = likeliest(a, b, endA, endB, 1);
  if (shape === undefined) return undefined;
  const [toA, toB] = [endA + shape[0], endB + shape[1]];
  return {
    a: { from: endA, to: toA },
    b: { from: endB, to: toB },
    before: runBefore(a, b, endA, endB),
    after: runAfter(a, b, toA, toB, FAR),
  };
}

/** The difference before a stretch that begins at `startA` and `startB`. */
function differenceBefore(a: string, b: string, startA: number, startB: number): SmallDifference | undefined {
  if (startA > 0 && startB > 0 && a.charCodeAt(startA - 1) === b.charCodeAt(startB - 1)) return undefined;
  const shape = likeliest(a, b, startA, startB, -1);
  if (shape === undefined) return undefined;
  const [fromA, fromB] = [startA - shape[0], startB - shape[1]];
  return {
    a: { from: fromA, to: startA },
    b: { from: fromB, to: startB },
    before: runBefore(a, b, fromA, fromB),
    after: runAfter(a, b, startA, startB, FAR),
  };
}

/**
 * The smallest difference, beside a stretch that ends or begins at `atA` and `atB`, on whose other side the texts go on
 * alike for a few characters.
 * @param direction 1: the difference lies behind that place; -1: before it.
 */
function likeliest(a: string, b: string, atA: number, atB: number, direction: 1 | -1): Shape | undefined {
  let best: Shape | undefined;
  let bestSwapped = false;
  let most = 0;
  for (const shape of SHAPES) {
    const farA = atA + direction * shape[0];
    const farB = atB + direction * shape[1];
    if (farA < 0 || farB < 0 || farA >= a.length || farB >= b.length) continue;
    const agreeing = direction === 1 ? runAfter(a, b, farA, farB, ENOUGH) : runBefore(a, b, farA, farB, ENOUGH);
    if (agreeing === 0 || agreeing < most) continue;
    const swapped = shape[0] > 1 && shape[0] === shape[1] && sameCharacters(range(a, atA, farA), range(b, atB, farB));
    if (shape[0] > 2 && !swapped) continue;
    if (agreeing === most && (bestSwapped || !swapped)) continue;
    best = shape;
    bestSwapped = swapped;
    most = agreeing;
  }
  return best;
}

function range(text: string, one: number, other: number): string {
  return text.slice(Math.min(one, other), Math.max(one, other));
}

function sameCharacters(a: string, b: string): boolean {
  return Array.from(a).sort().join('') === Array.from(b).sort().join('');
}

function runAfter(a: string, b: string, i: number, j: number, most = Number.POSITIVE_INFINITY): number {
  const longest = Math.min(most, a.length - i, b.length - j);
  let length = 0;
  while (length < longest && a.charCodeAt(i + length) === b.charCodeAt(j + length)) length++;
  return length;
}

function runBefore(a: string, b: string, i: number, j: number, most = FAR): number {
  const longest = Math.min(most, i, j);
  let length = 0;
  while (length < longest && a.charCodeAt(i - 1 - length) === b.charCodeAt(j - 1 - length)) length++;
  return length;
}
