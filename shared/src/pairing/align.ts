import { findCandidates } from './candidates.ts';
import { type Candidate, type Comparing, compare } from './compare.ts';
import { pairWithinGap } from './gap.ts';
import { heaviestChain } from './heaviest-chain.ts';
import { groupByNumber, ofNumber } from './same-number.ts';
import type { Task } from './task.ts';

/** Likeness that makes a pair of its own accord, wherever the two stand. */
const ALIKE_ANYWHERE = 0.5;
/** Likeness that is enough where the numbers are the same or close: a neighbour that changed places. */
const ALIKE_NEARBY = 0.3;
const NEARBY = 3;
/** How often gaps are filled. */
const ROUNDS = 2;

/**
 * Which tasks of the two parts are the same, as pairs of their positions. Three steps, each on what the one before left:
 * the heaviest chain of like tasks in the order of both parts; tasks that moved, by their words alone; and tasks between
 * two neighbours that are paired, by number, units and place, however they are worded.
 */
export function align(
  left: readonly Task<unknown>[],
  right: readonly Task<unknown>[],
  comparing: Comparing = compare,
): Candidate[] {
  const candidates = findCandidates(left, right, comparing);
  const chain = heaviestChain(candidates);
  const takenLeft = new Set(chain.map((pair) => pair.left));
  const takenRight = new Set(chain.map((pair) => pair.right));
  const moved: Candidate[] = [];
  const byLikeness = candidates
    .filter((pair) => pair.similarity >= (isNearby(left[pair.left], right[pair.right]) ? ALIKE_NEARBY : ALIKE_ANYWHERE))
    .sort((a, b) => b.weight - a.weight);
  for (const pair of byLikeness) {
    if (takenLeft.has(pair.left) || takenRight.has(pair.right)) continue;
    takenLeft.add(pair.left);
    takenRight.add(pair.right);
    moved.push(pair);
  }
  let inOrder = chain;
  // What was filled narrows the gaps: a task alone between pairs on both sides is told by its place.
  for (let round = 0; round < ROUNDS; round++) {
    const filled = fillGaps(left, right, inOrder, takenLeft, takenRight);
    if (filled.length === 0) break;
    for (const pair of filled) {
      takenLeft.add(pair.left);
      takenRight.add(pair.right);
    }
    inOrder = [...inOrder, ...filled].sort((a, b) => a.left - b.left);
  }
  moved.push(
    ...pairSwapped(
      left.filter(({ index }) => !takenLeft.has(index)),
      right.filter(({ index }) => !takenRight.has(index)),
    ),
  );
  return [...inOrder, ...moved].sort((a, b) => a.left - b.left);
}

/** Tasks whose words say too little to be found elsewhere, and that changed places with a neighbour, number and all. */
function pairSwapped(left: readonly Task<unknown>[], right: readonly Task<unknown>[]): Candidate[] {
  if (left.length === 0 || right.length === 0) return [];
  const [leftBy, rightBy] = [groupByNumber(left), groupByNumber(right)];
  return left.flatMap((task) => {
    const [other, ...others] = ofNumber(rightBy, task, 0);
    if (other === undefined || others.length > 0 || ofNumber(leftBy, task, 0).length > 1) return [];
    return Math.abs(task.index - other.index) <= NEARBY ? pairWithinGap([task], [other], []) : [];
  });
}

/** Pairs of what is free between each two neighbours of a chain. */
function fillGaps(
  left: readonly Task<unknown>[],
  right: readonly Task<unknown>[],
  chain: readonly Candidate[],
  takenLeft: ReadonlySet<number>,
  takenRight: ReadonlySet<number>,
): Candidate[] {
  const filled: Candidate[] = [];
  let before = { left: -1, right: -1 };
  for (const after of [...chain, { left: left.length, right: right.length }]) {
    const freeLeft = left.slice(before.left + 1, after.left).filter((task) => !takenLeft.has(task.index));
    const freeRight = right.slice(before.right + 1, after.right).filter((task) => !takenRight.has(task.index));
    if (freeLeft.length > 0 && freeRight.length > 0) {
      const ends = [before, after].map((end) => ({ left: left[end.left], right: right[end.right] }));
      filled.push(...pairWithinGap(freeLeft, freeRight, ends));
    }
    before = after;
  }
  return filled;
}

function isNearby(left: Task<unknown> | undefined, right: Task<unknown> | undefined): boolean {
  return left?.number !== undefined && right?.number !== undefined && Math.abs(left.number - right.number) <= NEARBY;
}
