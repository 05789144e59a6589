import { normalForm } from '../text/normal-form.ts';
import { Triples } from '../text/triples.ts';
import type { Memory } from './memory.ts';

/** The last count, and how far the texts have moved on since. */
interface Count {
  own: readonly string[];
  known: readonly string[];
  /** How many different words the texts had, and how many of them the known texts had too. */
  readonly size: number;
  readonly common: number;
  /** No more words than this can have come or gone since. */
  moved: number;
}

/**
 * Whether at least a share of the words (three characters in a row) of some texts stand in the known texts too.
 *
 * With a memory the words are counted again only when so much was typed that the answer could have changed: an edit of a few
 * characters changes a few words of thousands.
 * @param purpose Tells this question from others to the same memory.
 * @param wordsOfKnown Gives the words of the known texts: kept by callers that ask for many texts of one known text.
 */
export function sharesAtLeast(
  share: number,
  own: readonly string[],
  known: readonly string[],
  memory?: Memory,
  purpose = '',
  wordsOfKnown: () => Triples = () => wordsOf(known),
): boolean {
  if (memory === undefined) {
    const words = wordsOf(own);
    const enough = share * words.size;
    return words.size > 0 && words.commonWith(wordsOfKnown(), enough) >= enough;
  }
  const kept = memory.keep(purpose, (): { count: Count | undefined } => ({ count: undefined }));
  const before = kept.count;
  if (before !== undefined) {
    before.moved += wordsMoved(before.own, own) + wordsMoved(before.known, known);
    before.own = own;
    before.known = known;
    const { size, common, moved } = before;
    if (common - moved >= share * (size + moved) && size > moved) return true;
    if (common + moved < share * (size - moved)) return false;
  }
  const words = wordsOf(own);
  const common = words.commonWith(wordsOfKnown(), words.size);
  kept.count = { own, known, size: words.size, common, moved: 0 };
  return words.size > 0 && common >= share * words.size;
}

/** How many more words may come or go before the answer to a question could be another one; none where it was not asked. */
export function wordsToSpare(share: number, memory: Memory, purpose: string): number {
  const { count } = memory.keep(purpose, (): { count: Count | undefined } => ({ count: undefined }));
  if (count === undefined) return 0;
  const distance = Math.abs(count.common - share * count.size) / (1 + share);
  return Math.min(distance, count.size) - count.moved - 1;
}

/** Which part of the words of some texts stands in the known texts. */
export function shareOf(own: Triples, known: Triples): number {
  return own.size === 0 ? 0 : own.commonWith(known, own.size) / own.size;
}

export function wordsOf(texts: readonly string[]): Triples {
  return new Triples(normalForm(texts.join('\n')));
}

/** At most so many words came or went: a changed character has its part in three words, as the ends of a text have. */
function wordsMoved(before: readonly string[], after: readonly string[]): number {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  const rest = Math.min(before.length, after.length) - head;
  while (tail < rest && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  if (head + tail === before.length && before.length === after.length) return 0;
  const a = normalForm(before.slice(head, before.length - tail).join('\n'));
  const b = normalForm(after.slice(head, after.length - tail).join('\n'));
  let from = 0;
  while (from < a.length && from < b.length && a.charCodeAt(from) === b.charCodeAt(from)) from++;
  let back = 0;
  const left = Math.min(a.length, b.length) - from;
  while (back < left && a.charCodeAt(a.length - 1 - back) === b.charCodeAt(b.length - 1 - back)) back++;
  return a.length + b.length - 2 * (from + back) + 8;
}
