import type { Point, Row, UnitList } from '../../model/policy-document.ts';
import { oncePerSubject } from './once-per-subject.ts';
import { unitColumnsAreCertain } from './row-shape.ts';
import { listsOf, unitLists } from './unit-lists.ts';

/** How often each name of a unit stands in a subject, in order of the first time. */
export interface UnitCounts {
  /** In all lists that are judged. */
  readonly listed: ReadonlyMap<string, number>;
  /** With the points and the rows, also those that have lost their shape. */
  readonly ofTasks: ReadonlyMap<string, number>;
}

/**
 * The few hundred names of a draft stand in it ten thousands of times: a rule asks of each name once whether it is one to
 * report, and looks for its places only then.
 */
export const unitCounts = oncePerSubject((subject): UnitCounts => {
  const listed = new Map<string, number>();
  for (const { list } of unitLists(subject)) count(list, listed, 1);
  const ofHeadings = unitLists(subject).some(({ point, row }) => point === undefined && row === undefined);
  if (!ofHeadings && subject.rows.every(unitColumnsAreCertain)) return { listed, ofTasks: listed };
  const ofTasks = new Map<string, number>();
  for (const task of [...subject.points, ...subject.rows]) for (const list of listsOf(task)) count(list, ofTasks, 1);
  return { listed, ofTasks };
});

/** The counts where some tasks have taken the place of others, in no order; undefined where lists of others count too. */
export function countsAfter(
  { listed, ofTasks }: UnitCounts,
  gone: readonly (Point | Row)[],
  come: readonly (Point | Row)[],
): UnitCounts | undefined {
  if (listed !== ofTasks) return undefined;
  const counts = new Map(listed);
  for (const task of gone) for (const list of listsOf(task)) count(list, counts, -1);
  for (const task of come) for (const list of listsOf(task)) count(list, counts, 1);
  for (const [name, times] of counts) if (times === 0) counts.delete(name);
  return { listed: counts, ofTasks: counts };
}

function count(list: UnitList | undefined, counts: Map<string, number>, step: number): void {
  if (list === undefined) return;
  for (const { name } of list.mentions) counts.set(name, (counts.get(name) ?? 0) + step);
}
