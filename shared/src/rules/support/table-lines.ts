import type { Edit } from '../../findings/finding.ts';
import type { TableRow } from '../../markdown/block.ts';
import type { TaskList, TaskTable } from '../../model/policy-document.ts';
import { lineBreakOf } from './line-break.ts';

/** The end of the table line above a row: the row above, a section row, or the line under the header. */
export function endOfLineAbove({ block }: TaskTable, row: TableRow): number {
  return block.rows[block.rows.indexOf(row) - 1]?.span.end ?? block.delimiter.end;
}

/** The table that a line of a list stands in. */
function tableOf({ tables }: TaskList, row: TableRow): TaskTable | undefined {
  return tables.find(({ block }) => block.span.start <= row.span.start && row.span.end <= block.span.end);
}

/** A line of a table taken out and put in behind the offset `to`. */
export function moveLine(list: TaskList, row: TableRow, to: number): readonly Edit[] {
  const table = tableOf(list, row);
  if (table === undefined) return [];
  const { source } = list;
  const text = lineBreakOf(source) + source.text.slice(row.span.start, row.span.end);
  return [
    { source, start: endOfLineAbove(table, row), end: row.span.end, text: '' },
    { source, start: to, end: to, text },
  ];
}

/** A section row of these words, in the manner of the list's other section rows. */
export function sectionLine(list: TaskList, words: string, columns: number): string {
  const model = list.sections.find(({ tier }) => tier === 'section');
  if (model === undefined) return `| ${words} |${' |'.repeat(Math.max(0, columns - 1))}`;
  const { text } = list.source;
  const start = model.label?.span.start ?? model.title.span.start;
  return text.slice(model.row.span.start, start) + words + text.slice(model.title.span.end, model.row.span.end);
}
