import type { Edit } from '../../findings/finding.ts';
import type { TableRow } from '../../markdown/block.ts';
import type { TaskList, TaskTable } from '../../model/policy-document.ts';
import type { SourceText } from '../../text/source-text.ts';
import type { Subject } from '../subject.ts';
import { headingSources } from './heading-sources.ts';
import { lineBreakOf } from './line-break.ts';

/** The end of the table line above a row: the row above, a section row, or the line under the header. */
export function endOfLineAbove({ block }: TaskTable, row: TableRow): number {
  return block.rows[block.rows.indexOf(row) - 1]?.span.end ?? block.delimiter.end;
}

/** A line of a table taken out and put in behind the offset `to`. */
export function moveLine(source: SourceText, table: TaskTable, row: TableRow, to: number): readonly Edit[] {
  const text = lineBreakOf(source) + source.text.slice(row.span.start, row.span.end);
  return [
    { source, start: endOfLineAbove(table, row), end: row.span.end, text: '' },
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
