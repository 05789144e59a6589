import type { Place } from '#shared/findings/finding.ts';
import { visible } from './visible.ts';
import { plainWidth, type WidthOf } from './width.ts';

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
  const { text } = source;
  const { line } = source.positionAt(start);
  const lineStart = source.lineStart(line);
  const lineEnd = endOfLine(text, start);
  const markEnd = Math.max(start, Math.min(end, lineEnd));
  const room = width - 2;
  const middle = takeRight(text, start, markEnd, room, widthOf);
  const rest = room - middle.width;
  const after = takeRight(text, markEnd, Math.max(markEnd, lineEnd), rest, widthOf);
  const hasMoreRight = middle.end < markEnd || after.end < lineEnd;
  // What the right does not need is the left's, and half of it in any case.
  const spare = after.end < lineEnd ? 0 : rest - after.width;
  const left = takeLeft(text, lineStart, start, Math.max(rest >> 1, spare), widthOf);
  const right = middle.end < markEnd ? middle : takeRight(text, markEnd, after.end, rest - left.width, widthOf);
  const hasMoreLeft = left.start > lineStart;
  return {
    line: line + 1,
    text: `${hasMoreLeft ? ELLIPSIS : ''}${visible(text.slice(left.start, right.end))}${hasMoreRight || right.end < after.end ? ELLIPSIS : ''}`,
    carets: ' '.repeat(left.width + (hasMoreLeft ? 1 : 0)) + '^'.repeat(Math.max(1, middle.width)),
  };
}

function endOfLine(text: string, offset: number): number {
  const rest = /[\r\n]/g;
  rest.lastIndex = offset;
  return rest.exec(text)?.index ?? text.length;
}

/** As much of the text from `start` on as fits. */
function takeRight(text: string, start: number, limit: number, width: number, widthOf: WidthOf) {
  let end = start;
  let used = 0;
  // Characters without width must not make a line endless.
  const stop = Math.min(limit, start + 2 * Math.max(0, width));
  while (end < stop) {
    let next = end + 1;
    let needed: number = plainWidth(text.charCodeAt(end));
    if (needed === 0) {
      if (isPair(text, end)) next++;
      needed = widthOf(visible(text.slice(end, next)));
    }
    if (used + needed > width) break;
    used += needed;
    end = next;
  }
  return { end, width: used };
}

/** As much of the text before `end` as fits. */
function takeLeft(text: string, limit: number, end: number, width: number, widthOf: WidthOf) {
  let start = end;
  let used = 0;
  const stop = Math.max(limit, end - 2 * Math.max(0, width));
  while (start > stop) {
    let next = start - 1;
    let needed: number = plainWidth(text.charCodeAt(next));
    if (needed === 0) {
      if (isPair(text, next - 1)) next--;
      needed = widthOf(visible(text.slice(next, start)));
    }
    if (used + needed > width) break;
    used += needed;
    start = next;
  }
  return { start, width: used };
}

/** Whether a character of two code units begins here. */
function isPair(text: string, at: number): boolean {
  const low = text.charCodeAt(at + 1);
  return low >= 0xdc00 && low < 0xe000 && text.charCodeAt(at) >= 0xd800 && text.charCodeAt(at) < 0xdc00;
}
