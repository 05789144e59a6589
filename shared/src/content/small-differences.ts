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
/** Characters that one side and the other has in the place of the difference; the likeliest first. */
const SHAPES: readonly (readonly [number, number])[] = [
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

/**
 * The places where two texts differ by a few characters only (one or two put in, left out or replaced; up to four that
 * changed places) between stretches that agree. Stretches may stand in another order.
 */
export function smallDifferences(one: string, other: string): readonly SmallDifference[] {
  const a = levelled(one);
  const b = levelled(other);
  const found = new Map<string, SmallDifference>();
  for (const { a: atA, b: atB, length } of commonStretches(a, b))
    for (const difference of [differenceAfter(a, b, atA + length, atB + length), differenceBefore(a, b, atA, atB)])
      if (difference !== undefined) {
        const key = `${difference.a.from},${difference.a.to},${difference.b.from},${difference.b.to}`;
        if (!found.has(key)) found.set(key, difference);
      }
  return [...found.values()];
}

/** Marks between clauses count as one another, and as the end of the text. */
function levelled(text: string): string {
  return `${text.replace(/[;:。、]/g, ',')},`;
}

interface Stretch {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/** The longest stretches that stand in both texts, each once for the way the texts lie side by side. */
function commonStretches(a: string, b: string): readonly Stretch[] {
  const places = new Map<string, number[]>();
  for (let j = 0; j + SEED <= b.length; j++) {
    const seed = b.slice(j, j + SEED);
    const known = places.get(seed);
    if (known === undefined) places.set(seed, [j]);
    else if (known.length <= MOST_PLACES) known.push(j);
  }
  const covered = new Map<number, number>();
  const stretches: Stretch[] = [];
  for (let i = 0; i + SEED <= a.length; i++) {
    const anchors = places.get(a.slice(i, i + SEED)) ?? [];
    if (anchors.length > MOST_PLACES) continue;
    for (const j of anchors) {
      if ((covered.get(j - i) ?? 0) > i) continue;
      const before = runBefore(a, b, i, j);
      const length = before + SEED + runAfter(a, b, i + SEED, j + SEED);
      covered.set(j - i, i - before + length);
      stretches.push({ a: i - before, b: j - before, length });
    }
  }
  return stretches;
}

function differenceAfter(a: string, b: string, endA: number, endB: number): SmallDifference | undefined {
  const before = runBefore(a, b, endA, endB);
  return likeliest(a, b, (lengthA, lengthB) => ({
    a: { from: endA, to: endA + lengthA },
    b: { from: endB, to: endB + lengthB },
    before,
    after: runAfter(a, b, endA + lengthA, endB + lengthB, FAR),
  }));
}

function differenceBefore(a: string, b: string, startA: number, startB: number): SmallDifference | undefined {
  if (startA > 0 && startB > 0 && a[startA - 1] === b[startB - 1]) return undefined;
  const after = runAfter(a, b, startA, startB, FAR);
  return likeliest(a, b, (lengthA, lengthB) => ({
    a: { from: startA - lengthA, to: startA },
    b: { from: startB - lengthB, to: startB },
    before: runBefore(a, b, startA - lengthA, startB - lengthB),
    after,
  }));
}

/** The smallest difference behind which the texts go on alike for a few characters. */
function likeliest(
  a: string,
  b: string,
  shaped: (lengthA: number, lengthB: number) => SmallDifference,
): SmallDifference | undefined {
  let best: SmallDifference | undefined;
  let bestSwapped = false;
  let most = 0;
  for (const [lengthA, lengthB] of SHAPES) {
    const difference = shaped(lengthA, lengthB);
    if (difference.a.from < 0 || difference.b.from < 0 || difference.a.to >= a.length || difference.b.to >= b.length)
      continue;
    const agreeing = Math.min(difference.before, difference.after, ENOUGH);
    if (agreeing === 0 || agreeing < most) continue;
    const inA = a.slice(difference.a.from, difference.a.to);
    const inB = b.slice(difference.b.from, difference.b.to);
    const swapped = lengthA > 1 && sameCharacters(inA, inB);
    if (lengthA > 2 && !swapped) continue;
    if (agreeing === most && (bestSwapped || !swapped)) continue;
    best = difference;
    bestSwapped = swapped;
    most = agreeing;
  }
  return best;
}

function sameCharacters(a: string, b: string): boolean {
  return a.length === b.length && Array.from(a).sort().join('') === Array.from(b).sort().join('');
}

function runAfter(a: string, b: string, i: number, j: number, most = Number.POSITIVE_INFINITY): number {
  let length = 0;
  while (length < most && i + length < a.length && j + length < b.length && a[i + length] === b[j + length]) length++;
  return length;
}

function runBefore(a: string, b: string, i: number, j: number): number {
  let length = 0;
  while (length < FAR && length < i && length < j && a[i - 1 - length] === b[j - 1 - length]) length++;
  return length;
}
