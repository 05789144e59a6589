import { MappedText } from '../text/mapped-text.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Block } from './block.ts';
import { type AtxHeading, holdsImagesOnly, htmlEnd, readAtxHeading, readFence, setextLevel } from './block-starts.ts';
import { readFrontMatter } from './front-matter.ts';
import { lineBlock, readCode, readComments, readHtml } from './ignored-blocks.ts';
import { readInline } from './inline.ts';
import { isThematicBreak, type Line, LineReader } from './lines.ts';
import { endsParagraph, wrapWidth } from './paragraph-end.ts';
import { TableReader } from './table-reader.ts';
import { beginsWithTierMark } from './tier-mark.ts';

/**
 * The blocks of a text, in order, as these documents use Markdown (see `block.ts`): one pass over the lines, in time that
 * grows with the text's length. Blank lines stand between blocks, in none. Any text can be read; nothing throws.
 *
 * Quotes and bullets are prefixes that are taken off. Indented lines are prose, for drafts hold no code. Where Markdown's
 * own reading would surprise a person who knows Word, the person's reading is taken; each place says so.
 */
export function readBlocks(source: SourceText): readonly Block[] {
  return new BlockReader(source.text).read();
}

class BlockReader {
  readonly #text: string;
  readonly #lines: LineReader;
  readonly #tables: TableReader;
  readonly #blocks: Block[] = [];
  /** The lines of the paragraph being read. */
  #open: Line[] = [];
  #width: { readonly value: number | undefined } | undefined;

  constructor(text: string) {
    this.#text = text;
    const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    const frontMatter = readFrontMatter(text, start);
    if (frontMatter !== undefined) this.#blocks.push(frontMatter.block);
    this.#lines = new LineReader(text, frontMatter?.next ?? start);
    this.#tables = new TableReader(text, this.#lines);
  }

  read(): readonly Block[] {
    for (let line = this.#lines.next(); line !== undefined; line = this.#lines.next()) this.#readLine(line);
    this.#closeParagraph();
    return this.#blocks;
  }

  #readLine(line: Line): void {
    const { from, to } = line;
    if (from === to) {
      this.#closeParagraph();
      return;
    }
    // All other marks of blocks are ASCII; nearly all lines of a draft begin with something else.
    const marked = this.#text.charCodeAt(from) < 0x80 ? this.#readMarked(line) : undefined;
    const block = marked ?? this.#tables.read(line, this.#open.length > 0);
    if (block !== undefined) {
      this.#closeParagraph();
      this.#blocks.push(block);
      return;
    }
    if (this.#open.length > 0 && (line.opens || beginsWithTierMark(this.#text, from, to) || this.#isNext(line)))
      this.#closeParagraph();
    this.#open.push(line);
  }

  #isNext(line: Line): boolean {
    return endsParagraph(this.#text, this.#open, line, () => {
      this.#width ??= { value: wrapWidth(this.#text) };
      return this.#width.value;
    });
  }

  /** A block that is no paragraph and no table; a setext heading takes the open paragraph into itself. */
  #readMarked(line: Line): Block | undefined {
    const text = this.#text;
    const { from, to } = line;
    if (text.startsWith('<!--', from)) return readComments(text, this.#lines, line);
    const heading = readAtxHeading(text, from, to);
    if (heading !== undefined) return this.#atxHeading(line, heading);
    const setext = this.#setextHeading(line);
    if (setext !== undefined) return setext;
    if (isThematicBreak(text, from, to)) return lineBlock('break', line);
    const fence = readFence(text, from, to);
    if (fence !== undefined) return readCode(text, this.#lines, line, fence);
    if (holdsImagesOnly(text, from, to)) return lineBlock('image', line);
    const end = htmlEnd(text, from, to);
    // A lone tag may stand in the middle of a paragraph (a line of `<br>`); other HTML ends it.
    if (end === undefined || (end === 'own-line' && this.#open.length > 0)) return undefined;
    return readHtml(text, this.#lines, line, end);
  }

  #atxHeading(line: Line, { level, markerEnd, from, to }: AtxHeading): Block {
    this.#tables.forget();
    const { content, comments } = readInline(this.#text, MappedText.verbatim(this.#text, from, to));
    const marker = { start: line.from, end: markerEnd };
    return { kind: 'heading', span: { start: line.start, end: line.end }, level, marker, content, comments };
  }

  /**
   * An underline makes a heading of the paragraph above it. A `---` below a whole sentence is a rule between two pages or
   * parts, though Markdown would print the sentence as a heading.
   */
  #setextHeading(line: Line): Block | undefined {
    const first = this.#open[0];
    const last = this.#open.at(-1);
    if (first === undefined || last === undefined) return undefined;
    const level = setextLevel(this.#text, line.from, line.to);
    if (level === undefined) return undefined;
    if (level === 2 && /[。；;）)，,：:]/.test(this.#text.charAt(last.to - 1))) return undefined;
    const { content, comments } = readInline(this.#text, this.#joined(this.#open));
    this.#open = [];
    this.#tables.forget();
    const marker = { start: line.from, end: line.to };
    return { kind: 'heading', span: { start: first.start, end: line.end }, level, marker, content, comments };
  }

  #closeParagraph(): void {
    const first = this.#open[0];
    const last = this.#open.at(-1);
    if (first === undefined || last === undefined) return;
    const { content, bold, comments } = readInline(this.#text, this.#joined(this.#open));
    this.#blocks.push({ kind: 'paragraph', span: { start: first.start, end: last.end }, content, bold, comments });
    this.#open = [];
  }

  /** The lines' contents with a line feed for each line's end. */
  #joined(lines: readonly Line[]): MappedText {
    const parts: MappedText[] = [];
    let before: Line | undefined;
    for (const line of lines) {
      if (before !== undefined) parts.push(MappedText.replacing('\n', { start: before.to, end: line.from }));
      parts.push(MappedText.verbatim(this.#text, line.from, line.to));
      before = line;
    }
    return MappedText.concat(parts);
  }
}
