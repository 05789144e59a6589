import type { Edit } from '../findings/finding.ts';
import type { Subject } from '../rules/subject.ts';
import { renumberEdits } from '../rules/support/renumber.ts';
import { arrange, type Placement } from './arrange.ts';
import { type Extent, pointsExtent, rowsExtent } from './extents.ts';
import { isTogether, keepNextDomain, scattered, withoutRepeats } from './move-task.ts';
import { listOf, pointLists, rowLists } from './place-in-home.ts';
import { change, type Restructuring } from './restructuring.ts';
import { shiftNumbers } from './shift-numbers.ts';
import { type Task, taskNumber } from './tasks.ts';

/** Takes a task out of both parts, with the directives that silence findings on it; later ones move up. */
export function deleteTask(subject: Subject, task: Task): Restructuring {
  if (!isTogether(subject, task)) return scattered();
  const placements: Placement[] = [];
  const inner: Edit[] = [];
  const [point, ...others] = task.points;
  if (point !== undefined) {
    placements.push(takeOut(pointsExtent(subject.documents, [point, ...others])));
    for (const part of subject.workPoints)
      inner.push(...renumberEdits(subject, shiftNumbers(pointLists(part), task.points, undefined).renumberings));
  }
  const [row, ...otherRows] = task.rows;
  const list = listOf(subject, task);
  if (row !== undefined && list !== undefined) {
    placements.push(takeOut(rowsExtent([row, ...otherRows])));
    inner.push(...renumberEdits(subject, shiftNumbers(rowLists(list), task.rows, undefined).renumberings));
    inner.push(...keepNextDomain(list.rows, task.rows));
  }
  placements.push(...directivesOf(subject, task));
  const [first] = placements;
  const edits = arrange(placements, withoutRepeats(inner));
  return change(edits, first === undefined ? undefined : { source: first.source, start: first.span.start });
}

/** At the end of a text the gap before goes, elsewhere the gap behind. */
function takeOut({ source, body, whole }: Extent): Placement {
  const isLast = source.text.trimEnd().length <= body.end;
  if (whole.end > body.end && !isLast) return { source, span: whole, pieces: [] };
  const before = source.text.slice(Math.max(0, body.start - 20), body.start);
  const blanks = before.slice(before.trimEnd().length);
  const gap = blanks.slice(blanks.search(/[\r\n]|$/));
  return { source, span: { start: body.start - gap.length, end: body.end }, pieces: [] };
}

/** `disable-task` with its number: left behind, it would speak of the task that takes the number over. */
function directivesOf(subject: Subject, task: Task): readonly Placement[] {
  const number = taskNumber(task);
  return subject.documents.flatMap(({ source, directives }) =>
    directives.flatMap(({ task: named, comment }): Placement[] => {
      if (number === undefined || named?.value !== number) return [];
      const { line } = source.positionAt(comment.span.start);
      const whole = { start: source.lineStart(line), end: source.lineStart(line + 1) };
      const isAlone = source.slice(whole).trim() === source.slice(comment.span);
      return [{ source, span: isAlone ? whole : comment.span, pieces: [] }];
    }),
  );
}
