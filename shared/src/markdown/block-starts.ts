import { isWhite } from './lines.ts';
import { beginsWithTierMark } from './tier-mark.ts';

export interface AtxHeading {
  readonly level: number;
  /** Where the `#`s end, and the range of the text. */
  readonly markerEnd: number;
  readonly from: number;
  readonly to: number;
}

/**
 * `## 标题`, and `##标题` without a space before a Chinese character or a tier mark: Markdown takes that for a paragraph,
 * people who type it mean a heading.
 */
export function readAtxHeading(text: string, from: number, to: number): AtxHeading | undefined {
  let markerEnd = from;
  while (markerEnd < to && markerEnd - from < 7 && text.charCodeAt(markerEnd) === HASH) markerEnd++;
  const level = markerEnd - from;
  if (level === 0 || level > 6) return undefined;
  const spaced = markerEnd === to || isWhite(text.charCodeAt(markerEnd));
  if (!spaced && !/[\u3400-\u9fff《“【]/.test(text.charAt(markerEnd)) && !beginsWithTierMark(text, markerEnd, to))
    return undefined;
  let start = markerEnd;
  while (start < to && isWhite(text.charCodeAt(start))) start++;
  return { level, markerEnd, from: start, to: withoutClosingMarker(text, start, to, spaced) };
}

/** `## 标题 ##`: the closing marks are not part of the text. They need a space before them where the opening ones have one. */
function withoutClosingMarker(text: string, from: number, to: number, spaced: boolean): number {
  let end = to;
  while (end > from && text.charCodeAt(end - 1) === HASH) end--;
  if (end > from && end < to && spaced && !isWhite(text.charCodeAt(end - 1))) return to;
  while (end > from && isWhite(text.charCodeAt(end - 1))) end--;
  return end;
}

/** The underline of a setext heading: 1 for `===`, 2 for `---`. */
export function setextLevel(text: string, from: number, to: number): 1 | 2 | undefined {
  const mark = text.charCodeAt(from);
  if (mark !== EQUALS && mark !== DASH) return undefined;
  for (let i = from + 1; i < to; i++) if (text.charCodeAt(i) !== mark) return undefined;
  return mark === EQUALS ? 1 : 2;
}

export interface Fence {
  readonly mark: number;
  readonly length: number;
}

/** An opening ``` or ~~~ of three marks or more. */
export function readFence(text: string, from: number, to: number): Fence | undefined {
  const mark = text.charCodeAt(from);
  if (mark !== BACKTICK && mark !== TILDE) return undefined;
  let end = from;
  while (end < to && text.charCodeAt(end) === mark) end++;
  if (end - from < 3) return undefined;
  if (mark === BACKTICK && text.slice(end, to).includes('`')) return undefined;
  return { mark, length: end - from };
}

export function closesFence(text: string, from: number, to: number, fence: Fence): boolean {
  if (to - from < fence.length) return false;
  for (let i = from; i < to; i++) if (text.charCodeAt(i) !== fence.mark) return false;
  return true;
}

/** What ends a block of raw HTML: a blank line, its own line, or the line that holds a certain text. */
export type HtmlEnd = 'blank-line' | 'own-line' | { readonly text: string };

const VERBATIM_TAG = /^<(script|pre|style|textarea)(?:[\s>]|$)/i;
const BLOCK_TAG =
  /^<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|col|colgroup|dd|details|dialog|dir|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:[\s>]|\/>|$)/i;

/** How far a line is looked at for a tag's name. */
const TAG_REACH = 24;

/**
 * How a block of raw HTML that begins here ends; undefined where none begins. Comments are no HTML here.
 *
 * `p`, `div`, `center` and `h1` to `h6` are not raw HTML to us, nor are lines of other tags that hold words: people centre
 * their titles with them, so their words are read as text. A line of nothing but such tags is a block of its own.
 */
export function htmlEnd(text: string, from: number, to: number): HtmlEnd | undefined {
  if (text.charCodeAt(from) !== LESS_THAN) return undefined;
  const head = text.slice(from, Math.min(to, from + TAG_REACH));
  const verbatim = VERBATIM_TAG.exec(head)?.[1];
  if (verbatim !== undefined) return { text: `</${verbatim.toLowerCase()}>` };
  if (head.startsWith('<?')) return { text: '?>' };
  if (head.startsWith('<![CDATA[')) return { text: ']]>' };
  if (/^<![A-Za-z]/.test(head)) return { text: '>' };
  if (BLOCK_TAG.test(head)) return 'blank-line';
  return holdsTagsOnly(text, from, to) ? 'own-line' : undefined;
}

const TAG = /<\/?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?\/?>\s*/y;

function holdsTagsOnly(text: string, from: number, to: number): boolean {
  const line = text.slice(from, to);
  let at = 0;
  while (at < line.length) {
    TAG.lastIndex = at;
    if (!TAG.test(line)) return false;
    at = TAG.lastIndex;
  }
  return true;
}

const CONTAINER_TAG = /^<\/?(?:p|div|center|h[1-6])(?:[\s>]|\/>|$)/i;

/** True where HTML begins that a table cannot go over, as Markdown has it: not so for a line of `<br>`. */
export function endsTable(text: string, from: number, to: number): boolean {
  const end = htmlEnd(text, from, to);
  if (end !== undefined && end !== 'own-line') return true;
  return CONTAINER_TAG.test(text.slice(from, Math.min(to, from + TAG_REACH)));
}

/** A line of nothing but `![…](…)`. */
export function holdsImagesOnly(text: string, from: number, to: number): boolean {
  return text.startsWith('![', from) && /^(?:!\[[^\]]*\]\([^)]*\)\s*)+$/.test(text.slice(from, to));
}

const HASH = 0x23;
const EQUALS = 0x3d;
const DASH = 0x2d;
const BACKTICK = 0x60;
const TILDE = 0x7e;
const LESS_THAN = 0x3c;
