import type { TaskList } from '../../model/policy-document.ts';
import { keepsUnits, type TaskChange } from '../../typing/task-change.ts';
import type { Subject } from '../subject.ts';

/**
 * True where a list whose only unit column is 责任单位 has lost its 牵头单位: most rows name none of the units that their
 * points name. Where all units stand in one column, the two agree.
 */
export function lacksLeadColumn(list: TaskList, subject: Subject): boolean {
  if (!hasResponsibleOnly(list)) return false;
  const pairing = subject.pairings.find(({ taskList }) => taskList === list);
  const pairs = pairing?.pairs.filter(({ points }) => points.some(({ units }) => units !== undefined)) ?? [];
  const keys = (names: readonly { name: string }[]) => names.map(({ name }) => subject.directory.keyOf(name));
  const strangers = pairs.filter(({ points, rows }) => {
    const inPoints = new Set(points.flatMap(({ units }) => keys(units?.mentions ?? [])));
    return !rows.some(({ responsibleUnits }) =>
      keys(responsibleUnits?.mentions ?? []).some((key) => inPoints.has(key)),
    );
  });
  return pairs.length >= 3 && strangers.length * 3 > pairs.length * 2;
}

/** An edit of a task's units can lose or find a lead column only where there is no other column of units. */
export function keepsLeadColumn(change: TaskChange, { taskLists }: Subject): boolean {
  return !taskLists.some(hasResponsibleOnly) || keepsUnits(change);
}

function hasResponsibleOnly({ tables }: TaskList): boolean {
  const roles = new Set(tables.flatMap(({ columns }) => columns.map(({ role }) => role)));
  return !roles.has('lead') && !roles.has('unknown') && roles.has('responsible');
}
