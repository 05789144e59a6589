import { isThematicBreak, isWhite, type Line } from './lines.ts';
import { beginsWithTierMark } from './tier-mark.ts';

/** Longer lines are no titles. */
const TITLE = 45;
/** No title is set in more lines. */
const TITLE_LINES = 4;
/** Shorter lines say nothing about where a text wraps. */
const WRAPPED = 20;
/** How much shorter than the width a full line may be: punctuation does not begin a line, words are not torn. */
const SLACK = 4;

/**
 * The width at which the lines of a text were broken (a scan, a mail): there most of them end in the middle of a
 * sentence. Undefined where people put every paragraph on a line of its own; a text copied from a web page has no blank
 * lines between its paragraphs.
 */
export function wrapWidth(text: string): number | undefined {
  let pairs = 0;
  const torn: number[] = [];
  let before: { readonly from: number; readonly to: number } | undefined;
  for (let start = 0; start < text.length; ) {
    let end = text.indexOf('\n', start);
    if (end === -1) end = text.length;
    const line = trimmed(text, start, end);
    start = end + 1;
    if (line === undefined || !isProse(text, line.from)) {
      before = undefined;
      continue;
    }
    if (before !== undefined && !beginsWithTierMark(text, line.from, line.to)) {
      pairs++;
      const length = before.to - before.from;
      if (length >= WRAPPED && !STOPS.test(text.charAt(before.to - 1))) torn.push(length);
    }
    before = line;
  }
  if (torn.length < 3 || torn.length * 5 <= pairs) return undefined;
  torn.sort((a, b) => a - b);
  return torn[Math.floor(torn.length / 2)];
}

const STOPS = /[。；：！？…，、”’）)〕\]】》;:!?.,|>*]/;

/**
 * Whether a line that follows the lines of an open paragraph begins another one, though no blank line stands between.
 * `width` gives the text's width where its lines are wrapped: there only a line that ends early can end a paragraph.
 */
export function endsParagraph(
  text: string,
  open: readonly Line[],
  next: Line,
  width: () => number | undefined,
): boolean {
  const first = open[0];
  const last = open.at(-1);
  if (first === undefined || last === undefined || isContinued(text, next)) return false;
  const isSentence = endsSentence(text, first.from, last);
  const isEnd = isSentence || (open.length <= TITLE_LINES && open.every((line) => isTitleLike(text, line)));
  if (!isEnd) return false;
  const wrapsAt =
    isImprint(text, next) || /(?:负责|牵头|配合|落实)[）)〕\]]$/.test(text.slice(last.from, last.to))
      ? undefined
      : width();
  if (wrapsAt !== undefined && last.to - last.from > wrapsAt - SLACK) return false;
  return isSentence || partsTitle(text, last, next);
}

/** A list of units, a label or marked words on a line of their own belong to the line above. */
function isContinued(text: string, { from, to }: Line): boolean {
  const head = text.slice(from, Math.min(to, from + 16));
  return /^(?:[（(〔[](?!此件)|[*_<]|(?:牵头|责任|配合|协同|协办|主办|主责|完成|时限)[^。，]{0,8}[:：])/.test(head);
}

function endsSentence(text: string, start: number, { from, to }: Line): boolean {
  const tail = text.slice(Math.max(from, to - 24), to);
  if (/[。！？](?:[”’》]|[（(〔[][^（(〔[]{0,20}[）)〕\]])?$/.test(tail)) return true;
  // `…。（市发展改革委、各区（新区））`, which may be longer than a line.
  if (/[）)〕\]]$/.test(tail)) {
    const whole = text.slice(Math.max(start, to - 400), to);
    if (/[。！？][”’]?\s*[（(〔[]/.test(whole.slice(Math.max(0, whole.lastIndexOf('。'))))) return true;
  }
  return to - from < 240 && /^(?:各|有关|[省市县区州]直).*[:：]$/.test(text.slice(from, to));
}

/** Whether what follows the short lines of a title is no part of it: a sentence, a number, a name that signs. */
function partsTitle(text: string, last: Line, next: Line): boolean {
  if (isImprint(text, last) || isImprint(text, next)) return true;
  return !isTitleLike(text, next) && next.to - next.from >= WRAPPED;
}

/** A short line without the signs of a sentence: a title, a heading, a name, a date. */
function isTitleLike(text: string, { from, to }: Line): boolean {
  return to - from <= TITLE && !/[，。；？！：,;:?!]/.test(text.slice(from, to));
}

/** A document's number, a date, a body that signs, an annex. */
function isImprint(text: string, { from, to }: Line): boolean {
  if (to - from > TITLE) return false;
  const line = text.slice(from, to);
  return (
    /[〔[（(]20\d\d[〕\])）] ?\d{1,4} ?号$|(?:政府|办公[厅室]|委员会|领导小组|管委会)$|^附件|^[（(]此件/.test(line) ||
    /^[ \d一二三四五六七八九十〇○零]{4,12}年[ \d一二三四五六七八九十]{1,6}月[ \d一二三四五六七八九十]{1,6}日$/.test(
      line,
    )
  );
}

function isProse(text: string, from: number): boolean {
  return !'|#<>`~-+'.includes(text.charAt(from)) && !text.startsWith('![', from);
}

function trimmed(text: string, start: number, end: number): { readonly from: number; readonly to: number } | undefined {
  let from = start;
  let to = end;
  while (from < to && isWhite(text.charCodeAt(from))) from++;
  while (to > from && isWhite(text.charCodeAt(to - 1))) to--;
  return from === to || isThematicBreak(text, from, to) ? undefined : { from, to };
}
