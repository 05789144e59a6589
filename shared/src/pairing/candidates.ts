import { type Candidate, compare } from './compare.ts';
import { crossingEvidence } from './crossing.ts';
import { groupByNumber, ofNumber } from './same-number.ts';
import type { Task } from './task.ts';

/** Likeness of words below which no candidate is kept: any two texts of this kind share about a tenth of their grams. */
const UNLIKE = 0.28;
/** Likeness of the task with the same number that makes looking elsewhere unnecessary. */
const CLEAR = 0.5;
/** How far numbers may be shifted for a neighbour to be looked at. */
const REACH = 3;
/** A gram in more tasks than this points nowhere. */
const RARE = 6;
/** How many tasks that share rare grams are looked at. */
const BEST_SHARERS = 4;

/** For each task of the left side the few on the right that may be its counterpart: never all with all. */
export function findCandidates(left: readonly Task<unknown>[], right: readonly Task<unknown>[]): Candidate[] {
  const byNumber = groupByNumber(right);
  const stands = crossingEvidence(left, right);
  const candidates: Candidate[] = [];
  let index: ReadonlyMap<number, readonly number[]> | undefined;
  for (const task of left) {
    const tried = new Set<number>();
    let best = 0;
    const consider = (other: Task<unknown>) => {
      if (tried.has(other.index)) return;
      tried.add(other.index);
      const candidate = compare(task, other);
      best = Math.max(best, candidate.similarity);
      if (candidate.similarity >= UNLIKE && stands(task, other, candidate)) candidates.push(candidate);
    };
    for (const other of ofNumber(byNumber, task, 0)) consider(other);
    if (best >= CLEAR) continue;
    for (let shift = 1; shift <= REACH; shift++) {
      for (const other of ofNumber(byNumber, task, shift)) consider(other);
      for (const other of ofNumber(byNumber, task, -shift)) consider(other);
    }
    index ??= indexRareGrams(right);
    for (const position of bestSharers(task, index)) {
      const other = right[position];
      if (other !== undefined) consider(other);
    }
  }
  return candidates;
}

/** Where each rare gram occurs. A gram found too often is kept as an empty list, so that it is not counted again. */
function indexRareGrams(tasks: readonly Task<unknown>[]): ReadonlyMap<number, readonly number[]> {
  const index = new Map<number, number[]>();
  for (const task of tasks) {
    for (const gram of task.grams) {
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

function bestSharers(task: Task<unknown>, index: ReadonlyMap<number, readonly number[]>): readonly number[] {
  const votes = new Map<number, number>();
  for (const gram of task.grams) {
    const positions = index.get(gram) ?? [];
    for (const position of positions) votes.set(position, (votes.get(position) ?? 0) + 1 / positions.length);
  }
  const ranked = [...votes].filter(([, vote]) => vote >= 1).sort((a, b) => b[1] - a[1]);
  return ranked.slice(0, BEST_SHARERS).map(([position]) => position);
}
