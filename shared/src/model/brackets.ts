import { isClosing, isOpening } from './flat-text.ts';

/** No list of units is longer; what stands further back is not looked at. */
export const MAX_LIST = 1500;

const CLAUSE_ENDS = ['。', '!', '?', ';'];

/** The opening of the bracket closed at `at`; where brackets do not match, the one the list must begin with. */
export function openingOf(flat: string, at: number): number | undefined {
  const start = Math.max(0, at - MAX_LIST);
  let depth = 0;
  for (let i = at; i >= start; i--) {
    if (isClosing(flat.charCodeAt(i))) depth++;
    else if (isOpening(flat.charCodeAt(i))) {
      depth--;
      if (depth > 0) continue;
      // `。（市住建局（市人防办）` lacks a closing bracket: the list begins where the sentence ended.
      const sentence = sentenceStart(flat, i, start);
      return sentence < i && isOpening(flat.charCodeAt(sentence)) && !/[)\]]/.test(flat.slice(sentence, i))
        ? sentence
        : i;
    }
  }
  const sentence = sentenceStart(flat, at, start);
  return sentence > start || start === 0 ? sentence : undefined;
}

/** `…。（市住建局、市财政局`: a bracket left open to the end. */
export function openEnd(flat: string, end: number): number | undefined {
  const start = Math.max(0, end - MAX_LIST);
  const sentence = sentenceStart(flat, end, start);
  return isOpening(flat.charCodeAt(sentence)) && sentence < end ? sentence : undefined;
}

function sentenceStart(flat: string, before: number, start: number): number {
  for (let i = before - 1; i >= start; i--) {
    if ('。!?;”'.includes(flat[i] as string) && !isInsideList(flat, i)) {
      let next = i + 1;
      while (flat[next] === ' ' || flat[next] === '\n') next++;
      return next;
    }
  }
  return start;
}

/** `市发展改革委牵头；市财政局配合`: a semicolon between the groups of a list. */
function isInsideList(flat: string, at: number): boolean {
  if (flat[at] !== ';') return false;
  const before = flat.slice(Math.max(0, at - 80), at);
  const clause = before.slice(1 + Math.max(...CLAUSE_ENDS.map((sign) => before.lastIndexOf(sign))));
  return /(?:牵头|负责|配合|协助|落实)$/.test(clause) || /(?:单位|部门) ?:/.test(clause);
}

/** True at the start of a text or behind a sentence's end. */
export function followsSentence(flat: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && (flat[before] === ' ' || flat[before] === '\n')) before--;
  return before < 0 || '。!?;)]”…'.includes(flat[before] as string);
}
