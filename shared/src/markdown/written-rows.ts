import type { TableBlock, TableRow } from './block.ts';

/** The lines of a table that hold words, the header first; a table that continues another one has no header of its own. */
export function writtenRows({ continues, header, rows }: TableBlock): readonly TableRow[] {
  return continues ? rows : [header, ...rows];
}
