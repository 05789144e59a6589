import type { Block, TableBlock, TableRow } from '../markdown/block.ts';
import { isDelimiterRow } from '../markdown/table.ts';
import type { MappedText } from '../text/mapped-text.ts';
import { normalForm } from '../text/normal-form.ts';
import { type ColumnSynonyms, isTaskList, readColumns } from './columns.ts';
import { isPageArtifact } from './page-artifact.ts';
import { partKind, readPartTitles } from './part-titles.ts';
import type { Column, Row, SectionRow, TaskList, TaskTable } from './policy-document.ts';
import { titleHeading } from './read-heading.ts';
import type { ProseBlock } from './read-items.ts';
import { readRows } from './read-rows.ts';
import type { TableContext, TaskLines } from './task-lines.ts';
import { readCellNumber, readTierNumber } from './tier-marks.ts';

interface Draft {
  readonly title: ProseBlock | undefined;
  readonly tables: TaskLines[];
  /** The last number so far. */
  lastNumber: number | undefined;
}

/** The task lists of a file. Tables that page breaks cut out of one list are one list. */
export function readTaskLists(blocks: readonly Block[], context: TableContext): TaskList[] {
  const drafts: Draft[] = [];
  const titles = readPartTitles(blocks);
  let title: ProseBlock | undefined;
  for (const block of blocks) {
    if (block.kind === 'table') {
      const draft = drafts.at(-1);
      const lines = taskLines(block, draft?.tables.at(-1), title === undefined, context);
      if (lines === undefined) continue;
      const lastNumber = numbers(lines.table, lines.lines).at(-1);
      if (draft !== undefined && goesOn(draft, lines, title)) {
        draft.tables.push(lines);
        draft.lastNumber = lastNumber ?? draft.lastNumber;
      } else drafts.push({ title, tables: [lines], lastNumber });
      title = undefined;
    } else if (block.kind === 'heading' || block.kind === 'paragraph') title = titleAfter(title, block, titles);
  }
  return drafts.map((draft) => buildTaskList(draft, draft.title && titles.get(draft.title), context));
}

/** The title that the next table stands under, once this block is passed. */
function titleAfter(
  title: ProseBlock | undefined,
  block: ProseBlock,
  titles: ReadonlyMap<Block, MappedText>,
): ProseBlock | undefined {
  const text = block.content.text;
  const number = readTierNumber(block.content);
  if (number !== undefined) {
    const isItem = number.tier === 'point' || number.tier === 'subpoint' || text.length > 60;
    return isItem ? undefined : title;
  }
  if (isPageArtifact(text)) return title;
  if (block.kind === 'heading') {
    // The nearest heading, unless a title of a list stands above it.
    const keeps = title !== undefined && partKind(title.content.text) === 'list' && partKind(text) === undefined;
    return keeps ? title : block;
  }
  return titles.has(block) || (block.bold && text.length <= 60) ? block : title;
}

/** The table as part of a task list; undefined for a table of something else. */
function taskLines(
  block: TableBlock,
  before: TaskLines | undefined,
  mayContinue: boolean,
  { synonyms }: TableContext,
): TaskLines | undefined {
  if (block.continues && before?.table.block.header === block.header) {
    const { columns, continues } = before.table;
    return { table: { block, columns, continues }, lines: withoutHeaders(block.rows, columns) };
  }
  const twoRows = headerOfTwoRows(block, synonyms);
  if (twoRows !== undefined)
    return {
      table: { block, columns: twoRows, continues: false },
      lines: withoutHeaders(block.rows.slice(1), twoRows),
    };
  const columns = readColumns(block.header, synonyms);
  if (isTaskList(columns))
    return { table: { block, columns, continues: false }, lines: withoutHeaders(block.rows, columns) };
  // A title in the first line of the table, or an empty one: the header is the next line.
  for (const [index, row] of block.rows.slice(0, 2).entries()) {
    if (block.header.cells.filter(({ content }) => content.length > 0).length > 1) break;
    const below = readColumns(row, synonyms);
    if (isTaskList(below))
      return {
        table: { block, columns: below, continues: false },
        lines: withoutHeaders(block.rows.slice(index + 1), below),
      };
  }
  if (before === undefined || !mayContinue || !looksLikeTask(block.header, before.table.columns)) return undefined;
  const taken = before.table.columns.map((column, index) => ({
    ...column,
    cell: block.header.cells[index] ?? column.cell,
  }));
  return {
    table: { block, columns: taken, continues: true },
    lines: withoutHeaders([block.header, ...block.rows], before.table.columns),
  };
}

