import type { TableRow } from '../markdown/block.ts';
import { LineReader } from '../markdown/lines.ts';
import { delimiterColumns, readRow } from '../markdown/table.ts';
import type { Subject } from '../rules/subject.ts';
import type { Span } from '../text/span.ts';
import { sameCell } from './same-cell.ts';

/** A line of a table that says the same whatever its blanks and its dashes are. */
export interface TableLine {
  readonly span: Span;
  /** Its cells; undefined for the delimiter line, of which only the number of columns counts. */
  readonly row: TableRow | undefined;
  readonly columnCount: number;
}

/** Every line of the tables of a subject, each once. */
export function tableLines({ documents }: Subject): readonly TableLine[] {
  const lines = new Map<number, TableLine>();
  for (const block of documents.flatMap(({ blocks }) => blocks)) {
    if (block.kind !== 'table') continue;
    const { delimiter, columnCount, header, rows } = block;
    lines.set(delimiter.start, { span: delimiter, row: undefined, columnCount });
    for (const row of [header, ...rows]) lines.set(row.span.start, { span: row.span, row, columnCount });
  }
  return [...lines.values()];
}

/** Whether a line says after an edit what it said before: its cells are padded otherwise, or its dashes are others. */
export function saysTheSame({ row, columnCount }: TableLine, after: string): boolean {
  const read = new LineReader(after, 0).next();
  if (read === undefined || read.end !== after.length || !after.startsWith('|')) return false;
  if (row === undefined) return delimiterColumns(after, read.from, read.to) === columnCount;
  const { cells } = readRow(after, read);
  return cells.length === row.cells.length && row.cells.every((cell, index) => sameCell(cell, cells[index]));
}
