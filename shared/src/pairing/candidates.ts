import type { Candidate, Comparing } from './compare.ts';
import { crossingEvidence } from './crossing.ts';
import { groupByNumber, ofNumber } from './same-number.ts';
import type { Task } from './task.ts';

/** Likeness of words below which no candidate is kept: any two texts of this kind share about a tenth of their grams. */
const UNLIKE = 0.28;
/** Likeness of the task with the same number that makes looking elsewhere unnecessary. */
export const CLEAR = 0.5;
/** How far numbers may be shifted for a neighbour to be looked at. */
const REACH = 3;
/** A gram in more tasks than this points nowhere. */
const RARE = 6;
/** How many tasks that share rare grams are looked at. */
const BEST_SHARERS = 4;

/** For each task of the left side the few on the right that may be its counterpart: never all with all. */
export function findCandidates(
  left: readonly Task<unknown>[],
  right: readonly Task<unknown>[],
  comparing: Comparing,
): Candidate[] {
  const byNumber = groupByNumber(right);
  const stands = crossingEvidence(left, right);
  const searches = left.map((task) => new Search(task, stands, comparing));
  for (const search of searches) for (const other of ofNumber(byNumber, search.task, 0)) search.consider(other);
  const open = searches.filter(({ best }) => best < CLEAR);
  const index = indexRareGrams(right, new Set(open.flatMap(({ task }) => [...task.grams])));
  for (const search of open) {
    const { task } = search;
    for (let shift = 1; shift <= REACH; shift++) {
      for (const other of ofNumber(byNumber, task, shift)) search.consider(other);
      for (const other of ofNumber(byNumber, task, -shift)) search.consider(other);
    }
    for (const position of bestSharers(task, index)) {
      const other = right[position];
      if (other !== undefined) search.consider(other);
    }
  }
  return searches.flatMap(({ found }) => found);
}

/** The search for the counterpart of one task. */
class Search {
  readonly task: Task<unknown>;
  readonly found: Candidate[] = [];
  /** The greatest likeness met. */
  best = 0;
  readonly #stands: ReturnType<typeof crossingEvidence>;
  readonly #comparing: Comparing;
  readonly #tried = new Set<number>();

  constructor(task: Task<unknown>, stands: ReturnType<typeof crossingEvidence>, comparing: Comparing) {
    this.task = task;
    this.#stands = stands;
    this.#comparing = comparing;
  }

  consider(other: Task<unknown>): void {
    if (this.#tried.has(other.index)) return;
    this.#tried.add(other.index);
    const candidate = this.#comparing(this.task, other);
    this.best = Math.max(this.best, candidate.similarity);
    if (candidate.similarity >= UNLIKE && this.#stands(this.task, other, candidate)) this.found.push(candidate);
  }
}

/**
 * Where each of the wanted grams occurs, if it is rare. A gram found too often is kept as an empty list, so that it is not
 * counted again.
 */
function indexRareGrams(
  tasks: readonly Task<unknown>[],
  wanted: ReadonlySet<number>,
): ReadonlyMap<number, readonly number[]> {
  const index = new Map<number, number[]>();
  if (wanted.size === 0) return index;
  // Nearly all grams are of no interest, and most of those are told by one look at this.
  const mayBeWanted = new Uint8Array(0x10000);
  for (const gram of wanted) mayBeWanted[shortHash(gram)] = 1;
  for (const task of tasks) {
    for (const gram of task.grams) {
      if (mayBeWanted[shortHash(gram)] === 0 || !wanted.has(gram)) continue;
      const positions = index.get(gram);
      if (positions === undefined) index.set(gram, [task.index]);
      else if (positions.length > 0) {
        if (positions.length < RARE) positions.push(task.index);
        else positions.length = 0;
      }
    }
  }
  return index;
}

/** A gram in 16 bits. */
function shortHash(gram: number): number {
  return (Math.imul(gram, 0x9e3779b1) >>> 16) & 0xffff;
}

function bestSharers(task: Task<unknown>, index: ReadonlyMap<number, readonly number[]>): readonly number[] {
  const votes = new Map<number, number>();
  for (const gram of task.grams) {
    const positions = index.get(gram) ?? [];
    for (const position of positions) votes.set(position, (votes.get(position) ?? 0) + 1 / positions.length);
  }
  const ranked = [...votes].filter(([, vote]) => vote >= 1).sort((a, b) => b[1] - a[1]);
  return ranked.slice(0, BEST_SHARERS).map(([position]) => position);
}
