import stringWidth from 'string-width';
import type { TableBlock, TableRow } from '../markdown/block.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';
import type { TextChange } from '../text/text-changes.ts';

type Alignment = 'left' | 'center' | 'right';

/** A row of a table, or the line under its header, as it stands between the pipes. */
interface Line {
  readonly span: Span;
  readonly cells: readonly string[];
  readonly isDelimiter: boolean;
}

/**
 * The changes that set a table's columns under one another. Chinese characters and full-width marks count as two columns.
 * Only white space at the ends of cells and the dashes under the header change; what the cells say stays byte for byte.
 */
export function alignTable(source: SourceText, block: TableBlock): readonly TextChange[] {
  const lines = linesOf(source, block);
  const alignments = alignmentsOf(source.slice(block.delimiter));
  const widths: number[] = [];
  for (const { cells, isDelimiter } of lines)
    for (const [index, cell] of cells.entries())
      widths[index] = Math.max(widths[index] ?? 3, isDelimiter ? 3 : stringWidth(cell));
  return lines.flatMap((line) => {
    const text = `| ${line.cells.map((cell, index) => padded(cell, widths[index] ?? 3, line, alignments[index])).join(' | ')} |`;
    return text === source.slice(line.span) ? [] : [{ ...line.span, text }];
  });
}

/** A table that continues another has no header of its own. */
function linesOf(source: SourceText, { header, delimiter, rows, continues }: TableBlock): readonly Line[] {
  const delimiterLine = { span: trimmed(source, delimiter), cells: dashes(source.slice(delimiter)), isDelimiter: true };
  const head = continues ? [] : [lineOf(source, header), delimiterLine];
  return [...head, ...rows.map((row) => lineOf(source, row))];
}

function lineOf(source: SourceText, { span, cells }: TableRow): Line {
  const words = cells.map((cell) => source.slice(cell.span).trim());
  return { span: trimmed(source, span), cells: words, isDelimiter: false };
}

/** Without the white space at both ends: what a line is indented by stays. */
function trimmed(source: SourceText, span: Span): Span {
  const text = source.slice(span);
  const start = span.start + (text.length - text.trimStart().length);
  return { start, end: Math.max(start, span.end - (text.length - text.trimEnd().length)) };
}

function dashes(delimiter: string): readonly string[] {
  return delimiter
    .trim()
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split('|')
    .map((cell) => cell.trim());
}

function alignmentsOf(delimiter: string): readonly Alignment[] {
  return dashes(delimiter).map((cell) => {
    if (!cell.endsWith(':')) return 'left';
    return cell.startsWith(':') ? 'center' : 'right';
  });
}

function padded(cell: string, width: number, { isDelimiter }: Line, alignment: Alignment | undefined): string {
  if (isDelimiter) {
    const [first, last] = [cell.startsWith(':') ? ':' : '-', cell.endsWith(':') ? ':' : '-'];
    return first + '-'.repeat(Math.max(1, width - 2)) + last;
  }
  const room = Math.max(0, width - stringWidth(cell));
  if (alignment === 'right') return ' '.repeat(room) + cell;
  if (alignment === 'center') return ' '.repeat(room >> 1) + cell + ' '.repeat(room - (room >> 1));
  return cell + ' '.repeat(room);
}
