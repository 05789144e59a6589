import type { Place } from '#shared/findings/finding.ts';
import { visible } from '../visible.ts';
import type { WidthOf } from './width.ts';

/** A line of a text and, under it, carets under the place; both are safe to print. */
export interface Excerpt {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  readonly carets: string;
}

const ELLIPSIS = '…';

/**
 * The line in which a place begins, cut to the given width in columns around the place. The carets stand under it in a
 * terminal, where a Chinese character is two columns wide. Of a place of several lines the first is shown.
 */
export function excerptOf({ source, start, end }: Place, width: number, widthOf: WidthOf): Excerpt {
  const { line } = source.positionAt(start);
  const lineStart = source.lineStart(line);
  const lineEnd = endOfLine(source.text, start);
  // Two code units are never less than one column wide: more of the line than this cannot be shown.
  const reach = width * 2;
  const before = cellsOf(source.text.slice(Math.max(lineStart, start - reach), start));
  const marked = cellsOf(source.text.slice(start, Math.max(start, Math.min(end, lineEnd, start + reach))));
  const after = cellsOf(source.text.slice(Math.max(start, Math.min(end, lineEnd)), Math.min(lineEnd, end + reach)));
  const middle = takeCells(marked, width - 2, widthOf);
  const rest = width - 2 - middle.width;
  const wanted = widthOf(after.join(''));
  const left = takeCells(before.reverse(), Math.max(rest >> 1, rest - wanted), widthOf);
  const right = takeCells(middle.whole ? after : [], rest - left.width, widthOf);
  const hasMoreLeft = !left.whole || start - reach > lineStart;
  const head = (hasMoreLeft ? ELLIPSIS : '') + left.cells.reverse().join('');
  const tail = right.cells.join('') + (middle.whole && right.whole ? '' : ELLIPSIS);
  return {
    line: line + 1,
    text: head + middle.cells.join('') + tail,
    carets: ' '.repeat(left.width + (hasMoreLeft ? 1 : 0)) + '^'.repeat(Math.max(1, middle.width)),
  };
}

function endOfLine(text: string, offset: number): number {
  const rest = /[\r\n]/g;
  rest.lastIndex = offset;
  return rest.exec(text)?.index ?? text.length;
}

/** The characters as they are shown. */
function cellsOf(text: string): string[] {
  return Array.from(text, (character) => visible(character));
}

/** As many of the first cells as fit. */
function takeCells(cells: readonly string[], width: number, widthOf: WidthOf) {
  let used = 0;
  let taken = 0;
  for (const cell of cells) {
    const next = widthOf(cell);
    if (used + next > width) break;
    used += next;
    taken++;
  }
  return { cells: cells.slice(0, taken), width: used, whole: taken === cells.length };
}
