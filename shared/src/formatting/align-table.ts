import type { TableBlock, TableRow } from '../markdown/block.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';
import type { TextChange } from '../text/text-changes.ts';
import { textWidth } from './text-width.ts';

type Alignment = 'left' | 'center' | 'right';

/** A row of a table, or the line under its header, as it stands between the pipes. */
interface Line {
  readonly span: Span;
  readonly cells: readonly string[];
  /** How many columns each cell takes. */
  readonly widths: readonly number[];
  readonly isDelimiter: boolean;
}

/** A table that would be this wide and high (in characters) is aligned only where most of it is not blank. */
const LARGE = 1_000_000;
/** So much of a large table may be blank, for each character that is not. */
const MOST_BLANK = 10;

/**
 * The changes that set a table's columns under one another. Chinese characters and full-width marks count as two columns.
 * Only white space at the ends of cells and the dashes under the header change; what the cells say stays byte for byte.
 * A large table with cells so long that the others would hold little but blanks stays as it is.
 */
export function alignTable(source: SourceText, block: TableBlock): readonly TextChange[] {
  const lines = linesOf(source, block);
  const alignments = alignmentsOf(source.slice(block.delimiter));
  const widths: number[] = [];
  let filled = 0;
  for (const line of lines)
    for (const [index, width] of line.widths.entries()) {
      widths[index] = Math.max(widths[index] ?? 3, width);
      filled += width;
    }
  const area = lines.length * widths.reduce((sum, width) => sum + width, 0);
  if (area > LARGE && area > MOST_BLANK * filled) return [];
  return lines.flatMap((line) => {
    const text = `| ${line.cells.map((_, index) => padded(line, index, widths[index] ?? 3, alignments[index])).join(' | ')} |`;
    return text === source.slice(line.span) ? [] : [{ ...line.span, text }];
  });
}

/** A table that continues another has no header of its own. */
function linesOf(source: SourceText, { header, delimiter, rows, continues }: TableBlock): readonly Line[] {
  const cells = dashes(source.slice(delimiter));
  const delimiterLine = { span: trimmed(source, delimiter), cells, widths: cells.map(() => 3), isDelimiter: true };
  const head = continues ? [] : [lineOf(source, header), delimiterLine];
  return [...head, ...rows.map((row) => lineOf(source, row))];
}

function lineOf(source: SourceText, { span, cells }: TableRow): Line {
  const words = cells.map((cell) => source.slice(cell.span).trim());
  return { span: trimmed(source, span), cells: words, widths: words.map(textWidth), isDelimiter: false };
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

function padded(line: Line, index: number, width: number, alignment: Alignment | undefined): string {
  const cell = line.cells[index] ?? '';
  if (line.isDelimiter) {
    const [first, last] = [cell.startsWith(':') ? ':' : '-', cell.endsWith(':') ? ':' : '-'];
    return first + '-'.repeat(Math.max(1, width - 2)) + last;
  }
  const room = Math.max(0, width - (line.widths[index] ?? 0));
  if (alignment === 'right') return ' '.repeat(room) + cell;
  if (alignment === 'center') return ' '.repeat(room >> 1) + cell + ' '.repeat(room - (room >> 1));
  return cell + ' '.repeat(room);
}
