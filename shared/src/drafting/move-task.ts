import type { Edit, Place } from '../findings/finding.ts';
import type { PolicyDocument, Row } from '../model/policy-document.ts';
import type { Subject } from '../rules/subject.ts';
import { lineBreakOf } from '../rules/support/line-break.ts';
import { labelEdits, renumberEdits } from '../rules/support/renumber.ts';
import { arrange, type Placement } from './arrange.ts';
import { rehome, writeDomain } from './domain-cells.ts';
import { type Extent, lineEnd, pointsExtent, rowsExtent } from './extents.ts';
import { type Home, homeOf, homesOf } from './homes.ts';
import { listOf, type PointPlace, pointLists, pointPlace, type RowPlace, rowLists, rowPlace } from './place-in-home.ts';
import { change, type Restructuring, refuse } from './restructuring.ts';
import { shiftNumbers } from './shift-numbers.ts';
import type { Task } from './tasks.ts';

/** Moves a task before the one above it, or, where it is the first under its heading, to the end of the heading before. */
export function moveTaskUp(subject: Subject, task: Task): Restructuring {
  const home = homeOf(subject, task);
  const index = home?.tasks.indexOf(task) ?? -1;
  if (home === undefined || index < 0) return nowhere();
  if (index > 0) return moveTask(subject, task, home, index - 1);
  const homes = homesOf(subject);
  const above = homes[homes.indexOf(home) - 1];
  if (above === undefined || above.part !== home.part) return refuse('已经是第一项。', 'It is the first task already.');
  return moveTask(subject, task, above, above.tasks.length);
}

/** Moves a task behind the one below it, or, where it is the last under its heading, to the beginning of the next heading. */
export function moveTaskDown(subject: Subject, task: Task): Restructuring {
  const home = homeOf(subject, task);
  const index = home?.tasks.indexOf(task) ?? -1;
  if (home === undefined || index < 0) return nowhere();
  if (index < home.tasks.length - 1) return moveTask(subject, task, home, index + 1);
  const homes = homesOf(subject);
  const below = homes[homes.indexOf(home) + 1];
  if (below === undefined || below.part !== home.part)
    return refuse('已经是最后一项。', 'It is the last task already.');
  return moveTask(subject, task, below, 0);
}

/** Moves a task to the end of another heading. */
export function moveTaskToHome(subject: Subject, task: Task, home: Home): Restructuring {
  if (home.tasks.includes(task)) return refuse('任务已经在这个领域里。', 'The task stands under this heading already.');
  return moveTask(subject, task, home, home.tasks.length);
}

/** Both sides of a task to one place: before the home's task number `index`, the task itself not counted. */
function moveTask(subject: Subject, task: Task, home: Home, index: number): Restructuring {
  if (!isTogether(subject, task)) return scattered();
  const placements: Placement[] = [];
  const inner: Edit[] = [];
  const [point, ...others] = task.points;
  let focus: Pick<Place, 'source' | 'start'> | undefined;
  if (point !== undefined) {
    const place = pointPlace(subject, home, index, task);
    if (place === undefined || place.part.source !== point.source) return nowhere();
    const extent = pointsExtent(subject.documents, [point, ...others]);
    placements.push(...moveExtent(extent, pointOffset(subject.documents, place, extent)));
    focus = { source: point.source, start: placements.at(-1)?.span.start ?? extent.body.start };
    inner.push(...renumberEdits(subject, shiftNumbers(pointLists(place.part), task.points, place).renumberings));
  }
  const list = listOf(subject, task);
  const [row, ...otherRows] = task.rows;
  if (row !== undefined && list !== undefined) {
    const place = rowPlace(subject, list, home, index, task);
    if (place === undefined) return nowhere();
    const extent = rowsExtent([row, ...otherRows]);
    placements.push(...moveExtent(extent, rowOffset(place)));
    focus ??= { source: row.source, start: placements.at(-1)?.span.start ?? extent.body.start };
    const shifted = shiftNumbers(rowLists(list), task.rows, place).renumberings;
    inner.push(...(point === undefined ? renumberEdits(subject, shifted) : labelEdits(shifted)));
    inner.push(
      ...(homeOf(subject, task) === home ? keepDomains(task.rows) : task.rows.flatMap((own) => rehome(own, home))),
    );
    inner.push(...keepNextDomain(list.rows, task.rows));
  }
  const edits = arrange(placements, withoutRepeats(inner));
  if (edits.length === 0) return refuse('任务已经在这个位置。', 'The task stands there already.');
  return change(edits, focus);
}

