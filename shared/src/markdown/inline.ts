import { MappedText } from '../text/mapped-text.ts';
import type { Span } from '../text/span.ts';
import type { HtmlComment } from './block.ts';
import { parseInlineTokens } from './inline-remark.ts';
import type { InlineToken } from './inline-token.ts';
import { hasMarkup, readInlineTokens } from './inline-tokens.ts';

/** A text with its markup read: what a paragraph, a heading or a cell holds. */
export interface Inline {
  /** Without markup and without white space at its ends; a `<br>` is a line feed. */
  readonly content: MappedText;
  /** All of it is strong. */
  readonly bold: boolean;
  readonly breaks: readonly Span[];
  readonly comments: readonly HtmlComment[];
}

/**
 * A text that is longer, or holds more marks, goes to no parser and is taken as it is. No paragraph of a draft comes near
 * either bound (the longest point of the real pair has some 300 characters), and the parser's time can grow with the
 * square of the marks: 2,000 comments that never close take it 0.1 s, 100,000 would take minutes.
 */
const MAX_PARSED_LENGTH = 20_000;
export const MAX_PARSED_MARKS = 1_000;

const NOTHING: readonly never[] = Object.freeze([]);

/**
 * Reads the markup of a text. `source` is the whole source that `raw` was taken from; line feeds in `raw` are soft breaks.
 * In a table's cell a pipe is escaped even inside a code span.
 */
export function readInline(source: string, raw: MappedText, inCell = false): Inline {
  const text = raw.text;
  const multiline = text.includes('\n');
  if (!hasMarkup(text)) {
    const content = multiline ? joinLines(raw, [{ kind: 'text', from: 0, to: text.length }]) : raw;
    return { content: content.trim(), bold: false, breaks: NOTHING, comments: NOTHING };
  }
  const tokens =
    readInlineTokens(text, inCell) ??
    (isParsable(text) ? parseInlineTokens(text, inCell) : [{ kind: 'text' as const, from: 0, to: text.length }]);
  const breaks: Span[] = [];
  const comments: HtmlComment[] = [];
  for (const token of tokens) {
    if (token.kind === 'break') breaks.push(raw.spanOf(token.from, token.to));
    if (token.kind === 'comment') comments.push(commentAt(source, raw.spanOf(token.from, token.to)));
  }
  return { content: joinLines(raw, tokens).trim(), bold: isBold(text, tokens), breaks, comments };
}

/** The comment that stands at a range, `<!--` and `-->` included. */
export function commentAt(source: string, span: Span): HtmlComment {
  const start = Math.min(span.start + 4, span.end);
  const closed = source.startsWith('-->', span.end - 3);
  const inner = { start, end: Math.max(start, closed ? span.end - 3 : span.end) };
  return { span, inner, text: source.slice(inner.start, inner.end) };
}

function isParsable(text: string): boolean {
  if (text.length > MAX_PARSED_LENGTH) return false;
  let marks = 0;
  for (let i = 0; i < text.length; i++)
    if ('\\`*_[]<>&~!'.includes(text.charAt(i)) && ++marks > MAX_PARSED_MARKS) return false;
  return true;
}

/** True when the text has words and all of them are strong. */
function isBold(text: string, tokens: readonly InlineToken[]): boolean {
  let depth = 0;
  let bold = false;
  for (const token of tokens) {
    if (token.kind === 'strong') depth = Math.max(0, depth + (token.opens ? 1 : -1));
    else if (token.kind === 'character' || (token.kind === 'text' && text.slice(token.from, token.to).trim() !== '')) {
      if (depth === 0) return false;
      bold = true;
    }
  }
  return bold;
}

/** Puts the tokens' texts together. A soft break is dropped, but between two ASCII characters it is one space. */
function joinLines(raw: MappedText, tokens: readonly InlineToken[]): MappedText {
  const parts: MappedText[] = [];
  let before = '';
  /** The next line feed: looked for once, not once a token. */
  let feed = -1;
  /** A soft break whose right neighbour is not yet known. */
  let pending: { readonly from: number; readonly to: number } | undefined;
  const add = (part: MappedText): void => {
    if (part.length === 0) return;
    if (pending !== undefined && isAsciiWord(before) && isAsciiWord(part.text.charAt(0)))
      parts.push(MappedText.replacing(' ', raw.spanOf(pending.from, pending.to)));
    pending = undefined;
    parts.push(part);
    before = part.text.charAt(part.length - 1);
  };
  for (const token of tokens) {
    if (token.kind === 'character') add(MappedText.replacing(token.text, raw.spanOf(token.from, token.to)));
    else if (token.kind === 'break') add(MappedText.replacing('\n', raw.spanOf(token.from, token.to)));
    else if (token.kind === 'text') {
      let from = token.from;
      while (from < token.to) {
        if (feed < from) {
          feed = raw.text.indexOf('\n', from);
          if (feed === -1) feed = raw.length;
        }
        const to = Math.min(feed, token.to);
        add(raw.slice(from, to));
        if (to < token.to) pending = { from: to, to: to + 1 };
        from = to + 1;
      }
    }
  }
  return MappedText.concat(parts, raw.span.start);
}

function isAsciiWord(character: string): boolean {
  return character > ' ' && character <= '~';
}
