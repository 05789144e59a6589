import { type Candidate, compare, placeAgreement, saysLittle } from './compare.ts';
import type { Grams } from './grams.ts';
import { groupByNumber, ofNumber } from './same-number.ts';
import type { Task } from './task.ts';

/** By how much more must speak for a title's pair elsewhere than for the one of the same number and section. */
const MARGIN = 0.15;
/** How many grams that are rare in both parts such a pair must share: a phrase, or two words. */
const FEWEST_RARE = 3;
/** A gram is rare in a part where no more tasks than this have it. */
const RARE = 3;

/** Whether a pair of two tasks, one of them short, is well founded, although their numbers or places are not the same. */
export function crossingEvidence(
  left: readonly Task<unknown>[],
  right: readonly Task<unknown>[],
): (a: Task<unknown>, b: Task<unknown>, candidate: Candidate) => boolean {
  let parts: { homeOfLeft: Homes; homeOfRight: Homes; isRare: (gram: number) => boolean } | undefined;
  const prepare = () => {
    const [inLeft, inRight] = [usesOf(left), usesOf(right)];
    return {
      homeOfLeft: homesAmong(right),
      homeOfRight: homesAmong(left),
      isRare: (gram: number) => (inLeft.get(gram) ?? 0) <= RARE && (inRight.get(gram) ?? 0) <= RARE,
    };
  };
  return (a, b, candidate) => {
    if (!saysLittle(a, b)) return true;
    parts ??= prepare();
    const homeOfA = parts.homeOfLeft(a);
    const homeOfB = parts.homeOfRight(b);
    if (homeOfA === b || homeOfB === a) return true;
    const atHome = Math.max(
      homeOfA === undefined ? 0 : compare(a, homeOfA).weight,
      homeOfB === undefined ? 0 : compare(homeOfB, b).weight,
    );
    return candidate.weight >= atHome + MARGIN && sharesRare(a.grams, b.grams, parts.isRare);
  };
}

type Homes = (task: Task<unknown>) => Task<unknown> | undefined;

/** The task of the same number; where numbers start again, the one in the same section and domain, or else the nearest. */
function homesAmong(tasks: readonly Task<unknown>[]): Homes {
  const byNumber = groupByNumber(tasks);
  const known = new Map<Task<unknown>, Task<unknown> | undefined>();
  const find: Homes = (task) => {
    let home: Task<unknown> | undefined;
    for (const other of ofNumber(byNumber, task, 0)) {
      if (other.sub !== task.sub) continue;
      const closer = home === undefined ? 1 : placeAgreement(task, other) - placeAgreement(task, home);
      const nearer = home !== undefined && Math.abs(other.index - task.index) < Math.abs(home.index - task.index);
      if (closer > 0 || (closer === 0 && nearer)) home = other;
    }
    return home;
  };
  return (task) => {
    if (!known.has(task)) known.set(task, find(task));
    return known.get(task);
  };
}

/** In how many tasks each gram stands. */
function usesOf(tasks: readonly Task<unknown>[]): ReadonlyMap<number, number> {
  const uses = new Map<number, number>();
  for (const { grams } of tasks) for (const gram of grams) uses.set(gram, (uses.get(gram) ?? 0) + 1);
  return uses;
}

function sharesRare(a: Grams, b: Grams, isRare: (gram: number) => boolean): boolean {
  const [fewer, more] = a.length <= b.length ? [a, new Set(b)] : [b, new Set(a)];
  return fewer.filter((gram) => more.has(gram) && isRare(gram)).length >= FEWEST_RARE;
}
