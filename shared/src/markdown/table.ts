import { MappedText } from '../text/mapped-text.ts';
import type { TableCell, TableRow } from './block.ts';
import { readInline } from './inline.ts';
import { isWhite, type Line } from './lines.ts';

/** Where the cells of a line stand: between its unescaped pipes, the outer ones left out. */
export function splitCells(text: string, from: number, to: number): { readonly start: number; readonly end: number }[] {
  const cells: { readonly start: number; readonly end: number }[] = [];
  let start = text.charCodeAt(from) === PIPE ? from + 1 : from;
  for (let i = start; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === BACKSLASH) {
      const next = text.charCodeAt(i + 1);
      if (next === PIPE || next === BACKSLASH) i++;
    } else if (code === PIPE) {
      cells.push({ start, end: i });
      start = i + 1;
    }
  }
  if (start < to || cells.length === 0) cells.push({ start, end: to });
  return cells;
}

/** How many columns a `|---|:--:|` line declares; undefined for any other line. At least one pipe must be in it. */
export function delimiterColumns(text: string, from: number, to: number): number | undefined {
  let pipes = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === PIPE) pipes++;
    else if (code !== DASH && code !== COLON && !isWhite(code)) return undefined;
  }
  if (pipes === 0) return undefined;
  const cells = splitCells(text, from, to);
  const valid = cells.every((cell) => /^:?-+:?$/.test(text.slice(cell.start, cell.end).trim()));
  return valid && cells.length > 0 ? cells.length : undefined;
}

export function readRow(source: string, line: Line): TableRow {
  const cells = splitCells(source, line.from, line.to).map((span) => readCell(source, span));
  return { span: { start: line.start, end: line.end }, cells };
}

/** True for a row that says nothing but `---`: a delimiter line pasted into a table. */
export function isDelimiterRow({ cells }: TableRow): boolean {
  return cells.length > 0 && cells.every(({ content }) => /^:?-{2,}:?$/.test(content.text));
}

function readCell(source: string, span: { readonly start: number; readonly end: number }): TableCell {
  let { start, end } = span;
  while (start < end && isWhite(source.charCodeAt(start))) start++;
  while (end > start && isWhite(source.charCodeAt(end - 1))) end--;
  const { content, bold, breaks, comments } = readInline(source, MappedText.verbatim(source, start, end), true);
  return { span, content, bold, breaks, comments };
}

const PIPE = 0x7c;
const BACKSLASH = 0x5c;
const DASH = 0x2d;
const COLON = 0x3a;
