import type { Subject } from '../rules/subject.ts';
import { type Renumbering, renumberEdits } from '../rules/support/renumber.ts';
import { homesOf } from './homes.ts';
import { withoutRepeats } from './move-task.ts';
import { change, type Restructuring, refuse } from './restructuring.ts';
import type { Task } from './tasks.ts';

/** Numbers all tasks one after another, both parts alike; a task that lacks a side keeps its number free there. */
export function renumberAll(subject: Subject): Restructuring {
  const renumberings: Renumbering[] = [];
  let next: number | undefined;
  let before: { readonly part: unknown; readonly group: unknown } | undefined;
  for (const home of homesOf(subject)) {
    const restarts = home.part?.restarts ?? 'never';
    const group = restarts === 'domain' ? home : restarts === 'section' ? home.section?.place.start : undefined;
    for (const task of home.tasks) {
      if (next === undefined || before?.part !== home.part) next = firstNumber(task);
      else if (before?.group !== group) next = 1;
      before = { part: home.part, group };
      renumberings.push(...labelsOf(task, next));
      next++;
    }
  }
  const edits = withoutRepeats(renumberEdits(subject, renumberings));
  if (edits.length === 0) return refuse('编号已经连续，无需调整。', 'The numbers are in order already.');
  return change(edits, undefined);
}

/** An excerpt begins where it was cut; where the two sides disagree, it begins with 1. */
function firstNumber({ points, rows }: Task): number {
  const numbers = new Set([...points, ...rows].flatMap(({ label }) => (label === undefined ? [] : [label.value])));
  const [only] = numbers;
  return numbers.size === 1 && only !== undefined && points.length > 0 && rows.length > 0 ? only : 1;
}

function labelsOf({ points, rows }: Task, to: number): readonly Renumbering[] {
  return [...points, ...rows].flatMap(({ source, label }) =>
    label === undefined || label.value === to ? [] : [{ source, label, to }],
  );
}
