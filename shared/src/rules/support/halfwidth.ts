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
  const isWidened = (at: number, marks: string) => marks.includes(text.charAt(at)) && skipped[at] !== 1;
  for (const at of widenedBrackets(text, neighbours, (end) => isWidened(end, '()'))) found.add(at);
  const beside = new Set([...found].map((at) => neighbours.runAt(at)));
  for (let at = 0; at < text.length; at++) {
    if (!isWidened(at, ',;:?!')) continue;
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
  readonly #before: readonly string[];
  readonly #after: readonly string[];
  /** The index of the run that a place is in, or follows. */
  readonly #runs: Int32Array;

  constructor(text: string) {
    const characters = text.split('');
    this.#runs = new Int32Array(text.length);
    let run = 0;
    for (const [at, character] of characters.entries()) {
      if (!BLANKS_AND_MARKS.includes(character)) run++;
      this.#runs[at] = run;
    }
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

  runAt(at: number): number {
    return this.#runs[at] ?? -1;
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

/**
 * Brackets of either width by pairs; a lonely close is left out where it is a list mark (`1)`). A full-width bracket is
 * Chinese to what it stands in.
 */
function* brackets(text: string): Generator<Bracket> {
  const open: { at: number; holdsChinese: boolean }[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    const opened = character === ')' || character === '）' ? open.pop() : undefined;
    const outer = open.at(-1);
    if (outer !== undefined && (CHINESE.test(character) || opened?.holdsChinese)) outer.holdsChinese = true;
    if (character === '(' || character === '（') open.push({ at, holdsChinese: false });
    else if (opened !== undefined) yield { open: opened.at, close: at, holdsChinese: opened.holdsChinese };
    else if (character === ')' || character === '）') {
      if (!/[0-9A-Za-z①-⑳]/.test(text.charAt(at - 1))) yield { open: undefined, close: at, holdsChinese: false };
    }
  }
  for (const { at } of open) yield { open: at, close: undefined, holdsChinese: false };
}
