import { toSimplified } from '../text/traditional.ts';

/**
 * The text in half width and simplified characters, character for character, so that an index means the same in both:
 * full-width ASCII forms and the ideographic space become their ASCII twins, the other Chinese brackets round ones.
 */
export function flatten(text: string): string {
  return toSimplified(text).replace(UNLIKE_FLAT, flatForm);
}

function flatForm(character: string): string {
  return FORMS.get(character) ?? String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}

const FORMS = new Map(
  Object.entries({
    ' ': '\u3000\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\t',
    '(': '﹙',
    ')': '﹚',
    '[': '〔〖【',
    ']': '〕〗】',
    ':': '﹕',
    ';': '﹔',
    ',': '﹐',
    '、': '﹑',
  }).flatMap(([form, written]) => Array.from(written, (character) => [character, form] as const)),
);

const UNLIKE_FLAT = new RegExp(`[${[...FORMS.keys()].join('')}\uff01-\uff5e]`, 'g');

/** `(`, `[` or `{`, as a code unit; false for none (NaN). */
export function isOpening(code: number): boolean {
  return code === 0x28 || code === 0x5b || code === 0x7b;
}

/** `)`, `]` or `}`. */
export function isClosing(code: number): boolean {
  return code === 0x29 || code === 0x5d || code === 0x7d;
}

/** True when a text that is already flat ends a sentence, closing quotes and brackets aside. */
export function endsSentence(flat: string): boolean {
  let end = flat.length;
  while (end > 0 && TRAILING.has(flat[end - 1] as string)) end--;
  const last = flat[end - 1];
  return last !== undefined && ENDINGS.has(last);
}

const TRAILING = new Set(['”', '’', '"', "'", '》', '」', '』', ')', ']', ' ', '\n']);
const ENDINGS = new Set(['。', '!', '?', ';', ':', '…', '.']);
