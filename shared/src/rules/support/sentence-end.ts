/** How a text ends: with a full stop (or ！？), with ；, or in the middle. */
export type SentenceEnd = 'stop' | 'semicolon' | 'none';

const CLOSERS = '”’）)》〉』」】〕]"\'*';

/** Quotes and brackets that close behind the mark belong to the end: `……。”`, `……。（注）`. */
export function sentenceEnd(text: string): SentenceEnd {
  let end = text.trimEnd().length;
  while (end > 0 && (CLOSERS.includes(text.charAt(end - 1)) || /\s/.test(text.charAt(end - 1)))) end--;
  const found = endOf(text, end);
  if (found !== 'none') return found;
  return endOf(text, beforeParenthesis(text));
}

function endOf(text: string, end: number): SentenceEnd {
  const last = text.charAt(end - 1);
  if ('。！？!?…．｡'.includes(last) && last !== '') return 'stop';
  if (last === '.' && /\p{Script=Han}/u.test(text.charAt(end - 2))) return 'stop';
  return last === '；' || last === ';' ? 'semicolon' : 'none';
}

/** The end of the text before a last parenthesis without a sentence of its own: `……。（市商务局）`. */
function beforeParenthesis(text: string): number {
  const trimmed = text.trimEnd();
  if (!/[）)〕]$/.test(trimmed)) return 0;
  const open = Math.max(trimmed.lastIndexOf('（'), trimmed.lastIndexOf('('), trimmed.lastIndexOf('〔'));
  return open < 0 ? 0 : trimmed.slice(0, open).trimEnd().length;
}
