import type { MappedText } from '../text/mapped-text.ts';
import { normalMapped } from '../text/normal-form.ts';
import { quotations, titles } from './enclosures.ts';
import { coverOf, type Stated, statedAt } from './stated.ts';
import { HEADS, ONLY_LEADING, PARTICLES, VERBS, WHOLE_WORDS } from './term-words.ts';

/** A named thing: `深圳市创业创新金融服务平台`, or what stands in “”. */
export interface Term extends Stated {
  /** It stands in quotation marks, which are not part of its range. */
  readonly quoted: boolean;
}

const HEAD = new RegExp(`${HEADS}+`, 'g');
const ENDS_IN_HEAD = new RegExp(`${HEADS}$`);

/** No name reaches further back than this. */
const REACH = 24;

/**
 * The named things of a text, in order: whatever stands in “”, and noun phrases that end in 平台, 系统, 机制 and the like,
 * read back to the verb, particle or mark before them. Titles in 《》 are citations, not terms.
 */
export function terms(text: MappedText): readonly Term[] {
  const normal = normalMapped(text);
  const words = normal.text;
  const quoted = quotations(words);
  const titled = titles(words);
  const isInTitle = coverOf(titled);
  const found: Term[] = [];
  for (const { from, to } of quoted)
    if (to - from >= 2 && !isInTitle(from, to)) found.push({ ...statedAt(normal, from, to), quoted: true });
  const isTaken = coverOf([...titled, ...quoted]);
  for (const match of words.matchAll(HEAD)) {
    const to = match.index + match[0].length;
    const from = nameStart(words, match.index);
    if (match.index - from < 2 || isTaken(from, to)) continue;
    found.push({ ...statedAt(normal, from, to), quoted: false });
  }
  return found.sort((a, b) => a.from - b.from);
}

/** Where the name begins that goes on at `head`. */
function nameStart(words: string, head: number): number {
  let from = head;
  while (from > 0 && head - from < REACH) {
    if (!isOfName(words, from - 1)) break;
    const word = words.slice(Math.max(0, from - 2), from);
    if (VERBS.has(word) && !ONLY_LEADING.has(word)) break;
    from--;
  }
  while (from < head && ONLY_LEADING.has(words.slice(from, from + 2)) && head - from > 3) from += 2;
  return from;
}

/** Letters and digits, and the marks that names are joined with; particles only inside a word. */
function isOfName(words: string, at: number): boolean {
  const code = words.charCodeAt(at);
  if (code >= 0x4e00 && code <= 0x9fff) return !PARTICLES.has(code) || inWholeWord(words, at);
  // Of the marks that drafts are full of, none joins names; between them stand 々, 〆 and 〇, which do.
  if ((code >= 0x3000 && code <= 0x3004) || (code >= 0x3008 && code <= 0x301f)) return false;
  if (code >= 0x2010 && code <= 0x2027) return false;
  if (code < 0x80) return /[A-Za-z0-9+&/-]/.test(String.fromCharCode(code));
  return NAME_CHARACTER.test(words[at] ?? '');
}

const NAME_CHARACTER = /[\p{L}\p{N}·+&/-]/u;

function inWholeWord(words: string, at: number): boolean {
  return WHOLE_WORDS.has(words.slice(at, at + 2)) || (at > 0 && WHOLE_WORDS.has(words.slice(at - 1, at + 1)));
}

/** True when the words end in what a named thing is called after. */
export function endsInHead(words: string): boolean {
  return ENDS_IN_HEAD.test(words);
}
