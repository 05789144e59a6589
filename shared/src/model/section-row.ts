import type { TableCell, TableRow } from '../markdown/block.ts';
import { normalForm } from '../text/normal-form.ts';
import { findUnits } from './find-units.ts';
import type { Column, SectionRow, UnitList } from './policy-document.ts';
import { readUnitList } from './read-unit-list.ts';
import type { TableContext } from './task-lines.ts';
import { readCellNumber, readTierNumber, type TierNumber } from './tier-marks.ts';

/**
 * A row that names a section or domain and holds no task: one text across the row (`<b>一、…</b>`), or `（一）` in the
 * number's cell, a title beside it, and at most the units that lead it.
 */
export function readSectionRow(
  row: TableRow,
  columns: readonly Column[],
  context: TableContext,
): SectionRow | undefined {
  const cells = row.cells.filter(({ content }) => content.length > 0);
  const first = cells[0];
  if (first === undefined || columns.length < 2) return undefined;
  const roles = new Map(row.cells.map((cell, index) => [cell, columns[index]?.role]));
  const isNumberCell = (cell: TableCell) => roles.get(cell) === 'number';
  // A text that an export repeats in every cell it spans is no unit.
  const isUnits = (cell: TableCell) =>
    (roles.get(cell) === 'lead' || roles.get(cell) === 'responsible') && cell.content.text !== first.content.text;
  const words = cells.filter((cell) => !isUnits(cell));
  const units = cells.find(isUnits);
  const mark = readTierNumber(first.content);
  const isTitleMark = mark?.tier === 'section' || mark?.tier === 'domain';
  if (allAlike(words) && (words.length > 1 || cells.length === words.length || isTitleMark)) {
    const title = words[0];
    if (title === undefined || readCellNumber(title.content) !== undefined) return undefined;
    const titleMark = readTierNumber(title.content);
    const spans = title === row.cells[0] || words.length > 1 || isNumberCell(title);
    const named = titleMark?.tier === 'section' || titleMark?.tier === 'domain';
    if (named ? spans || title.bold || words.length === cells.length : spans && (title.bold || titleMark === undefined))
      return sectionRow(row, title, named ? titleMark : undefined, units, context);
    return undefined;
  }
  // `| （一） | 市场准入 | | 市市场监管局 |`
  const second = words[1];
  if (!isNumberCell(first) || words.length !== 2 || second === undefined || second.content.length > 60)
    return undefined;
  const label = readTierNumber(first.content) ?? bareMark(first);
  if (label === undefined || (label.tier !== 'section' && label.tier !== 'domain')) return undefined;
  if (
    columns.filter(({ role }) => role === 'task' || role === 'measures' || role === 'domain').length < 2 &&
    !/^[（(一二三四五六七八九十]/.test(first.content.text)
  )
    return undefined;
  return sectionRow(row, second, { ...label, rest: second.content }, units, context);
}

/** `一` alone in the number's cell. */
function bareMark(cell: TableCell): TierNumber | undefined {
  const label = readCellNumber(cell.content);
  if (label === undefined || !/^[〇一二三四五六七八九十百]+$/.test(normalForm(cell.content.text))) return undefined;
  return { tier: 'section', label: { ...label, mark: '一、' }, rest: cell.content };
}

function sectionRow(
  row: TableRow,
  title: TableCell,
  mark: TierNumber | undefined,
  unitCell: TableCell | undefined,
  context: TableContext,
): SectionRow {
  const prose = findUnits((mark?.rest ?? title.content).trim(), context);
  const stop = /[。：:]$/.test(prose.text.text) ? prose.text.slice(0, prose.text.length - 1) : prose.text;
  return {
    row,
    label: mark?.label,
    title: stop,
    tier: mark?.tier === 'domain' ? 'domain' : 'section',
    units: prose.units ?? (unitCell && unitsOf(unitCell, context)),
  };
}

function unitsOf(cell: TableCell, { directory, convention }: TableContext): UnitList | undefined {
  return readUnitList(cell.content, { directory, convention, place: 'lead-cell' }).list;
}

function allAlike(cells: readonly TableCell[]): boolean {
  const first = cells[0];
  return first !== undefined && cells.every(({ content }) => content.text === first.content.text);
}
