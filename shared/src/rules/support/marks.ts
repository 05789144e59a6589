import { findDocumentNumbers } from './document-numbers.ts';

/** Something wrong with paired marks: one lonely mark, or two that do not fit one another. Indices of the text. */
export interface LonelyMark {
  readonly at: number;
  readonly mark: string;
  /** `unclosed`, `unopened`; `mismatch`: it is closed by `other`; `reversed`: it should be the other mark of its pair. */
  readonly problem: 'unclosed' | 'unopened' | 'mismatch' | 'reversed';
  readonly other?: { readonly at: number; readonly mark: string };
}

interface Mark {
  readonly at: number;
  readonly mark: string;
  readonly pair: string;
  readonly opens: boolean;
}

/** Half and full width are one pair: the difference is `halfwidth-punctuation`'s. */
const PAIRS = ['《》', '〈〉', '“”', '（）', '〔〕', '【】'];
const OPENS = new Map(PAIRS.map((pair) => [pair.charAt(0), pair]));
const CLOSES = new Map(PAIRS.map((pair) => [pair.charAt(1), pair]));
OPENS.set('(', '（）');
CLOSES.set(')', '（）');

const ANY_MARK = /[《》〈〉“”（）〔〕【】()]/g;

/** `1）`, `a)`, `一）`, `①）`: the mark of a list at the start of a clause. */
const LIST_MARK =
  /(?:^|[\s。；;：:，,、！？])[ 　]?(?:[0-9０-９]{1,3}|[A-Za-z]|[一二三四五六七八九十]{1,3}|[①-⑳])[ 　]?$/;

/** The marks of a text that have no partner, each mistake once. */
export function lonelyMarks(text: string): readonly LonelyMark[] {
  const numbers = findDocumentNumbers(text);
  const open: Mark[] = [];
  const depth = new Map<string, number>();
  const lonely: Mark[] = [];
  let passed = 0;
  const count = (pair: string, change: number) => depth.set(pair, (depth.get(pair) ?? 0) + change);
  for (const { index: at, 0: mark } of text.matchAll(ANY_MARK)) {
    while ((numbers[passed]?.end ?? text.length) <= at) passed++;
    if ((numbers[passed]?.start ?? text.length) <= at) continue;
    const opening = OPENS.get(mark);
    const closing = CLOSES.get(mark);
    if (opening !== undefined) {
      open.push({ at, mark, pair: opening, opens: true });
      count(opening, 1);
    } else if (closing !== undefined) {
      if ((depth.get(closing) ?? 0) === 0) {
        if (closing === '（）' && LIST_MARK.test(text.slice(Math.max(0, at - 6), at))) continue;
        lonely.push({ at, mark, pair: closing, opens: false });
        continue;
      }
      for (let last = open.pop(); last !== undefined; last = open.pop()) {
        count(last.pair, -1);
        if (last.pair === closing) break;
        lonely.push(last);
      }
    }
  }
  return explain(
    [...lonely, ...open].sort((a, b) => a.at - b.at),
    text,
  );
}

/** Two lonely marks next to one another are usually one slip: a wrong partner, or a mark turned round. */
function explain(lonely: readonly Mark[], text: string): readonly LonelyMark[] {
  const found: LonelyMark[] = [];
  for (let index = 0; index < lonely.length; index++) {
    const first = lonely[index] as Mark;
    const next = lonely[index + 1];
    const joint = next && explainTwo(first, next, text);
    if (joint !== undefined) index++;
    found.push(joint ?? { at: first.at, mark: first.mark, problem: first.opens ? 'unclosed' : 'unopened' });
  }
  return found;
}

function explainTwo(first: Mark, next: Mark, text: string): LonelyMark | undefined {
  const { at, mark } = first;
  const other = { at: next.at, mark: next.mark };
  const samePair = first.pair === next.pair;
  if (first.opens && !next.opens) return { at, mark, problem: 'mismatch', other };
  if (first.opens) return samePair && isTurned(next, text) ? { ...other, problem: 'reversed' } : undefined;
  // Quotation marks alone are typed the wrong way round: ”……” or ”……“.
  if (!samePair || first.pair !== '“”') return undefined;
  return next.opens ? { at, mark, problem: 'reversed', other } : { at, mark, problem: 'reversed' };
}

/** A second opening mark stands for a closing one: always with quotation marks, else where a clause ends behind it. */
function isTurned({ at, pair }: Mark, text: string): boolean {
  return pair === '“”' || /^[\s，。；：、！？）)]*$/.test(text.charAt(at + 1));
}
