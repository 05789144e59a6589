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

const MARKS = /[,;:?!]/g;
const BRACKETS = /[()（）]/g;

/** A half-width mark that belongs to Chinese text: indices of the text, with the blank that it made necessary. */
export interface HalfwidthMark {
  readonly start: number;
  readonly end: number;
  readonly mark: string;
  readonly fullWidth: string;
}

const CHINESE = /[\p{Script=Han}《》“”‘’、。，；：？！（）〔〕【】…—〈〉]/u;
const ADDRESS = /(?:https?|ftp):\/\/[!-'*-+\--9<-~]+|(?<![\w.-])[\w.-]{1,64}@[\w.-]{1,64}/g;

/**
 * The half-width marks next to Chinese, in order; both brackets of a pair where one of them is, or where it holds Chinese.
 * A bracket that becomes full-width makes Chinese text of the marks beside it, so that nothing is left for a second time.
 */
export function halfwidthMarks(text: string): readonly HalfwidthMark[] {
  if (!/[,;:?!()]/.test(text)) return [];
  const skipped = new Uint8Array(text.length);
  for (const { start, end } of skippedRanges(text)) skipped.fill(1, start, end);
  const neighbours = new Neighbours(text);
  const found = new Set<number>();
  const isNarrowBracket = (at: number) => '()'.includes(text.charAt(at)) && skipped[at] !== 1;
  for (const at of widenedBrackets(text, neighbours, isNarrowBracket)) found.add(at);
  const beside = new Set([...found].map((at) => neighbours.runAt(at)));
  for (const { index: at } of text.matchAll(MARKS)) {
    if (skipped[at] === 1) continue;
    const isNear = !neighbours.isInNumber(at) && neighbours.isNextToChinese(at);
    if (isNear || beside.has(neighbours.runAt(at))) found.add(at);
  }
  return [...found]
    .sort((a, b) => a - b)
    .map((start) => {
      const mark = text.charAt(start);
      return { start, end: start + 1 + blankAfter(text, start), mark, fullWidth: FULL_WIDTH[mark] ?? mark };
    });
}

/** The half-width brackets to be widened: those next to Chinese, then those beside a widened one, and so on. */
function widenedBrackets(
  text: string,
  neighbours: Neighbours,
  canBeWidened: (at: number) => boolean,
): ReadonlySet<number> {
  const widened = new Set<number>();
  const inRun = new Map<number, Bracket[]>();
  const waiting: Bracket[] = [];
  for (const bracket of brackets(text)) {
    const ends = endsOf(bracket);
    const isPair = ends.length === 2;
    const isMixed = isPair && ends.some((at) => '（）'.includes(text.charAt(at)));
    const touches = ends.some((at) => neighbours.isNextToChinese(at));
    if (touches || isMixed || (isPair && bracket.holdsChinese)) waiting.push(bracket);
    for (const at of ends) {
      const index = neighbours.runAt(at);
      const run = inRun.get(index);
      if (run === undefined) inRun.set(index, [bracket]);
      else run.push(bracket);
    }
  }
  for (let bracket = waiting.pop(); bracket !== undefined; bracket = waiting.pop()) {
    for (const at of endsOf(bracket)) {
      if (!canBeWidened(at) || widened.has(at)) continue;
      widened.add(at);
      for (const beside of inRun.get(neighbours.runAt(at)) ?? []) waiting.push(beside);
      inRun.delete(neighbours.runAt(at));
    }
  }
  return widened;
}

function endsOf({ open, close }: Bracket): readonly number[] {
  return [open, close].filter((at): at is number => at !== undefined);
}

function* skippedRanges(text: string): Generator<{ start: number; end: number }> {
  yield* findDocumentNumbers(text);
  for (const match of text.matchAll(ADDRESS)) yield { start: match.index, end: match.index + match[0].length };
}

/**
 * For each place of a text the nearest character on either side that is no blank and no such mark itself; '' at the end.
 * Blanks and marks in a row share their neighbours: they are a run.
 */
class Neighbours {
  readonly #text: string;
  /** Where those characters stand; -1, or the text's length, where there is none. */
  readonly #before: Int32Array;
  readonly #after: Int32Array;
  /** The index of the run that a place is in, or follows. */
  readonly #runs: Int32Array;

  constructor(text: string) {
    this.#text = text;
    this.#before = new Int32Array(text.length);
    this.#after = new Int32Array(text.length);
    this.#runs = new Int32Array(text.length);
    for (let at = 0, last = -1, run = 0; at < text.length; at++) {
      const isBlank = isBlankOrMark(text.charCodeAt(at));
      if (!isBlank) run++;
      this.#runs[at] = run;
      this.#before[at] = last;
      if (!isBlank) last = at;
    }
    for (let at = text.length - 1, last = text.length; at >= 0; at--) {
      this.#after[at] = last;
      if (!isBlankOrMark(text.charCodeAt(at))) last = at;
    }
  }

  runAt(at: number): number {
    return this.#runs[at] ?? -1;
  }

  isNextToChinese(at: number): boolean {
    return CHINESE.test(this.#beforeOf(at)) || CHINESE.test(this.#afterOf(at));
  }

  isInNumber(at: number): boolean {
    return /[0-9０-９]/.test(this.#beforeOf(at)) && /[0-9０-９]/.test(this.#afterOf(at));
  }

  #beforeOf(at: number): string {
    return this.#text.charAt(this.#before[at] ?? -1);
  }

  #afterOf(at: number): string {
    return this.#text.charAt(this.#after[at] ?? -1);
  }
}

/** One of ` `, tab, `,` `;` `:` `?` `!` `(` `)`. */
function isBlankOrMark(code: number): boolean {
  return code < 0x40 && ' \t,;:?!()'.includes(String.fromCharCode(code));
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

/**
 * Brackets of either width by pairs; a lonely close is left out where it is a list mark (`1)`). A full-width bracket is
 * Chinese to what it stands in.
 */
function* brackets(text: string): Generator<Bracket> {
  const open: { at: number; holdsChinese: boolean }[] = [];
  let from = 0;
  for (const { index: at, 0: bracket } of text.matchAll(BRACKETS)) {
    const inner = open.at(-1);
    if (inner !== undefined && !inner.holdsChinese) inner.holdsChinese = CHINESE.test(text.slice(from, at));
    from = at + 1;
    const closes = bracket === ')' || bracket === '）';
    const opened = closes ? open.pop() : undefined;
    const outer = open.at(-1);
    if (outer !== undefined && (CHINESE.test(bracket) || opened?.holdsChinese)) outer.holdsChinese = true;
    if (!closes) open.push({ at, holdsChinese: false });
    else if (opened !== undefined) yield { open: opened.at, close: at, holdsChinese: opened.holdsChinese };
    else if (!/[0-9A-Za-z①-⑳]/.test(text.charAt(at - 1))) yield { open: undefined, close: at, holdsChinese: false };
  }
  for (const { at } of open) yield { open: at, close: undefined, holdsChinese: false };
}
