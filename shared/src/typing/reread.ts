import type { ParagraphBlock, TableCell, TableRow } from '../markdown/block.ts';
import { LineReader } from '../markdown/lines.ts';
import { readBlocks } from '../markdown/read-blocks.ts';
import { readRow } from '../markdown/table.ts';
import { findUnits } from '../model/find-units.ts';
import { saysSo } from '../model/lead-convention.ts';
import { movedTableRow } from '../model/moved.ts';
import { isAside } from '../model/point-tier.ts';
import type { ColumnRole, NumberLabel, Point, Row, SectionRow, UnitList } from '../model/policy-document.ts';
import { readPoint } from '../model/read-point.ts';
import { readRows } from '../model/read-rows.ts';
import type { TableContext } from '../model/task-lines.ts';
import { readTierNumber } from '../model/tier-marks.ts';
import { SourceText } from '../text/source-text.ts';

/** The lines of a task that was edited, `start` to `end` of the context's source. */
interface Line {
  readonly start: number;
  readonly end: number;
}

/**
 * The point again, from its line after an edit of its words; undefined where more than its words changed, or could have for
 * the reader: the number, the units, what goes on from it.
 */
export function rereadPoint(before: Point, { start, end }: Line, context: TableContext): Point | undefined {
  const old = before.pieces[0]?.block;
  const line = context.source.text.slice(start, end);
  if (old?.kind !== 'paragraph') return undefined;
  const block = paragraphOf(line, start);
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
  if (before.units === undefined || !sameUnits(before.units, after.units)) return undefined;
  return before.deadline?.text === after.deadline?.text && after.text.length > 0 ? after : undefined;
}

function paragraphOf(line: string, start: number): ParagraphBlock | undefined {
  const [block, ...more] = readBlocks(new SourceText(line));
  if (block?.kind !== 'paragraph' || more.length > 0 || block.comments.length > 0) return undefined;
  if (block.span.start !== 0 || block.span.end !== line.length) return undefined;
  return { ...block, span: { start, end: start + line.length }, content: block.content.movedBy(start) };
}

/** The row again, from its line after an edit of its task or its measures; undefined where more than that changed. */
export function rereadRow(before: Row, { start, end }: Line, context: TableContext): Row | undefined {
  const line = context.source.text.slice(start, end);
  if (!line.startsWith('|')) return undefined;
  const read = new LineReader(line, 0).next();
  if (read === undefined || read.end !== line.length) return undefined;
  const tableRow = movedTableRow(readRow(line, read), start);
  const cells = before.tableRow.cells;
  if (tableRow.cells.length !== cells.length || tableRow.cells.some(({ comments }) => comments.length > 0))
    return undefined;
  const edited = cells.flatMap((cell, index) => (sameCell(cell, tableRow.cells[index]) ? [] : [index]));
  const [index] = edited;
  if ([...cells, ...tableRow.cells].some(({ content }) => saysSo(content.text))) return undefined;
  if (edited.length > 1 || (index !== undefined && !isWords(before, index, tableRow))) return undefined;
  const rows: Row[] = [];
  const sections: SectionRow[] = [];
  readRows([{ table: before.table, lines: [tableRow] }], context, rows, sections);
  const [row] = rows;
  if (row === undefined || !sameLabel(row.label, before.label)) return undefined;
  const { section, domainRow, domain } = before;
  return { ...row, section, domainRow, domain: row.domain ?? domain };
}

function isWords({ cells, tableRow }: Row, index: number, after: TableRow): boolean {
  const cell = tableRow.cells[index];
  const now = after.cells[index];
  if (cell === undefined || now === undefined) return false;
  const role = (['task', 'measures'] as const satisfies readonly ColumnRole[]).find((one) => cells[one] === cell);
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

function sameUnits(a: UnitList, b: UnitList | undefined): boolean {
  const words = (list: UnitList) =>
    JSON.stringify([
      list.spans.length,
      list.namesLead,
      list.namesSupport,
      list.mentions.map(({ role, name, restoredPrefix, group, text }) => [
        role,
        name,
        restoredPrefix,
        group,
        text.text,
        // From the end of the list, which the edit stands before.
        list.span.end - text.span.start,
      ]),
      list.separators.map(({ text }) => text),
    ]);
  return b !== undefined && words(a) === words(b);
}
