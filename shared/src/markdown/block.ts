import type { MappedText } from '../text/mapped-text.ts';
import type { Span } from '../text/span.ts';

/** A block of Markdown as these documents use it. `span` runs over whole lines, without the last line's end. */
export type Block = HeadingBlock | ParagraphBlock | TableBlock | FrontMatterBlock | IgnoredBlock;

export interface HeadingBlock {
  readonly kind: 'heading';
  readonly span: Span;
  /** 1 to 6, as Markdown has it. */
  readonly level: number;
  /** The `##` before the text. For a setext heading, the underline. */
  readonly marker: Span;
  readonly content: MappedText;
  readonly comments: readonly HtmlComment[];
}

/**
 * A run of lines without a blank one between. A line that begins with a tier mark (`一、` `（一）` `1.` `（1）`) always
 * begins a paragraph of its own, as officers who come from Word expect, whether or not Markdown would join it.
 */
export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly span: Span;
  /** The text with markup dropped; its soft line breaks too. A list's typed number (`3.`) is part of it. */
  readonly content: MappedText;
  /** The whole paragraph is strong (`**…**` or `<b>…</b>`). */
  readonly bold: boolean;
  readonly comments: readonly HtmlComment[];
}

export interface TableBlock {
  readonly kind: 'table';
  readonly span: Span;
  readonly header: TableRow;
  /** The `|---|---|` line. */
  readonly delimiter: Span;
  /** How many columns the delimiter declares. */
  readonly columnCount: number;
  readonly rows: readonly TableRow[];
  /**
   * Set where a blank line, a comment or a page footer stands between the table and more of its rows: Markdown shows those
   * rows as plain text, people mean one table. `header` and `delimiter` are then those of the table continued.
   */
  readonly continues?: true;
}

export interface TableRow {
  /** The line. */
  readonly span: Span;
  readonly cells: readonly TableCell[];
}

export interface TableCell {
  /** What stands between the pipes, white space at its ends included. */
  readonly span: Span;
  /** The text with markup dropped and trimmed; a `<br>` is a line feed, an escaped pipe a pipe. */
  readonly content: MappedText;
  /** The whole text is strong. */
  readonly bold: boolean;
  /** Each `<br>` of the cell, in order. */
  readonly breaks: readonly Span[];
  readonly comments: readonly HtmlComment[];
}

/** `<!-- … -->`: `text` is what stands inside, untrimmed, and `inner` where. */
export interface HtmlComment {
  readonly span: Span;
  readonly inner: Span;
  readonly text: string;
}

/** A `---` … `---` block at the very start of the file. */
export interface FrontMatterBlock {
  readonly kind: 'front-matter';
  readonly span: Span;
  /** The lines between the fences. */
  readonly inner: Span;
}

/** Code, raw HTML, thematic breaks, pictures alone, comments alone: nothing of ours to read but the comments. */
export interface IgnoredBlock {
  readonly kind: 'code' | 'html' | 'break' | 'image' | 'comment';
  readonly span: Span;
  readonly comments: readonly HtmlComment[];
}
