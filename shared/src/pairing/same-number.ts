import { countFirst } from '../text/count-first.ts';
import type { Task } from './task.ts';

/** How many tasks of the same number are looked at, where numbers start again. */
const SAME_NUMBER_LIMIT = 6;

type Tasks = readonly Task<unknown>[];

/** The tasks of one number, in order. Where numbers start again they are many, and are asked for as often. */
class SameNumber {
  readonly tasks: Task<unknown>[] = [];
  #bySection: ReadonlyMap<string, Tasks> | undefined;
  #byDomain: ReadonlyMap<string, Tasks> | undefined;

  /** Those of the same section or domain, in order; undefined where they are too many. */
  inPlaceOf({ section, domain }: Task<unknown>): Tasks | undefined {
    this.#bySection ??= groupBy(this.tasks, (task) => task.section);
    this.#byDomain ??= groupBy(this.tasks, (task) => task.domain);
    const inSection = this.#bySection.get(section) ?? [];
    const inDomain = this.#byDomain.get(domain) ?? [];
    if (inSection.length > SAME_NUMBER_LIMIT || inDomain.length > SAME_NUMBER_LIMIT) return undefined;
    const both = new Set([...inSection, ...inDomain]);
    return both.size > SAME_NUMBER_LIMIT ? undefined : [...both].sort((a, b) => a.index - b.index);
  }

  /** Those around a position. */
  nearest(position: number): Tasks {
    const { tasks } = this;
    const before = countFirst(tasks, ({ index }) => index < position);
    const from = Math.max(0, Math.min(before - SAME_NUMBER_LIMIT / 2, tasks.length - SAME_NUMBER_LIMIT));
    return tasks.slice(from, from + SAME_NUMBER_LIMIT);
  }
}

/** Tasks that have no title of this tier are of no common place. */
function groupBy(tasks: Tasks, titleOf: (task: Task<unknown>) => string): ReadonlyMap<string, Tasks> {
  const groups = new Map<string, Task<unknown>[]>();
  for (const task of tasks) {
    const title = titleOf(task);
    if (title === '') continue;
    const group = groups.get(title);
    if (group === undefined) groups.set(title, [task]);
    else group.push(task);
  }
  return groups;
}

/** The tasks of each number, in order. */
export function groupByNumber(tasks: Tasks): ReadonlyMap<number, SameNumber> {
  const groups = new Map<number, SameNumber>();
  for (const task of tasks) {
    if (task.number === undefined) continue;
    const group = groups.get(task.number) ?? new SameNumber();
    group.tasks.push(task);
    groups.set(task.number, group);
  }
  return groups;
}

/** The tasks whose number is that of `task` and `shift`; where numbers start again, those of the same place first. */
export function ofNumber(byNumber: ReadonlyMap<number, SameNumber>, task: Task<unknown>, shift: number): Tasks {
  const group = task.number === undefined ? undefined : byNumber.get(task.number + shift);
  if (group === undefined) return [];
  if (group.tasks.length <= SAME_NUMBER_LIMIT) return group.tasks;
  const near = group.inPlaceOf(task);
  return near !== undefined && near.length > 0 ? near : group.nearest(task.index);
}
