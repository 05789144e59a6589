import { toSimplified } from '../text/traditional.ts';

/**
 * The text in half width and simplified characters, character for character, so that an index means the same in both:
 * full-width ASCII forms and the ideographic space become their ASCII twins, the other Chinese brackets round ones.
 */
export function flatten(text: string): string {
  return toSimplified(text).replace(NOT_FLAT, (character) => {
    const code = character.charCodeAt(0);
    if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
    return FORMS.get(character) ?? ' ';
  });
}

const NOT_FLAT = /[\uff01-\uff5e\u3000\u00a0\u2002-\u200a\u202f\t﹙﹚〔〕〖〗【】﹕﹔﹐﹑]/g;

const FORMS = new Map([
  ['﹙', '('],
  ['﹚', ')'],
  ['〔', '['],
  ['〕', ']'],
  ['〖', '['],
  ['〗', ']'],
  ['【', '['],
  ['】', ']'],
  ['﹕', ':'],
  ['﹔', ';'],
  ['﹐', ','],
  ['﹑', '、'],
]);

export function isOpening(character: string | undefined): boolean {
  return character === '(' || character === '[' || character === '{';
}

export function isClosing(character: string | undefined): boolean {
  return character === ')' || character === ']' || character === '}';
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
