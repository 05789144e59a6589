import { countFirst } from '../text/count-first.ts';
import type { MappedText } from '../text/mapped-text.ts';
import type { Span } from '../text/span.ts';

/** Something that a text states: where it stands, and its words. */
export interface Stated {
  /** The range of the source. */
  readonly span: Span;
  /** First and last (exclusive) index in the text's normal form. */
  readonly from: number;
  readonly to: number;
  /** The words in normal form (NFKC, no white space). */
  readonly words: string;
}

/** The range `from` to `to` of a normal text, as something stated. */
export function statedAt(normal: MappedText, from: number, to: number): Stated {
  return { span: normal.spanOf(from, to), from, to, words: normal.text.slice(from, to) };
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Whether a range, `from` to `to`, shares a character with one of the given ranges. Each question is a binary search. */
export function coverOf(ranges: readonly Range[]): (from: number, to: number) => boolean {
  const merged: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = merged[merged.length - 1];
    if (last !== undefined && range.from <= last.to)
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    else merged.push(range);
  }
  return (from, to) => {
    const next = merged[countFirst(merged, (range) => range.to <= from)];
    return next !== undefined && next.from < to;
  };
}