/**
 * The columns of a header whose second row parts some of its cells: `责任分工` above `牵头单位` and `配合单位`. Cells that go
 * over both rows are blank in the second one, or repeated.
 */
function headerOfTwoRows({ header, rows }: TableBlock, synonyms: ColumnSynonyms): Column[] | undefined {
  const second = rows[0];
  if (second === undefined || second.cells.length !== header.cells.length) return undefined;
  const below = readColumns(second, synonyms);
  const own = below.filter(
    ({ name }, index) => name !== '' && name !== normalForm(header.cells[index]?.content.text ?? ''),
  );
  if (
    own.length < 2 ||
    own.length === below.length ||
    own.some(({ role, name }) => role === 'unknown' || name.length > 10)
  )
    return undefined;
  const cells = header.cells.map((cell, index) => {
    const under = second.cells[index];
    return under !== undefined && under.content.length > 0 ? under : cell;
  });
  const columns = readColumns({ ...header, cells }, synonyms);
  return isTaskList(columns) ? columns : undefined;
}

/** The header of a table that is really a task of the table before, cut off by a page break. */
function looksLikeTask(header: TableRow, columns: readonly Column[]): boolean {
  if (header.cells.length !== columns.length) return false;
  const index = columns.findIndex(({ role }) => role === 'number');
  const first = header.cells[Math.max(0, index)];
  if (first === undefined) return false;
  const filled = header.cells.filter(({ content }) => content.length > 0).length;
  if (first.content.length === 0) return filled > 0;
  return readCellNumber(first.content) !== undefined || readTierNumber(first.content) !== undefined;
}

/** A page's repeated header inside the table is no task, and the delimiter line that was pasted with it is no section. */
function withoutHeaders(rows: readonly TableRow[], columns: readonly Column[]): TableRow[] {
  return rows.filter(
    (row) =>
      !isDelimiterRow(row) &&
      !columns.every(({ name }, index) => normalForm(row.cells[index]?.content.text ?? '') === name),
  );
}

function goesOn(draft: Draft, next: TaskLines, title: ProseBlock | undefined): boolean {
  const last = draft.tables.at(-1);
  if (last === undefined || next.table.continues) return true;
  const roles = ({ table }: TaskLines) => table.columns.map(({ role }) => role).join();
  const sameTitle =
    title !== undefined &&
    draft.title !== undefined &&
    normalForm(title.content.text) === normalForm(draft.title.content.text);
  if (title === undefined || sameTitle) return roles(last) === roles(next) || numbersGoOn(draft, next);
  return numbersGoOn(draft, next);
}

function numbersGoOn({ lastNumber }: Draft, next: TaskLines): boolean {
  const first = numbers(next.table, next.lines)[0];
  return lastNumber !== undefined && first !== undefined && first > 1 && first >= lastNumber;
}

function numbers({ columns }: TaskTable, lines: readonly TableRow[]): number[] {
  const index = Math.max(
    0,
    columns.findIndex(({ role }) => role === 'number'),
  );
  return lines.flatMap(({ cells }) => {
    const cell = cells[index];
    return (cell && readCellNumber(cell.content)?.value) ?? [];
  });
}

function buildTaskList({ title, tables }: Draft, words: MappedText | undefined, context: TableContext): TaskList {
  const rows: Row[] = [];
  const sections: SectionRow[] = [];
  readRows(tables, context, rows, sections);
  const first = tables[0]?.table.block;
  const last = tables.at(-1)?.table.block;
  return {
    source: context.source,
    heading: title && titleHeading(title, words),
    span: { start: title?.span.start ?? first?.span.start ?? 0, end: last?.span.end ?? 0 },
    tables: tables.map(({ table }) => table),
    sections,
    rows,
  };
}
