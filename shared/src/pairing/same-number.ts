import { placeAgreement } from './compare.ts';
import type { Task } from './task.ts';

/** How many tasks of the same number are looked at, where numbers start again. */
const SAME_NUMBER_LIMIT = 6;

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
