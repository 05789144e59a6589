import { countFirst } from './count-first.ts';
import type { TextEdit } from './text-edit.ts';

/** A place in a text as people count it: both from 0; `character` in UTF-16 code units (as in LSP). */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/**
 * The text of one file, exactly as it was read, with its name.
 * Lines end at LF, CRLF or a lone CR; line starts are found once, when first asked for.
 */
export class SourceText {
  /** A path or URI: how surfaces name this text. Two files of one pair have different ids. */
  readonly id: string;
  readonly text: string;
  #lineStarts: number[] | undefined;

  constructor(text: string, id = '') {
    this.text = text;
    this.id = id;
  }

  /**
   * The next version of a text, whose line starts are not looked for anew.
   * @param edit What made this text of the version before.
   */
  follow(before: SourceText, edit: TextEdit): void {
    if (before.#lineStarts !== undefined) this.#lineStarts ??= lineStartsAfter(before.#lineStarts, edit, this.text);
  }

  get lineCount(): number {
    return this.#starts().length;
  }

  /** Offset of the first code unit of a line (from 0); past the last line, the text's length. */
  lineStart(line: number): number {
    return this.#starts()[line] ?? this.text.length;
  }

  /** The line and character of an offset; an offset outside the text is moved to its nearest end. */
  positionAt(offset: number): Position {
    const starts = this.#starts();
    const at = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: at - (starts[low] as number) };
  }

  /** The offset of a position; a character past the line's end means the line's end. */
  offsetAt(position: Position): number {
    const start = this.lineStart(position.line);
    return Math.max(start, Math.min(start + position.character, this.#lineEnd(position.line)));
  }

  slice(span: { start: number; end: number }): string {
    return this.text.slice(span.start, span.end);
  }

  /** Where a line's text ends, its line end not counted. */
  #lineEnd(line: number): number {
    let end = this.lineStart(line + 1);
    if (line + 1 >= this.lineCount) return end;
    if (this.text.charCodeAt(end - 1) === 10) end--;
    if (this.text.charCodeAt(end - 1) === 13) end--;
    return end;
  }

  #starts(): number[] {
    this.#lineStarts ??= lineStarts(this.text);
    return this.#lineStarts;
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  if (text.includes('\r')) {
    const ends = /\r\n?|\n/g;
    while (ends.test(text)) starts.push(ends.lastIndex);
  } else for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Where a line starts hangs on the characters on both sides of its start: only where those were edited is looked anew. */
function lineStartsAfter(before: readonly number[], { start, end, length }: TextEdit, text: string): number[] {
  const head = countFirst(before, (at) => at < start);
  const tail = countFirst(before, (at) => at <= end);
  const offset = length - (end - start);
  const starts = before.slice(0, head);
  if (start === 0) starts.push(0);
  for (let at = Math.max(1, start); at <= end + offset; at++) {
    const former = text.charCodeAt(at - 1);
    if (former === 10 || (former === 13 && text.charCodeAt(at) !== 10)) starts.push(at);
  }
  for (let line = tail; line < before.length; line++) starts.push((before[line] as number) + offset);
  return starts;
}
