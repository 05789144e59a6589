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

/** Says what speaks for two tasks being the same. */
export type Comparing = (left: Task<unknown>, right: Task<unknown>) => Candidate;

/** Below this many grams a text is a title: some words of it stand in the texts of other tasks by chance. */
const SHORT = 20;
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

/** Whether one of two texts is so short that their likeness alone proves little, either way. */
export function saysLittle(left: Task<unknown>, right: Task<unknown>): boolean {
  return Math.min(left.grams.length, right.grams.length) < SHORT;
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

/** `compare` that knows what it said last of the tasks at two positions: of a draft that is typed in few are others now. */
export function comparingAgain(): Comparing {
  const known = new Map<number, Map<number, Compared>>();
  return (left, right) => {
    let ofLeft = known.get(left.index);
    if (ofLeft === undefined) {
      ofLeft = new Map();
      known.set(left.index, ofLeft);
    }
    const before = ofLeft.get(right.index);
    if (before?.left === left && before.right === right) return before.candidate;
    const candidate = compare(left, right);
    ofLeft.set(right.index, { left, right, candidate });
    return candidate;
  };
}

interface Compared {
  readonly left: Task<unknown>;
  readonly right: Task<unknown>;
  readonly candidate: Candidate;
}