export function withoutRepeats(edits: readonly Edit[]): readonly Edit[] {
  return edits.filter(
    (edit, index) =>
      edits.findIndex(
        (other) => other.source === edit.source && other.start === edit.start && other.end === edit.end,
      ) === index,
  );
}

/** Taken out with the gap behind it, and put in with a gap; nothing where it stands there already. */
function moveExtent({ source, body, whole }: Extent, to: number): readonly Placement[] {
  if (whole.start <= to && to <= whole.end) return [];
  const isRow = source.text.startsWith('|', body.start);
  const gap = whole.end > body.end ? source.text.slice(body.end, whole.end) : lineBreakOf(source).repeat(isRow ? 1 : 2);
  const atEnd = to === source.text.length && !/[\r\n]$/.test(source.text);
  return [
    { source, span: whole, pieces: [] },
    { source, span: { start: to, end: to }, pieces: atEnd ? [gap, body] : [body, gap] },
  ];
}

/** The beginning of the line where what is to come before the next thing is put in. */
function pointOffset(documents: readonly PolicyDocument[], place: PointPlace, { source }: Extent): number {
  if (place.under !== undefined) return blankLinesBehind(source.text, lineEnd(source, place.under));
  if (place.after !== undefined) return pointsExtent(documents, [place.after]).whole.end;
  return place.before === undefined ? source.text.length : pointsExtent(documents, [place.before]).whole.start;
}

function blankLinesBehind(text: string, offset: number): number {
  return offset + (/^(?:[ \t]*(?:\r\n|\n|\r))+/.exec(text.slice(offset, offset + 200))?.[0].length ?? 0);
}

export function rowOffset({ list, after, before, under }: RowPlace): number {
  const { source } = list;
  if (under !== undefined) return source.lineStart(source.positionAt(under.row.span.end).line + 1);
  if (after !== undefined) return rowsExtent([after]).whole.end;
  return before === undefined ? list.span.end : rowsExtent([before]).whole.start;
}

/** Rows whose domain stands only in a merged cell above them get it written. */
function keepDomains(rows: readonly Row[]): readonly Edit[] {
  return rows.slice(0, 1).flatMap((row) => inherited(row));
}

/** The same for the row that follows what is taken away. */
export function keepNextDomain(all: readonly Row[], gone: readonly Row[]): readonly Edit[] {
  const last = gone.at(-1);
  const next = last === undefined ? undefined : all[all.indexOf(last) + 1];
  return next === undefined || gone.every(({ cells }) => cells.domain?.content.text === '') ? [] : inherited(next);
}

function inherited(row: Row): readonly Edit[] {
  const isEmpty = row.cells.domain?.content.text === '';
  return isEmpty && row.domain !== undefined ? writeDomain(row, row.domain.text) : [];
}

/** True where the points, and the rows, of a task stand one after another. */
export function isTogether(subject: Subject, { points, rows }: Task): boolean {
  return (
    subject.workPoints.every((part) => isRun(part.points, points)) &&
    subject.taskLists.every((list) => isRun(list.rows, rows))
  );
}

function isRun<Member>(all: readonly Member[], some: readonly Member[]): boolean {
  const positions = some.flatMap((member) => {
    const index = all.indexOf(member);
    return index < 0 ? [] : [index];
  });
  return positions.every((position, index) => index === 0 || position === (positions[index - 1] ?? 0) + 1);
}

export function scattered(): Restructuring {
  return refuse(
    '这项任务的要点或清单行不相邻，请先调整。',
    'The points or rows of this task do not stand together; put them together first.',
  );
}

function nowhere(): Restructuring {
  return refuse('清单或要点里没有合适的位置。', 'There is no fitting place in the other part.');
}
