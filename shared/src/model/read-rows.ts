import type { TableCell, TableRow } from '../markdown/block.ts';
import { recallMapped } from '../memory/recall-mapped.ts';
import { MappedText } from '../text/mapped-text.ts';
import { normalForm } from '../text/normal-form.ts';
import { movedUnits } from './moved.ts';
import type { ColumnRole, Row, SectionRow, TaskTable, UnitList } from './policy-document.ts';
import { isBlankCell, readUnitList } from './read-unit-list.ts';
import { readSectionRow } from './section-row.ts';
import type { TableContext, TaskLines } from './task-lines.ts';
import { readCellNumber } from './tier-marks.ts';

/** One line of a table as a row, before it is known what it takes over from the row above. */
interface Line {
  readonly table: TaskTable;
  readonly row: TableRow;
  readonly cells: Readonly<Partial<Record<ColumnRole, TableCell>>>;
}

/** Reads the lines of a list's tables into `rows` and `sections`, in order. */
export function readRows(
  tables: readonly TaskLines[],
  context: TableContext,
  rows: Row[],
  sections: SectionRow[],
): void {
  const lines = tables.flatMap(({ table, lines }) =>
    lines.map((row): Line => ({ table, row, cells: cellsByRole(row, table) })),
  );
  const layout = layoutOf(lines);
  let section: SectionRow | undefined;
  let domainRow: SectionRow | undefined;
  let domain: MappedText | undefined;
  let numbered: Row | undefined;
  for (const { table, row, cells } of lines) {
    if (row.cells.every(({ content }) => content.length === 0)) continue;
    const heading = readSectionRow(row, table.columns, context);
    if (heading !== undefined) {
      sections.push(heading);
      if (heading.tier === 'section') {
        section = heading;
        domainRow = undefined;
      } else domainRow = heading;
      domain = numbered = undefined;
      continue;
    }
    const own = filled(cells.domain);
    domain = own ?? (layout.mergedDomains ? domain : undefined);
    const label = cells.number && readCellNumber(cells.number.content);
    const continues = label === undefined && isContinuation(cells, layout) ? numbered : undefined;
    const read: Row = {
      source: context.source,
      table,
      tableRow: row,
      label,
      section,
      domainRow,
      cells,
      continues,
      domain: own ?? continues?.domain ?? domain,
      task: filled(cells.task),
      measures: filled(cells.measures),
      ...unitsOf(cells, context),
      deadline: filled(cells.deadline),
      span: row.span,
    };
    if (continues === undefined) numbered = read;
    rows.push(read);
  }
}

function cellsByRole(row: TableRow, { columns }: TaskTable): Partial<Record<ColumnRole, TableCell>> {
  const cells: Partial<Record<ColumnRole, TableCell>> = {};
  for (const { role, index } of columns) {
    const cell = row.cells[index];
    if (role !== 'unknown' && cell !== undefined) cells[role] ??= cell;
  }
  return cells;
}

function filled(cell: TableCell | undefined): MappedText | undefined {
  return cell === undefined || cell.content.length === 0 ? undefined : cell.content;
}

/** What a list does throughout. */
interface ListLayout {
  readonly mergedDomains: boolean;
  /** A list of titles alone has several of them under one number. */
  readonly mergedNumbers: boolean;
}

/**
 * Domains are merged cells where blanks follow a name and no name stands twice running: a single blank in a column that
 * repeats its names is a slip, and inherits nothing. So is a single blank among the numbers.
 */
function layoutOf(lines: readonly Line[]): ListLayout {
  let blanks = 0;
  let repeats = 0;
  let before: string | undefined;
  for (const { cells } of lines) {
    if (cells.domain === undefined || cells.number === undefined || readCellNumber(cells.number.content) === undefined)
      continue;
    const name = normalForm(cells.domain.content.text);
    if (name === '') blanks++;
    else if (name === before) repeats++;
    if (name !== '') before = name;
  }
  return {
    mergedDomains: blanks >= 2 && repeats * 4 <= blanks,
    mergedNumbers: lines.filter(({ cells }) => lacksNumber(cells) && filled(cells.task) !== undefined).length >= 2,
  };
}

/** A line without number and task of its own, but with something to do: the cells above are merged with its own. */
function isContinuation(cells: Line['cells'], { mergedNumbers }: ListLayout): boolean {
  if (!lacksNumber(cells)) return false;
  if (filled(cells.task) !== undefined) return cells.measures === undefined && mergedNumbers;
  return [cells.measures, cells.lead, cells.responsible].some((cell) => filled(cell) !== undefined);
}

function lacksNumber({ number }: Line['cells']): boolean {
  return number !== undefined && number.content.length === 0;
}

/** The units of a row: by column, and by the words in the cells where one column holds both. */
function unitsOf(cells: Line['cells'], context: TableContext): Pick<Row, 'leadUnits' | 'responsibleUnits'> {
  const lead = listOf(cells.lead, 'lead-cell', context);
  const responsible = listOf(cells.responsible, cells.lead === undefined ? 'only-cell' : 'responsible-cell', context);
  return {
    leadUnits: part(lead, 'lead') ?? (cells.lead === undefined ? part(responsible, 'lead') : undefined),
    responsibleUnits:
      cells.responsible === undefined
        ? part(lead, 'responsible')
        : cells.lead === undefined
          ? part(responsible, 'responsible')
          : responsible,
  };
}

function listOf(
  cell: TableCell | undefined,
  place: 'lead-cell' | 'only-cell' | 'responsible-cell',
  context: TableContext,
) {
  if (cell === undefined) return undefined;
  const { directory, convention, memory } = context;
  return recallMapped(
    memory,
    `${place}, ${convention} lead`,
    cell.content,
    (content) => (isBlankCell(content.text) ? undefined : readUnitList(content, { directory, convention, place }).list),
    (list, offset) => list && movedUnits(list, offset),
  );
}

/** The mentions of one role, as a list of their own; the list itself where it has no others. */
function part(list: UnitList | undefined, role: 'lead' | 'responsible'): UnitList | undefined {
  if (list === undefined || list.mentions.every((mention) => mention.role === role)) return list;
  const kept = list.mentions.flatMap((mention, index) => (mention.role === role ? [index] : []));
  if (kept.length === 0) return undefined;
  const mentions = kept.flatMap((index) => list.mentions[index] ?? []);
  const separators = kept.slice(1).map((index, at) => {
    const separator = list.separators[index - 1];
    const adjacent = kept[at] === index - 1 && separator !== undefined;
    const from = mentions[at]?.text.span.end ?? 0;
    return adjacent
      ? separator
      : MappedText.replacing('\n', { start: from, end: mentions[at + 1]?.text.span.start ?? from });
  });
  return { ...list, mentions, separators };
}
