import { type Candidate, commonShare, compare, placeAgreement, saysLittle } from './compare.ts';
import { heaviestChain } from './heaviest-chain.ts';
import { groupByNumber, ofNumber } from './same-number.ts';
import type { Task } from './task.ts';

/** A pair beside a gap; both are undefined at an end of the parts. */
export interface PairedTasks {
  readonly left: Task<unknown> | undefined;
  readonly right: Task<unknown> | undefined;
}

/** More combinations than this are not compared: a gap of this size holds parts that have little to do with each other. */
const MANY = 10_000;
/** Likeness of words from which a number need not agree. */
const SOME_LIKENESS = 0.25;
/** What must speak for a pair before it is better than two tasks without a counterpart. */
const ENOUGH = 0.3;

/**
 * Pairs what stands between two pairs on both sides, in order, however it is worded: by words as far as they go, by number
 * (also one shifted as the neighbours' are), by units and by place.
 * @param ends The pairs before and after; at an end of the parts there is none.
 */
export function pairWithinGap(
  left: readonly Task<unknown>[],
  right: readonly Task<unknown>[],
  ends: readonly PairedTasks[],
): Candidate[] {
  if (left.length * right.length > MANY) return pairByNumber(left, right);
  const offsets = ends.map((end) => offsetOf(end));
  const onlyPlace = left.length === 1 && right.length === 1 && fillsPlace(left[0], right[0], ends);
  const width = right.length + 1;
  const scores = new Float64Array((left.length + 1) * width);
  const candidates: (Candidate | undefined)[] = [];
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      const candidate = candidateInGap(left[i] as Task<unknown>, right[j] as Task<unknown>, offsets, onlyPlace);
      candidates[i * width + j] = candidate;
      const paired =
        candidate === undefined ? 0 : candidate.weight - ENOUGH + (scores[(i + 1) * width + j + 1] as number);
      scores[i * width + j] = Math.max(
        paired,
        scores[(i + 1) * width + j] as number,
        scores[i * width + j + 1] as number,
      );
    }
  }
  const pairs: Candidate[] = [];
  let i = 0;
  let j = 0;
  while (i < left.length && j < right.length) {
    const score = scores[i * width + j] as number;
    const candidate = candidates[i * width + j];
    if (score === scores[(i + 1) * width + j]) i++;
    else if (score === scores[i * width + j + 1]) j++;
    else {
      if (candidate !== undefined) pairs.push(candidate);
      i++;
      j++;
    }
  }
  return pairs;
}

function candidateInGap(
  left: Task<unknown>,
  right: Task<unknown>,
  offsets: readonly number[],
  onlyPlace: boolean,
): Candidate | undefined {
  const candidate = compare(left, right);
  const agrees = onlyPlace || numbersFit(left, right, offsets);
  const leads = commonShare(left.leads, right.leads);
  // Titles need not share a word with what they stand for; the same units may then speak for them.
  const sameUnits = leads === 1 && saysLittle(left, right);
  if (!candidate.sameNumber && !agrees && !sameUnits && candidate.similarity < SOME_LIKENESS) return undefined;
  const weight =
    candidate.similarity +
    (candidate.sameNumber ? 0.25 : agrees ? 0.24 : 0) +
    0.25 * leads +
    0.15 * placeAgreement(left, right) +
    (onlyPlace ? ENOUGH : 0);
  return weight > ENOUGH ? { ...candidate, weight } : undefined;
}

/** By how much the numbers of a pair differ: what an insertion before it has shifted them by. */
function offsetOf({ left, right }: PairedTasks): number {
  return left?.number === undefined || right?.number === undefined ? 0 : left.number - right.number;
}

/** True where one task on each side stands between pairs, and at least one of the two has the very number of that place. */
function fillsPlace(
  left: Task<unknown> | undefined,
  right: Task<unknown> | undefined,
  [before, after]: readonly PairedTasks[],
): boolean {
  return fits(left, before?.left, after?.left) || fits(right, before?.right, after?.right);
}

/** True where a task's number goes on from the one before, or begins anew, and is gone on from, or begun anew behind. */
function fits(
  task: Task<unknown> | undefined,
  former: Task<unknown> | undefined,
  next: Task<unknown> | undefined,
): boolean {
  if (task?.number === undefined) return false;
  const follows = task.number === 1 || former === undefined || former.number === task.number - 1;
  const isFollowed = next === undefined || next.number === 1 || next.number === task.number + 1;
  return follows && isFollowed && (former !== undefined || next !== undefined || task.number === 1);
}

function numbersFit(left: Task<unknown>, right: Task<unknown>, offsets: readonly number[]): boolean {
  if (left.number === undefined || right.number === undefined || left.sub !== right.sub) return false;
  return offsets.includes(left.number - right.number);
}

/** For a gap too large to compare: tasks of the same number, in order. */
function pairByNumber(left: readonly Task<unknown>[], right: readonly Task<unknown>[]): Candidate[] {
  const byNumber = groupByNumber(right);
  return heaviestChain(left.flatMap((task) => ofNumber(byNumber, task, 0).map((other) => compare(task, other))));
}
