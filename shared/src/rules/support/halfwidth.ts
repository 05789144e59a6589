import { findDocumentNumbers } from './document-numbers.ts';

const FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};

const BLANKS_AND_MARKS = ' \t,;:?!()';

/** A half-width mark that belongs to Chinese text: indices of the text, with the blank that it made necessary. */
export interface HalfwidthMark {
  readonly start: number;
  readonly end: number;
  readonly mark: string;
  readonly fullWidth: string;
}

const CHINESE = /[\p{Script=Han}《》“”‘’、。，；：？！（）〔〕【】…—〈〉]/u;
const ADDRESS = /(?:https?|ftp):\/\/[!-'*-+\--9<-~]+|[\w.-]{1,64}@[\w.-]{1,64}/g;

/** The half-width marks next to Chinese, in order; both brackets of a pair where one of them is. */
export function halfwidthMarks(text: string): readonly HalfwidthMark[] {
  if (!/[,;:?!()]/.test(text)) return [];
  const skipped = new Uint8Array(text.length);
  for (const { start, end } of skippedRanges(text)) skipped.fill(1, start, end);
  const isSkipped = (at: number) => skipped[at] === 1;
  const neighbours = new Neighbours(text);
  const found = new Set<number>();
  for (let at = 0; at < text.length; at++) {
    if (
      ',;:?!'.includes(text.charAt(at)) &&
      !isSkipped(at) &&
      !neighbours.isInNumber(at) &&
      neighbours.isNextToChinese(at)
    )
      found.add(at);
  }
  for (const bracket of brackets(text)) {
    const ends = [bracket.open, bracket.close].filter((at): at is number => at !== undefined);
    const touches = ends.some((at) => neighbours.isNextToChinese(at));
    const holds = bracket.open !== undefined && bracket.close !== undefined && bracket.holdsChinese;
    if (!touches && !holds) continue;
    for (const at of ends) if ('()'.includes(text.charAt(at)) && !isSkipped(at)) found.add(at);
  }
  return [...found]
    .sort((a, b) => a - b)
    .map((start) => {
      const mark = text.charAt(start);
      return { start, end: start + 1 + blankAfter(text, start), mark, fullWidth: FULL_WIDTH[mark] ?? mark };
    });
}

function* skippedRanges(text: string): Generator<{ start: number; end: number }> {
  yield* findDocumentNumbers(text);
  for (const match of text.matchAll(ADDRESS)) yield { start: match.index, end: match.index + match[0].length };
}

/** For each place of a text the nearest character on one side that is no blank and no such mark itself; '' at the end. */
class Neighbours {
  readonly #before: readonly string[];
  readonly #after: readonly string[];

  constructor(text: string) {
    const characters = text.split('');
    let last = '';
    const pass = (character: string): string => {
      const nearest = last;
      if (!BLANKS_AND_MARKS.includes(character)) last = character;
      return nearest;
    };
    this.#before = characters.map(pass);
    last = '';
    this.#after = characters.reverse().map(pass).reverse();
  }

  isNextToChinese(at: number): boolean {
    return CHINESE.test(this.#before[at] ?? '') || CHINESE.test(this.#after[at] ?? '');
  }

  isInNumber(at: number): boolean {
    return /[0-9０-９]/.test(this.#before[at] ?? '') && /[0-9０-９]/.test(this.#after[at] ?? '');
  }
}

/** `，` brings its own blank: the one typed after `,` goes with it where Chinese follows. */
function blankAfter(text: string, at: number): number {
  if (!',;:?!'.includes(text.charAt(at))) return 0;
  let end = at + 1;
  while (text.charAt(end) === ' ') end++;
  return CHINESE.test(text.charAt(end)) ? end - at - 1 : 0;
}

interface Bracket {
  readonly open: number | undefined;
  readonly close: number | undefined;
  readonly holdsChinese: boolean;
}

/** Brackets of either width by pairs; a lonely close is left out where it is a list mark (`1)`). */
function* brackets(text: string): Generator<Bracket> {
  const open: { at: number; holdsChinese: boolean }[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '(' || character === '（') open.push({ at, holdsChinese: false });
    else if (character === ')' || character === '）') {
      const opened = open.pop();
      const outer = open.at(-1);
      if (opened?.holdsChinese && outer !== undefined) outer.holdsChinese = true;
      if (opened !== undefined) yield { open: opened.at, close: at, holdsChinese: opened.holdsChinese };
      else if (!/[0-9A-Za-z①-⑳]/.test(text.charAt(at - 1))) yield { open: undefined, close: at, holdsChinese: false };
    } else {
      const inner = open.at(-1);
      if (inner !== undefined && !inner.holdsChinese && CHINESE.test(character)) inner.holdsChinese = true;
    }
  }
  for (const { at } of open) yield { open: at, close: undefined, holdsChinese: false };
}
