import { type Grams, gramsOf } from '../pairing/grams.ts';
import { gramSimilarity } from '../pairing/similarity.ts';
import { normalForm } from '../text/normal-form.ts';

/** One task as matching sees it: its words, and nothing of its number. */
export interface Words {
  readonly text: string;
}

/** Two tasks, by position, that are the same. */
export interface Match {
  readonly left: number;
  readonly right: number;
  /** 0 to 1; 1 where the words are equal. */
  readonly similarity: number;
}

/** Likeness from which two tasks are one, wherever they stand. */
const SAME = 0.5;
/** Likeness that is enough between two neighbours that are matched. */
const SAME_BESIDE = 0.4;
/** How many of a task's rarest features are looked up. */
const LOOKED_UP = 16;
/** A feature of more tasks than this points nowhere. */
const MOST_SHARERS = 24;
/** How many of those that share most are compared. */
const COMPARED = 5;
/** A stretch of words that tells tasks of one pattern apart. */
const STRETCH = 5;
const MOST_ROUNDS = 8;

/**
 * Which tasks of two documents are the same, by their words alone: equal ones first, in order; then those that share their
 * rarest words; then neighbours of matched ones. Never all with all. Swapping the sides swaps the matches.
 */
export function matchTasks(left: readonly Words[], right: readonly Words[]): readonly Match[] {
  const matches: Match[] = equalTasks(left, right);
  const taken = {
    left: new Set(matches.map((match) => match.left)),
    right: new Set(matches.map((match) => match.right)),
  };
  const sides = {
    left: new Side(left, (index) => !taken.left.has(index)),
    right: new Side(right, (index) => !taken.right.has(index)),
  };
  const take = (candidates: readonly Match[]) => {
    const before = matches.length;
    for (const match of candidates.toSorted(bestFirst)) {
      if (taken.left.has(match.left) || taken.right.has(match.right)) continue;
      taken.left.add(match.left);
      taken.right.add(match.right);
      matches.push(match);
    }
    return matches.length > before;
  };
  take(sharers(sides.left, sides.right).filter(({ similarity }) => similarity >= SAME));
  for (let round = 0; round < MOST_ROUNDS; round++) if (!take(neighbours(matches, taken, sides))) break;
  return matches.sort((a, b) => a.left - b.left);
}

/** The order in which matches are taken; equal for two only if they do not disturb each other, whichever side is left. */
function bestFirst(a: Match, b: Match): number {
  return (
    b.similarity - a.similarity ||
    a.left + a.right - (b.left + b.right) ||
    Math.abs(a.left - a.right) - Math.abs(b.left - b.right)
  );
}

/** Tasks of equal words: the first with the first, the second with the second. */
function equalTasks(left: readonly Words[], right: readonly Words[]): Match[] {
  const places = new Map<string, number[]>();
  for (const [index, { text }] of right.entries()) {
    const key = normalForm(text);
    if (key !== '') places.set(key, [...(places.get(key) ?? []), index]);
  }
  const next = new Map<string, number>();
  return left.flatMap(({ text }, index) => {
    const key = normalForm(text);
    const turn = next.get(key) ?? 0;
    const place = places.get(key)?.[turn];
    next.set(key, turn + 1);
    return place === undefined ? [] : [{ left: index, right: place, similarity: 1 }];
  });
}

/** The free tasks of one document with their grams and features. */
class Side {
  readonly free: readonly number[];
  readonly #grams = new Map<number, Grams>();
  readonly #words: readonly Words[];

  constructor(words: readonly Words[], isFree: (index: number) => boolean) {
    this.#words = words;
    this.free = words.flatMap((_, index) => (isFree(index) ? [index] : []));
  }

  grams(index: number): Grams {
    let grams = this.#grams.get(index);
    if (grams === undefined) {
      grams = gramsOf(this.#words[index]?.text ?? '');
      this.#grams.set(index, grams);
    }
    return grams;
  }

  /** Its grams, and its longer stretches of words: numbers that stand for them. */
  features(index: number): readonly number[] {
    const words = normalForm(this.#words[index]?.text ?? '').replace(/[\p{P}\p{S}]+/gu, '');
    const found = new Set<number>(this.grams(index));
    for (let at = 0; at + STRETCH <= words.length; at++) {
      let hash = 0x811c9dc5;
      for (let i = at; i < at + STRETCH; i++) hash = Math.imul(hash ^ words.charCodeAt(i), 0x01000193);
      // Below zero, where no gram is.
      found.add(-1 - (hash >>> 0));
    }
    return [...found];
  }

  similarity(index: number, other: Side, at: number): number {
    return gramSimilarity(this.grams(index), other.grams(at));
  }
}

/** Pairs of tasks that share features which few tasks of either side have. */
function sharers(left: Side, right: Side): readonly Match[] {
  if (left.free.length === 0 || right.free.length === 0) return [];
  const leftFeatures = left.free.map((index) => left.features(index));
  const rightFeatures = right.free.map((index) => right.features(index));
  const counts = new Map<number, number>();
  for (const features of [...leftFeatures, ...rightFeatures])
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const rare = (features: readonly number[]) =>
    features
      .map((feature) => ({ feature, count: counts.get(feature) ?? 0 }))
      .filter(({ count }) => count > 1 && count <= MOST_SHARERS)
      .sort((a, b) => a.count - b.count || a.feature - b.feature)
      .slice(0, LOOKED_UP)
      .map(({ feature }) => feature);
  const found = new Map<number, Match>();
  const add = (l: number, r: number) => {
    const [index, at] = [left.free[l] as number, right.free[r] as number];
    const key = l * right.free.length + r;
    if (!found.has(key)) found.set(key, { left: index, right: at, similarity: left.similarity(index, right, at) });
  };
  const [leftRare, rightRare] = [leftFeatures.map(rare), rightFeatures.map(rare)];
  lookUp(leftRare, rightFeatures, add);
  lookUp(rightRare, leftFeatures, (r, l) => add(l, r));
  return [...found.values()];
}

/** For each task of one side, by place, the few of the other that have most of its rare features. */
function lookUp(
  asking: readonly (readonly number[])[],
  asked: readonly (readonly number[])[],
  add: (asker: number, sharer: number) => void,
): void {
  const wanted = new Map<number, number[]>();
  for (const features of asking) for (const feature of features) wanted.set(feature, []);
  for (const [place, features] of asked.entries()) for (const feature of features) wanted.get(feature)?.push(place);
  for (const [asker, features] of asking.entries()) {
    const votes = new Map<number, number>();
    for (const feature of features)
      for (const sharer of wanted.get(feature) ?? []) votes.set(sharer, (votes.get(sharer) ?? 0) + 1);
    const ranked = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    for (const [sharer] of ranked.slice(0, COMPARED)) add(asker, sharer);
  }
}

/** Free tasks right behind or right before a matched pair on both sides. */
function neighbours(
  matches: readonly Match[],
  taken: { readonly left: ReadonlySet<number>; readonly right: ReadonlySet<number> },
  { left, right }: { readonly left: Side; readonly right: Side },
): readonly Match[] {
  const free = { left: new Set(left.free), right: new Set(right.free) };
  return matches.flatMap((match) =>
    [1, -1].flatMap((step) => {
      const [l, r] = [match.left + step, match.right + step];
      if (!free.left.has(l) || !free.right.has(r) || taken.left.has(l) || taken.right.has(r)) return [];
      const similarity = left.similarity(l, right, r);
      return similarity >= SAME_BESIDE ? [{ left: l, right: r, similarity }] : [];
    }),
  );
}
