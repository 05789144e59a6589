import type { UnitList } from '../../model/policy-document.ts';
import { oncePerSubject } from './once-per-subject.ts';
import { unitLists } from './unit-lists.ts';

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
  for (const { list } of unitLists(subject)) count(list, listed);
  const ofTasks = new Map<string, number>();
  for (const { units } of subject.points) count(units, ofTasks);
  for (const { leadUnits, responsibleUnits } of subject.rows) {
    count(leadUnits, ofTasks);
    count(responsibleUnits, ofTasks);
  }
  return { listed, ofTasks };
});

function count(list: UnitList | undefined, counts: Map<string, number>): void {
  if (list === undefined) return;
  for (const { name } of list.mentions) counts.set(name, (counts.get(name) ?? 0) + 1);
}
