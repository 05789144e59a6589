import type { Edit } from '../../findings/finding.ts';
import type { TableRow } from '../../markdown/block.ts';
import type { TaskList, TaskTable } from '../../model/policy-document.ts';
import type { SourceText } from '../../text/source-text.ts';
import type { Span } from '../../text/span.ts';
import type { Subject } from '../subject.ts';
import { headingSources } from './heading-sources.ts';
import { lineBreakOf } from './line-break.ts';
import { oncePerSubject } from './once-per-subject.ts';

/** Where a line of a task list stands. */
interface LinePlace {
  readonly source: SourceText;
  readonly table: TaskTable;
  /** The table before it in the list. */
  readonly before: TaskTable | undefined;
  /** Its index among the rows; -1 for a header that was read as a task, since a page break cut it off its table. */
  readonly index: number;
}

const linePlaces = oncePerSubject((subject): ReadonlyMap<TableRow, LinePlace> => {
  const places = new Map<TableRow, LinePlace>();
  for (const { source, tables } of subject.taskLists)
    for (const [at, table] of tables.entries()) {
      const place = { source, table, before: tables[at - 1] };
      if (table.continues && !table.block.continues) places.set(table.block.header, { ...place, index: -1 });
      for (const [index, row] of table.block.rows.entries()) places.set(row, { ...place, index });
    }
  return places;
});

function placeOf(subject: Subject, row: TableRow): LinePlace {
  const place = linePlaces(subject).get(row);
  if (place === undefined) throw new RangeError(`no task list has the line at ${row.span.start}`);
  return place;
}

/** A row with what stands or falls with it: the line end before it, and the `|---|` that a page break left behind it. */
export function extentOfLine(subject: Subject, row: TableRow): Span {
  const place = placeOf(subject, row);
  const { rows, delimiter } = place.table.block;
  const above = beginsPage(place)
    ? endOfLineBefore(place.source, row.span.start)
    : (rows[place.index - 1]?.span.end ?? delimiter.end);
  return { start: above, end: place.index === -1 ? delimiter.end : row.span.end };
}

/**
 * The end of the line above a row: the row above, a section row, or the line under the header. Above the first line of a
 * page that goes on without a header, it is the last line of the page before.
 */
export function endOfLineAbove(subject: Subject, row: TableRow): number {
  const place = placeOf(subject, row);
  return (beginsPage(place) ? place.before?.block.span.end : undefined) ?? extentOfLine(subject, row).start;
}

/** The line below a row in its table. */
export function lineBelow(subject: Subject, row: TableRow): TableRow | undefined {
  const { table, index } = placeOf(subject, row);
  return table.block.rows[index + 1];
}

/** A line of a list taken out and put in behind the offset `to`; no edit where that would leave it where it is. */
export function moveLine(subject: Subject, row: TableRow, to: number): readonly Edit[] {
  const { source } = placeOf(subject, row);
  const { start, end } = extentOfLine(subject, row);
  if (start <= to && to <= end) return [];
  const text = lineBreakOf(source) + source.text.slice(row.span.start, row.span.end);
  return [
    { source, start, end, text: '' },
    { source, start: to, end: to, text },
  ];
}

/** True for the first line of a table that has no header of its own. */
function beginsPage({ table, index }: LinePlace): boolean {
  return index === -1 || (index === 0 && table.block.continues === true);
}

function endOfLineBefore({ text }: SourceText, start: number): number {
  const feed = text.charAt(start - 1) === '\n' ? start - 1 : start;
  return text.charAt(feed - 1) === '\r' ? feed - 1 : feed;
}

/** A section row of these words, in the manner of the list's other section rows. */
export function sectionLine(subject: Subject, list: TaskList, words: string, columns: number): string {
  const model = list.sections.find(({ tier }) => tier === 'section');
  if (model === undefined) return `| ${words} |${' |'.repeat(Math.max(0, columns - 1))}`;
  const { text } = headingSources(subject).get(model) ?? list.source;
  const start = model.label?.span.start ?? model.title.span.start;
  return text.slice(model.row.span.start, start) + words + text.slice(model.title.span.end, model.row.span.end);
}
