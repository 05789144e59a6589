import type { Block, ParagraphBlock, TableRow } from '../markdown/block.ts';
import { LineReader } from '../markdown/lines.ts';
import { readBlocks } from '../markdown/read-blocks.ts';
import { readRow } from '../markdown/table.ts';
import { saysSo } from '../model/lead-convention.ts';
import { isAside, isSure, unitsOf } from '../model/point-tier.ts';
import type { ColumnRole, NumberLabel, Point, Row, SectionRow } from '../model/policy-document.ts';
import { type Item, readLoneItem } from '../model/read-items.ts';
import { joinsOf, readPoint } from '../model/read-point.ts';
import { readRows } from '../model/read-rows.ts';
import type { TableContext } from '../model/task-lines.ts';
import { pageArtifact } from '../rules/support/page-artifacts.ts';
import type { SourceText } from '../text/source-text.ts';
import { sameCell } from './same-cell.ts';

/** What a point was read out of, before and after an edit. */
interface Reread {
  readonly point: Point;
  /** Whether a list stands there that is one by itself. */
  readonly isSure: readonly [was: boolean, is: boolean];
}

/**
 * The point again, out of its lines after an edit of its words or its units; undefined where more than those changed, or could
 * have for the reader: the number, its paragraphs, whether units stand at its end, what goes on from it.
 * @param context Its source are the lines alone.
 */
export function rereadPoint(before: Point, context: TableContext): Reread | undefined {
  const oldBlocks = before.pieces.map(({ block }) => block);
  const blocks = readBlocks(context.source);
  if (!areParagraphs(blocks) || !areParagraphs(oldBlocks) || blocks.length !== oldBlocks.length) return undefined;
  if (blocks.some(({ bold }, index) => bold !== oldBlocks[index]?.bold) || !coverLines(blocks, context.source))
    return undefined;
  if ([...blocks, ...oldBlocks].some(({ content }) => saysSo(content.text))) return undefined;
  const edited = blocks.flatMap(({ content: { text } }, index) => {
    const old = oldBlocks[index]?.content.text ?? '';
    return index === 0 || text === old ? [] : [text, old];
  });
  if (!edited.every(isPlainProse)) return undefined;
  const [old, now] = [readLoneItem(oldBlocks, context), readLoneItem(blocks, context)];
  if (old === undefined || now === undefined || !old.isClosed || !now.isClosed) return undefined;
  if (now.item.tier !== old.item.tier || !sameLabel(now.item.label, old.item.label)) return undefined;
  if (!sameLabel(old.item.label, before.label) || !sameShape(old.item, now.item)) return undefined;
  if (blocks.length > 1 && before.label.mark !== '1.') return undefined;
  const lists = [old, now].map(({ item }) => unitsOf(item, context));
  if (before.units === undefined || lists.includes(undefined)) return undefined;
  const pieces = now.item.pieces.map((piece, index) => ({
    ...piece,
    joins: before.pieces[index]?.joins ?? piece.joins,
  }));
  const { section, domain } = before;
  const point = readPoint(context.source, [{ ...now.item, pieces }], { section, domain }, context);
  if (point.units === undefined || before.deadline?.text !== point.deadline?.text || point.text.length === 0)
    return undefined;
  const [was, is] = lists.map((list) => isSure(list, context.directory));
  return { point, isSure: [was ?? false, is ?? false] };
}

function areParagraphs(blocks: readonly Block[]): blocks is readonly ParagraphBlock[] {
  return blocks.every((block) => block.kind === 'paragraph' && block.comments.length === 0);
}

/** Each paragraph is one line, and nothing stands before the first or behind the last. */
function coverLines(blocks: readonly ParagraphBlock[], { text }: SourceText): boolean {
  return (
    blocks[0]?.span.start === 0 &&
    blocks.at(-1)?.span.end === text.length &&
    blocks.every(({ span }) => !/[|\r\n]/.test(text.slice(span.start, span.end)))
  );
}

/** So long a paragraph, or one with a bracket, is never taken for a line that is printed on each page. */
const LONGEST_RUNNING_LINE = 60;

/** A paragraph that is prose wherever it stands: no title, no leftover of printing, no line that may stand elsewhere too. */
function isPlainProse(text: string): boolean {
  const isLong = text.length > LONGEST_RUNNING_LINE || /[()（）]/.test(text);
  return isLong && text.includes('。') && pageArtifact(text) === undefined;
}

/** Whether two items are made of the same pieces for whoever asks how they are joined, or whether they are tasks. */
function sameShape(old: Item, now: Item): boolean {
  const shapeOf = ({ pieces }: Item) => pieces.map(({ afterList, onlyUnits }) => `${afterList} ${onlyUnits}`).join();
  const [first, other] = [old.pieces[0], now.pieces[0]];
  return (
    joinsOf(old) === joinsOf(now) &&
    shapeOf(old) === shapeOf(now) &&
    first !== undefined &&
    other !== undefined &&
    isAside(first.body) === isAside(other.body)
  );
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
  if (tableRow.cells.length !== cells.length) return undefined;
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
  return (
    role !== undefined &&
    cell.bold === now.bold &&
    now.comments.length === 0 &&
    cell.content.length > 0 &&
    now.content.length > 0
  );
}

function sameLabel(a: NumberLabel | undefined, b: NumberLabel | undefined): boolean {
  return a?.value === b?.value && a?.sub === b?.sub && a?.mark === b?.mark;
}
