import type { TableBlock, TableRow } from './block.ts';
import { endsTable, readAtxHeading, readFence } from './block-starts.ts';
import { isThematicBreak, type Line, type LineReader } from './lines.ts';
import { delimiterColumns, readRow, splitCells } from './table.ts';
import { beginsWithTierMark } from './tier-mark.ts';

/** Reads tables off the lines: a header with its delimiter line and rows, or rows that continue the table before. */
export class TableReader {
  readonly #text: string;
  readonly #lines: LineReader;
  /** The last table, while rows could still continue it. */
  #last: TableBlock | undefined;
  /** The next pipe at or after the reader's place: found once, not once a line. */
  #nextPipe = -1;

  constructor(text: string, lines: LineReader) {
    this.#text = text;
    this.#lines = lines;
  }

  /** The table that begins at a line. Rows alone are one only where no paragraph is open that they would belong to. */
  read(line: Line, inParagraph: boolean): TableBlock | undefined {
    if (!this.#hasPipe(line.from, line.to)) return undefined;
    const table = this.#begun(line) ?? (inParagraph ? undefined : this.#continued(line));
    if (table !== undefined) this.#last = table;
    return table;
  }

  /** After a heading nothing continues the table before it. */
  forget(): void {
    this.#last = undefined;
  }

  #begun(line: Line): TableBlock | undefined {
    const next = this.#lines.peek();
    if (next === undefined || !this.#hasPipe(next.from, next.to)) return undefined;
    const columnCount = delimiterColumns(this.#text, next.from, next.to);
    if (columnCount === undefined || !headsTable(this.#text, line, columnCount)) return undefined;
    this.#lines.next();
    const { rows, end } = this.#readRows([], next.end);
    return {
      kind: 'table',
      span: { start: line.start, end },
      header: readRow(this.#text, line),
      delimiter: { start: next.start, end: next.end },
      columnCount,
      rows,
    };
  }

  /** Rows of the same width as the table before; a delimiter line without a header may stand above them. */
  #continued(line: Line): TableBlock | undefined {
    if (this.#last === undefined) return undefined;
    const width = splitCells(this.#text, line.from, line.to).length;
    if (width < 2 || width !== this.#last.columnCount) return undefined;
    const isDelimiter = delimiterColumns(this.#text, line.from, line.to) !== undefined;
    const { rows, end } = this.#readRows(isDelimiter ? [] : [readRow(this.#text, line)], line.end);
    return { ...this.#last, span: { start: line.start, end }, rows, continues: true };
  }

  #readRows(rows: TableRow[], end: number): { readonly rows: readonly TableRow[]; readonly end: number } {
    let last = end;
    for (let line = this.#lines.peek(); line !== undefined && this.#isRow(line); line = this.#lines.peek()) {
      rows.push(readRow(this.#text, line));
      last = line.end;
      this.#lines.next();
    }
    return { rows, end: last };
  }

  /**
   * A table runs to a blank line or to another block, as in Markdown: a line without a pipe is a row of one cell. Only one
   * that begins with a tier mark is a paragraph.
   */
  #isRow({ start, from, to, opens }: Line): boolean {
    const text = this.#text;
    if (from === to) return false;
    if (opens && text.charCodeAt(start) < 0x80) return false;
    const hasPipe = this.#hasPipe(from, to);
    if (hasPipe && text.charAt(from) === '|') return true;
    if (!hasPipe && beginsWithTierMark(text, from, to)) return false;
    return (
      !text.startsWith('<!--', from) &&
      readAtxHeading(text, from, to) === undefined &&
      !isThematicBreak(text, from, to) &&
      readFence(text, from, to) === undefined &&
      !endsTable(text, from, to)
    );
  }

  #hasPipe(from: number, to: number): boolean {
    if (this.#nextPipe < from) {
      const at = this.#text.indexOf('|', from);
      this.#nextPipe = at === -1 ? this.#text.length : at;
    }
    return this.#nextPipe < to;
  }
}

/** A header has the cells that its delimiter line declares; one that has more or fewer is still meant as a header. */
function headsTable(text: string, line: Line, columnCount: number): boolean {
  const cells = splitCells(text, line.from, line.to).length;
  return cells === columnCount || (cells > 1 && columnCount > 1);
}
