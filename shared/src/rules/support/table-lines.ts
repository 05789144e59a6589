import type { Edit } from '../../findings/finding.ts';
import type { TableRow } from '../../markdown/block.ts';
import type { TaskList, TaskTable } from '../../model/policy-document.ts';
import type { SourceText } from '../../text/source-text.ts';
import type { Subject } from '../subject.ts';
import { headingSources } from './heading-sources.ts';
import { lineBreakOf } from './line-break.ts';

/**
 * Where a line is put in above a row: the end of the row above, of a section row, or of the line under the header. The first
 * row of a table that goes on behind a blank line has that line above it; a task that stands as the header has none.
 */
export function endOfLineAbove({ block }: TaskTable, row: TableRow, { text }: SourceText): number | undefined {
  if (row === block.header) return undefined;
  const above = block.rows[block.rows.indexOf(row) - 1];
  if (above !== undefined) return above.span.end;
  if (!block.continues) return block.delimiter.end;
  const { start } = row.span;
  return start - (text.startsWith('\r\n', start - 2) ? 2 : 1);
}

/** Where a line is put in below a row: for a task that stands as the header, below the line under it. */
export function endOfRow({ block }: TaskTable, row: TableRow): number {
  return row === block.header ? block.delimiter.end : row.span.end;
}

/** A line of a table taken out and put in behind the offset `to`. */
export function moveLine(source: SourceText, table: TaskTable, row: TableRow, to: number): readonly Edit[] {
  const text = lineBreakOf(source) + source.text.slice(row.span.start, row.span.end);
  const above = endOfLineAbove(table, row, source);
  if (above === undefined) return [];
  return [
    { source, start: above, end: row.span.end, text: '' },
    { source, start: to, end: to, text },
  ];
}

/** A section row of these words, in the manner of the list's other section rows. */
export function sectionLine(subject: Subject, list: TaskList, words: string, columns: number): string {
  const model = list.sections.find(({ tier }) => tier === 'section');
  if (model === undefined) return `| ${words} |${' |'.repeat(Math.max(0, columns - 1))}`;
  const { text } = headingSources(subject).get(model) ?? list.source;
  const start = model.label?.span.start ?? model.title.span.start;
  return text.slice(model.row.span.start, start) + words + text.slice(model.title.span.end, model.row.span.end);
}
