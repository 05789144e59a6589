import { gramSimilarity } from './similarity.ts';
import type { Task } from './task.ts';

/** Two tasks, by position, that may be the same, and how much speaks for it. */
export interface Candidate {
  readonly left: number;
  readonly right: number;
  /** 0 to 1, of the words alone. */
  readonly similarity: number;
  readonly sameNumber: boolean;
  /** Similarity, number, units and place together. */
  readonly weight: number;
}

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
/** How many tasks of the same number are looked at, where numbers start again. */
const SAME_NUMBER_LIMIT = 6;

/** For each task of the left side the few on the right that may be its counterpart: never all with all. */
export function findCandidates(left: readonly Task<unknown>[], right: readonly Task<unknown>[]): Candidate[] {
  const byNumber = groupByNumber(right);
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
      if (candidate.similarity >= UNLIKE) candidates.push(candidate);
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

/** All that speaks for two tasks being the same. */
export function compare(left: Task<unknown>, right: Task<unknown>): Candidate {
  const similarity = gramSimilarity(left.grams, right.grams);
  const sameNumber = left.number !== undefined && left.number === right.number && left.sub === right.sub;
  const weight =
    similarity +
    (sameNumber ? 0.15 : 0) +
    0.1 * commonShare(left.leads, right.leads) +
    0.1 * placeAgreement(left, right);
  return { left: left.index, right: right.index, similarity, sameNumber, weight };
}

/** The share of names that two sets have in common. */
export function commonShare(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const name of a) if (b.has(name)) common++;
  return common === 0 ? 0 : common / (a.size + b.size - common);
}

/** 1 where section and domain have the same titles, 0 where neither has. */
export function placeAgreement(left: Task<unknown>, right: Task<unknown>): number {
  const section = left.section !== '' && left.section === right.section ? 0.5 : 0;
  const domain = left.domain !== '' && left.domain === right.domain ? 0.5 : 0;
  return section + domain;
}

/** The tasks of each number, in order. */
export function groupByNumber(tasks: readonly Task<unknown>[]): ReadonlyMap<number, readonly Task<unknown>[]> {
  const groups = new Map<number, Task<unknown>[]>();
  for (const task of tasks) {
    if (task.number === undefined) continue;
    const group = groups.get(task.number);
    if (group === undefined) groups.set(task.number, [task]);
    else group.push(task);
  }
  return groups;
}

/** The tasks whose number is that of `task` and `shift`; where numbers start again, those of the same place first. */
export function ofNumber(
  byNumber: ReadonlyMap<number, readonly Task<unknown>[]>,
  task: Task<unknown>,
  shift: number,
): readonly Task<unknown>[] {
  const group = task.number === undefined ? [] : (byNumber.get(task.number + shift) ?? []);
  if (group.length <= SAME_NUMBER_LIMIT) return group;
  const near = group.filter((other) => placeAgreement(task, other) > 0);
  return near.length > 0 && near.length <= SAME_NUMBER_LIMIT ? near : nearest(group, task.index);
}

/** Those of a group, which is in order of position, around a position. */
function nearest(group: readonly Task<unknown>[], position: number): readonly Task<unknown>[] {
  let low = 0;
  let high = group.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((group[middle] as Task<unknown>).index < position) low = middle + 1;
    else high = middle;
  }
  const from = Math.max(0, Math.min(low - SAME_NUMBER_LIMIT / 2, group.length - SAME_NUMBER_LIMIT));
  return group.slice(from, from + SAME_NUMBER_LIMIT);
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
