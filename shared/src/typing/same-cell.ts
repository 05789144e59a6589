import type { TableCell } from '../markdown/block.ts';

/** Whether a cell says the same as another, wherever they stand; one with a comment says the same as none. */
export function sameCell(cell: TableCell, other: TableCell | undefined): boolean {
  return (
    other !== undefined &&
    cell.content.text === other.content.text &&
    cell.bold === other.bold &&
    cell.breaks.length === other.breaks.length &&
    cell.comments.length + other.comments.length === 0
  );
}
