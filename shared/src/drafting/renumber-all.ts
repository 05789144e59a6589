import type { Point, Row } from '../model/policy-document.ts';
import type { Subject } from '../rules/subject.ts';
import { type Renumbering, renumberEdits } from '../rules/support/renumber.ts';
import { homesOf } from './homes.ts';
import { withoutRepeats } from './move-task.ts';
import { change, type Restructuring, refuse } from './restructuring.ts';
import type { Task } from './tasks.ts';

/**
 * Numbers all tasks one after another, both parts alike; a task that lacks a side keeps its number free there. Where one row
 * serves several points, each point takes a number, and the rows are counted for themselves.
 */
export function renumberAll(subject: Subject): Restructuring {
  const renumberings: Renumbering[] = [];
  let next: { point: number; row: number } | undefined;
  let before: { readonly part: unknown; readonly group: unknown } | undefined;
  for (const home of homesOf(subject)) {
    const restarts = home.part?.restarts ?? 'never';
    const group = restarts === 'domain' ? home : restarts === 'section' ? home.section?.place.start : undefined;
    for (const task of home.tasks) {
      if (next === undefined || before?.part !== home.part) next = from(firstNumber(task));
      else if (before?.group !== group) next = from(1);
      before = { part: home.part, group };
      for (const [index, point] of task.points.entries()) {
        if (index > 0 && !isSub(point, task.points[index - 1])) next.point++;
        renumberings.push(...relabelled(point, next.point));
      }
      for (const row of task.rows) renumberings.push(...relabelled(row, next.row));
      next = { point: next.point + 1, row: next.row + 1 };
    }
  }
  const edits = withoutRepeats(renumberEdits(subject, renumberings));
  if (edits.length === 0) return refuse('编号已经连续，无需调整。', 'The numbers are in order already.');
  return change(edits, undefined);
}

function from(number: number): { point: number; row: number } {
  return { point: number, row: number };
}

/** `3-2` behind `3-1`: the same number. */
function isSub({ label }: Point, before: Point | undefined): boolean {
  return label.sub !== undefined && label.value === before?.label.value;
}

/** An excerpt begins where it was cut; where the two sides disagree, it begins with 1. */
function firstNumber({ points, rows }: Task): number {
  const numbers = new Set([...points, ...rows].flatMap(({ label }) => (label === undefined ? [] : [label.value])));
  const [only] = numbers;
  return numbers.size === 1 && only !== undefined && points.length > 0 && rows.length > 0 ? only : 1;
}

function relabelled({ source, label }: Point | Row, to: number): readonly Renumbering[] {
  return label === undefined || label.value === to ? [] : [{ source, label, to }];
}
