import type { ParagraphBlock, TableCell, TableRow } from '../markdown/block.ts';
import { LineReader } from '../markdown/lines.ts';
import { readBlocks } from '../markdown/read-blocks.ts';
import { readRow } from '../markdown/table.ts';
import { findUnits } from '../model/find-units.ts';
import { saysSo } from '../model/lead-convention.ts';
import { isAside } from '../model/point-tier.ts';
import type { ColumnRole, NumberLabel, Point, Row, SectionRow } from '../model/policy-document.ts';
import { readPoint } from '../model/read-point.ts';
import { readRows } from '../model/read-rows.ts';
import type { TableContext } from '../model/task-lines.ts';
import { readTierNumber } from '../model/tier-marks.ts';
import type { SourceText } from '../text/source-text.ts';

/**
 * The point again, out of its line after an edit of its words or its units; undefined where more than those changed, or could
 * have for the reader: the number, whether units stand at its end, what goes on from it.
 * @param context Its source is the line alone.
 */
export function rereadPoint(before: Point, context: TableContext): Point | undefined {
  const old = before.pieces[0]?.block;
  const line = context.source.text;
  if (old?.kind !== 'paragraph') return undefined;
  const block = paragraphOf(context.source);
  if (block === undefined || block.bold !== old.bold || /[|\r\n]/.test(line)) return undefined;
  if (saysSo(block.content.text) || saysSo(old.content.text)) return undefined;
  const number = readTierNumber(block.content);
  const oldNumber = readTierNumber(old.content);
  if (number === undefined || oldNumber === undefined || number.tier !== oldNumber.tier) return undefined;
  if (!sameLabel(number.label, oldNumber.label) || !sameLabel(oldNumber.label, before.label)) return undefined;
  const [read, oldRead] = [findUnits(number.rest, context), findUnits(oldNumber.rest, context)];
  if (!read.closed || !oldRead.closed || isAside(number.rest) !== isAside(oldNumber.rest)) return undefined;
  const piece = { block, content: block.content, joins: 'first', body: number.rest, onlyUnits: false } as const;
  const item = { tier: number.tier, label: number.label, pieces: [{ ...piece, afterList: false }] };
  const { section, domain } = before;
  const after = readPoint(context.source, [item], { section, domain }, context);
  if (before.units === undefined || after.units === undefined) return undefined;
  return before.deadline?.text === after.deadline?.text && after.text.length > 0 ? after : undefined;
}

function paragraphOf(line: SourceText): ParagraphBlock | undefined {
  const [block, ...more] = readBlocks(line);
  if (block?.kind !== 'paragraph' || more.length > 0 || block.comments.length > 0) return undefined;
  return block.span.start === 0 && block.span.end === line.text.length ? block : undefined;
}

/**
 * The row again, out of its line after an edit of its task, its measures, its units or its domain; undefined where more than that changed.
 * @param context Its source is the line alone.
 */
export function rereadRow(before: Row, context: TableContext): Row | undefined {
  const line = context.source.text;
  if (!line.startsWith('|')) return undefined;
  const read = new LineReader(line, 0).next();
  if (read === undefined || read.end !== line.length) return undefined;
  const tableRow = readRow(line, read);
  const cells = before.tableRow.cells;
  if (tableRow.cells.length !== cells.length || tableRow.cells.some(({ comments }) => comments.length > 0))
    return undefined;
  const edited = cells.flatMap((cell, index) => (sameCell(cell, tableRow.cells[index]) ? [] : [index]));
  const [index] = edited;
  if ([...cells, ...tableRow.cells].some(({ content }) => saysSo(content.text))) return undefined;
  if (edited.length > 1 || (index !== undefined && !mayChange(before, index, tableRow))) return undefined;
  const rows: Row[] = [];
  const sections: SectionRow[] = [];
  readRows([{ table: before.table, lines: [tableRow] }], context, rows, sections);
  const [row] = rows;
  if (row === undefined || !sameLabel(row.label, before.label)) return undefined;
  const { section, domainRow, domain } = before;
  return { ...row, section, domainRow, domain: row.domain ?? domain };
}

const FOLLOWED: readonly ColumnRole[] = ['task', 'measures', 'lead', 'responsible', 'domain'];

function mayChange({ cells, tableRow }: Row, index: number, after: TableRow): boolean {
  const cell = tableRow.cells[index];
  const now = after.cells[index];
  if (cell === undefined || now === undefined) return false;
  const role = FOLLOWED.find((one) => cells[one] === cell);
  return role !== undefined && cell.bold === now.bold && cell.content.length > 0 && now.content.length > 0;
}

function sameCell(cell: TableCell, other: TableCell | undefined): boolean {
  return (
    other !== undefined &&
    cell.content.text === other.content.text &&
    cell.bold === other.bold &&
    cell.breaks.length === other.breaks.length
  );
}

function sameLabel(a: NumberLabel | undefined, b: NumberLabel | undefined): boolean {
  return a?.value === b?.value && a?.sub === b?.sub && a?.mark === b?.mark;
}
