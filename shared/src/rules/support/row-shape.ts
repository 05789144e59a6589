import type { TableRow } from '../../markdown/block.ts';
import { isVagueName, nearColumnName } from '../../model/column-names.ts';
import type { Row, TaskTable } from '../../model/policy-document.ts';

/**
 * True where a row has another number of cells than its table has columns: its cells stand in the wrong columns, and what
 * they seem to say is no second mistake.
 */
export function isMisshapen(row: Row): boolean {
  return row.tableRow.cells.length !== row.table.columns.length;
}

/** The lines of a table below its header; a page break can make Markdown take the first of them for a header. */
export function bodyRows({ block, continues }: TaskTable): readonly TableRow[] {
  return continues && !block.continues ? [block.header, ...block.rows] : block.rows;
}

/** The commonest number of cells; undefined for no rows. */
export function usualCellCount(rows: readonly TableRow[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let best: number | undefined;
  for (const [count, times] of counts) if (best === undefined || times > (counts.get(best) ?? 0)) best = count;
  return best;
}

/**
 * True where the unit columns of a row may be trusted: the row is whole, and every column of its table has a name that is
 * no slip. Where they may not, `table-columns` says so, and comparing units would say it again for each row.
 */
export function unitColumnsAreCertain(row: Row): boolean {
  return !isMisshapen(row) && columnsAreCertain(row.table);
}

const certainty = new WeakMap<TaskTable, boolean>();

function columnsAreCertain(table: TaskTable): boolean {
  let known = certainty.get(table);
  if (known === undefined) {
    const names = table.columns.map(({ name }) => name);
    known = names.every((name) => name !== '' && nearColumnName(name) === undefined && !isVagueName(name, names));
    certainty.set(table, known);
  }
  return known;
}
