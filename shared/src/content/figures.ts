import { parseChineseNumber } from '../text/chinese-number.ts';
import type { MappedText } from '../text/mapped-text.ts';
import { normalMapped } from '../text/normal-form.ts';
import { dateMentions, yearRanges } from './dates.ts';
import { quotations, titles } from './enclosures.ts';
import { type Measure, measureAt } from './measures.ts';
import { coverOf, type Stated, statedAt } from './stated.ts';

/** A quantity: number and measure word, `不少于20家` without the 不少于. */
export interface Figure extends Stated {
  /** Multiplied out: 20000 for `2万家`. */
  readonly value: number;
  /** The end of a range: 5 for `3—5个`. */
  readonly upper: number | undefined;
  readonly measure: Measure;
  /** `不少于`, `以上`: at least; `不超过`, `以内`: at most. */
  readonly bound: 'at-least' | 'at-most' | undefined;
  /** First and last (exclusive) index of the figure with the words that limit it: `不少于20家以上`. */
  readonly outer: { readonly from: number; readonly to: number };
}

const NUMBER = '(?:\\d{1,3}(?:,\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|[一二两三四五六七八九十百千零〇廿]+)';
const QUANTITY = new RegExp(
  `(?<![\\d.A-Za-z+第一二两三四五六七八九十百千零〇廿])(百分之|千分之)?(${NUMBER})(?:[-—–~至到]{1,2}(${NUMBER}))?[余多]?([百千]?万亿|[百千十]?[万亿])?[余多来]?(?![\\d+])`,
  'g',
);

/** A word that a numeral in characters belongs to: `第三`, `进一步`, `统一`. */
const NO_NUMERAL_AFTER = /[第进统单同唯专万某之初逐其分]$/;
/** What makes number and measure a phrase: `一件事`, `一次性`, `两个健康`, `五个一`, `十三届二次全会`. */
const NO_FIGURE_BEFORE = /^(?:事|性|式|化|制|龙|全会|[一二三四五六七八九十]|之)/;

const AT_LEAST = /(?:不少于|不低于|不小于|至少|最少|超过|超|突破|逾|达到|达|≥|>=)$/;
const AT_MOST = /(?:不超过|不高于|不大于|不多于|至多|最多|控制在|≤|<=)$/;
const ABOUT = /(?:大约|约|近|累计)$/;
const AFTER_AT_LEAST = /^(?:\(含\))?及?以上/;
const AFTER_AT_MOST = /^(?:\(含\))?及?(?:以内|以下|之内)/;
const AFTER_ABOUT = /^(?:左右|上下)/;

/**
 * The quantities of a text, in order. Dates, ordinals, names such as `20+8` or `4G`, hotline and document numbers, and
 * whatever stands inside 《》 or “” are none.
 */
export function figures(text: MappedText): readonly Figure[] {
  const normal = normalMapped(text);
  const words = normal.text;
  let isHidden: ((from: number, to: number) => boolean) | undefined;
  const found: Figure[] = [];
  for (const match of words.matchAll(QUANTITY)) {
    const [whole, fraction, first = '', second, multiplier = ''] = match;
    const from = match.index;
    const numberEnd = from + whole.length;
    const inCharacters = !/\d/.test(first);
    const read = fraction === undefined ? measureAt(words, numberEnd, inCharacters) : fractionMeasure(fraction);
    if (read === undefined) continue;
    const to = numberEnd + read.length;
    if (inCharacters && fraction === undefined && !isFigure(words, from, to, first, multiplier)) continue;
    if (/^\d{4}$/.test(first) && read.measure.name === '年') continue;
    isHidden ??= hiddenRanges(words);
    if (isHidden(from, to)) continue;
    const value = parseNumber(first + multiplier);
    const upper = second === undefined ? undefined : parseNumber(second + multiplier);
    if (value === undefined || (second !== undefined && upper === undefined)) continue;
    found.push({
      ...statedAt(normal, from, to),
      value,
      upper,
      measure: read.measure,
      ...limits(words, from, to),
    });
  }
  return found;
}

/** True when both figures state one quantity: `2万` and `20000`, `1公里` and `1000米`. */
export function sameQuantity(a: Figure, b: Figure): boolean {
  return (
    a.measure.kind === b.measure.kind &&
    near(a.value * a.measure.factor, b.value * b.measure.factor) &&
    near((a.upper ?? a.value) * a.measure.factor, (b.upper ?? b.value) * b.measure.factor)
  );
}

/** Products of decimals are equal up to the last digits. */
function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

/** The pattern has checked that commas stand between thousands only. */
function parseNumber(written: string): number | undefined {
  return parseChineseNumber(written.replaceAll(',', ''));
}

function fractionMeasure(fraction: string): { readonly measure: Measure; readonly length: number } | undefined {
  const sign = measureAt(fraction === '百分之' ? '%' : '‰', 0, false);
  return sign === undefined ? undefined : { ...sign, length: 0 };
}

function isFigure(words: string, from: number, to: number, numeral: string, multiplier: string): boolean {
  // 百, 千, 万 alone are no numbers: 千户集团, 上百家.
  if (/^[百千零〇]/.test(numeral) || (numeral.length > 1 && !/[十百千]/.test(numeral) && multiplier === ''))
    return false;
  if (NO_NUMERAL_AFTER.test(words.slice(Math.max(0, from - 1), from))) return false;
  return !NO_FIGURE_BEFORE.test(words.slice(to, to + 4));
}

function limits(words: string, from: number, to: number): Pick<Figure, 'bound' | 'outer'> {
  const before = words.slice(Math.max(0, from - 4), from);
  const after = words.slice(to, to + 6);
  const least = AT_LEAST.exec(before);
  const most = AT_MOST.exec(before);
  const prefix = most ?? least ?? ABOUT.exec(before);
  const suffix = AFTER_AT_LEAST.exec(after) ?? AFTER_AT_MOST.exec(after) ?? AFTER_ABOUT.exec(after);
  const atMost = most !== null || AFTER_AT_MOST.test(after);
  const atLeast = (least !== null && most === null) || AFTER_AT_LEAST.test(after);
  return {
    bound: atMost === atLeast ? undefined : atMost ? 'at-most' : 'at-least',
    outer: { from: from - (prefix?.[0].length ?? 0), to: to + (suffix?.[0].length ?? 0) },
  };
}

function hiddenRanges(words: string): (from: number, to: number) => boolean {
  return coverOf([...titles(words), ...quotations(words), ...dateMentions(words, undefined), ...yearRanges(words)]);
}
