import { MappedText } from './mapped-text.ts';
import { toSimplified } from './traditional.ts';

/** White space as Unicode has it, and the invisible characters that copying out of Word and web pages leaves behind. */
const DROPPED = /[\s\u00ad\u200b-\u200d\u2060]+/g;

/**
 * Marks beyond the thirtieth on one character are dropped: no script stacks so many (Unicode's stream-safe format has the
 * same bound), and ordering a long run of them takes quadratic time.
 */
const MOST_MARKS = 30;
const MANY_MARKS = /(?<![\p{M}\uff9e\uff9f])[\p{M}\uff9e\uff9f]{31,}/gu;

/**
 * Characters that normalising leaves alone (unless a mark follows): printable ASCII, the common ideographs and the
 * punctuation of Chinese that has no narrow form. Most of a draft is made of these.
 */
const STABLE = '!-~·×—‘’“”、。\u3007-\u3017\u4e00-\u9fff';
/** White space, dropped, and the wide forms of ASCII: the other characters that drafts are full of. */
const BLANK = '\t-\r \u3000';
const WIDE = '\uff01-\uff5e';

const UNSTABLE = new RegExp(`[^${STABLE}]`);
const NEXT_UNSTABLE = new RegExp(UNSTABLE.source, 'g');
const UNUSUAL = new RegExp(`[^${STABLE}${BLANK}${WIDE}]`);
const BLANKS = new RegExp(`[${BLANK}]+`, 'g');
const WIDES = new RegExp(`[${WIDE}]`, 'g');

/** The form in which texts are compared: NFKC (so `（` is `(` and `１` is `1`), all white space dropped. */
export function normalForm(text: string): string {
  if (!UNSTABLE.test(text)) return text;
  return UNUSUAL.test(text) ? composed(text) : text.replace(BLANKS, '').replace(WIDES, narrowWide);
}

function narrowWide(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}

function composed(text: string): string {
  const bounded = text.length > MOST_MARKS ? text.replace(MANY_MARKS, firstMarks) : text;
  return bounded.normalize('NFKC').replace(DROPPED, '');
}

function firstMarks(marks: string): string {
  return [...marks.slice(0, 2 * MOST_MARKS)].slice(0, MOST_MARKS).join('');
}

/** The form in which names are compared: the normal form, in simplified characters. */
export function nameForm(text: string): string {
  return toSimplified(normalForm(text));
}

/** The normal form of a text that still knows where each character stands. Its `text` is `normalForm(text.text)`. */
export function normalMapped(mapped: MappedText): MappedText {
  const text = mapped.text;
  const parts: MappedText[] = [];
  let kept = 0;
  let from = nextUnstable(text, 0);
  while (from < text.length) {
    const code = text.charCodeAt(from);
    const next = from + (isStable(code) ? 1 : characterLength(text, from));
    const joined = joinsFormer(text, next);
    const to = joined ? clusterEnd(text, next) : next;
    const cluster = text.slice(from, to);
    const changed = (joined ? undefined : narrow(code)) ?? normalForm(cluster);
    if (changed !== cluster) {
      if (kept < from) parts.push(mapped.slice(kept, from));
      if (changed !== '') parts.push(MappedText.replacing(changed, mapped.spanOf(from, to)));
      kept = to;
    }
    from = nextUnstable(text, to);
  }
  if (kept === 0) return mapped;
  if (kept < text.length) parts.push(mapped.slice(kept));
  return MappedText.concat(parts, mapped.span.start);
}

/** Where the next character stands that normalising may change, or that a mark follows; the length of the text if none does. */
function nextUnstable(text: string, from: number): number {
  NEXT_UNSTABLE.lastIndex = from;
  if (!NEXT_UNSTABLE.test(text)) return text.length;
  const at = NEXT_UNSTABLE.lastIndex - 1;
  return at > from && joinsFormer(text, at) ? at - 1 : at;
}

/**
 * True for a code unit that normalising leaves alone (unless a mark follows): printable ASCII, the common ideographs and
 * the punctuation of Chinese that has no narrow form. Most of a draft is made of these.
 */
function isStable(code: number): boolean {
  if (code >= 0x4e00) return code <= 0x9fff;
  if (code < 0x7f) return code > 0x20;
  switch (code) {
    case 0xb7: // ·
    case 0xd7: // ×
    case 0x2014: // —
    case 0x2018: // ‘
    case 0x2019: // ’
    case 0x201c: // “
    case 0x201d: // ”
    case 0x3001: // 、
    case 0x3002: // 。
      return true;
    default:
      return code >= 0x3007 && code <= 0x3017; // 〇 〈〉《》「」『』【】〒〓〔〕〖〗
  }
}

/**
 * The normal form of the unstable code units that drafts are full of, where no mark follows: white space and the wide forms
 * of ASCII. Undefined for all others.
 */
function narrow(code: number): string | undefined {
  if (code === 0x20 || code === 0x3000 || (code >= 0x09 && code <= 0x0d)) return '';
  return isWide(code) ? String.fromCharCode(code - 0xfee0) : undefined;
}

/** The wide forms of printable ASCII. */
function isWide(code: number): boolean {
  return code >= 0xff01 && code <= 0xff5e;
}

/** The end of everything from `from` on that NFKC may join to the character before it. */
function clusterEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && joinsFormer(text, end)) end += characterLength(text, end);
  return end;
}

function characterLength(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** Combining marks; the vowels and finals of Korean; the voicing marks of half-width Japanese. */
function joinsFormer(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const code = text.charCodeAt(at);
  if (code < 0x300 || isStable(code) || isWide(code)) return false;
  if (code >= 0x1160 && code <= 0x11ff) return true;
  if (code >= 0x3131 && code <= 0x318e) return true;
  if (code >= 0xff9e && code <= 0xffdc) return true;
  return MARK.test(String.fromCodePoint(text.codePointAt(at) ?? code));
}

const MARK = /^\p{M}$/u;
