import { parseChineseNumber } from '../text/chinese-number.ts';

/** A date, or a part of the year, that a text names. Indices are those of the normal text it was read from. */
export interface DateMention {
  readonly from: number;
  readonly to: number;
  /** As written, or made of 今年, 明年 and the document's year; undefined where the text gives none. */
  readonly year: number | undefined;
  /** Where the digits of a written year stand. */
  readonly yearDigits: { readonly from: number; readonly to: number } | undefined;
  /** The last day it covers; undefined when it names a year alone, or the year as a span (`全年`, `年内`). */
  readonly last: { readonly month: number; readonly day: number } | undefined;
  /** It says itself that it is an end: `6月底`, `年底`, `一季度末`. */
  readonly isEnd: boolean;
  /** It names a stretch of the year: a quarter, a half. */
  readonly isStretch: boolean;
  /** Two dates, `3月至6月`, `2023—2025年`: the mention ends with the second. */
  readonly isRange: boolean;
}

const YEAR = '(?:((?:19|20)\\d\\d)年度?|(今年|本年度?|当年|明年|次年|去年|上年度?))';
/** A month in words only where a limit follows: 三月 can be a length of time. */
const MONTH =
  '(1[0-2]|0?[1-9]|(?<![一二三四五六七八九十两近几])(?:十[一二]?|[一二三四五六七八九])(?=月份?(?:[底末初前]|[上中下]旬|之前|以前)))月(?:(3[01]|[12]\\d|0?[1-9])[日号]|份?(底|末|初|上旬|中旬|下旬)?)';
const QUARTER = '第?([一二三四1-4])季度(底|末|初)?';
const HALF = '([上下])半年(底|末)?';
const AFTER_YEAR = '(年?[底末]|年?内|年度内|全年)';
const ALONE = '(?<![一二三四五六七八九十两近几])(年[底末]|年内|年度内|全年)';

const DATE = new RegExp(
  `(?<!\\d)(?:${YEAR}(?:${MONTH}|${QUARTER}|${HALF}|${AFTER_YEAR})?|${MONTH}|${QUARTER}|${HALF}|${ALONE})`,
  'g',
);

/** What stands between the two dates of a range. */
const BETWEEN = /^(?:[-—–~]{1,2}|至|到)$/;

/** `2023—2025年`, `2023-2024学年`: only the second year carries the word. */
const YEAR_RANGE = /(?<!\d)((?:19|20)\d\d)年?(?:[-—–~/]{1,2}|至|到|、)((?:19|20)\d\d)(?=年|学年|财年)/g;
const MONTH_RANGE_START = /(?<!\d)(?:1[0-2]|[1-9])(?:[-—–~]{1,2}|至|到)$/;

/**
 * The dates of a normal text, in order.
 * @param documentYear What 今年 means; relative years stay open without it.
 */
export function dateMentions(normal: string, documentYear: number | undefined): readonly DateMention[] {
  const found: DateMention[] = [];
  for (const match of normal.matchAll(DATE)) {
    const mention = readDate(match, documentYear);
    const before = found[found.length - 1];
    if (before !== undefined && mention.last !== undefined && BETWEEN.test(normal.slice(before.to, mention.from)))
      found[found.length - 1] = {
        ...mention,
        from: before.from,
        year: mention.year ?? before.year,
        yearDigits: mention.yearDigits ?? before.yearDigits,
        isRange: true,
      };
    else found.push(withRangeStart(normal, mention));
  }
  return found;
}

/** The years that a text spans: `2023—2025年` gives 2023 and 2025. */
export function yearRanges(
  normal: string,
): readonly { readonly from: number; readonly to: number; readonly first: number; readonly last: number }[] {
  return Array.from(normal.matchAll(YEAR_RANGE), (match) => ({
    from: match.index,
    to: match.index + match[0].length,
    first: Number(match[1]),
    last: Number(match[2]),
  }));
}

/** `6—9月`: the first month has no word of its own. */
function withRangeStart(normal: string, mention: DateMention): DateMention {
  if (mention.year !== undefined || mention.last === undefined) return mention;
  const start = MONTH_RANGE_START.exec(normal.slice(Math.max(0, mention.from - 4), mention.from));
  return start === null ? mention : { ...mention, from: mention.from - start[0].length, isRange: true };
}

function readDate(match: RegExpMatchArray, documentYear: number | undefined): DateMention {
  const [whole, digits, relative] = match;
  const from = match.index ?? 0;
  const year = digits === undefined ? relativeYear(relative, documentYear) : Number(digits);
  const month = match[3] ?? match[11];
  const day = match[4] ?? match[12];
  const part = match[5] ?? match[13];
  const quarter = match[6] ?? match[14];
  const quarterPart = match[7] ?? match[15];
  const half = match[8] ?? match[16];
  const halfPart = match[9] ?? match[17];
  const ofYear = match[10] ?? match[18];
  return {
    from,
    to: from + whole.length,
    year,
    yearDigits: digits === undefined ? undefined : { from, to: from + 4 },
    last: lastDay({ month, day, part, quarter, half, ofYear }),
    isEnd: [part, quarterPart, halfPart].some((word) => word === '底' || word === '末') || /[底末]$/.test(ofYear ?? ''),
    isStretch: quarter !== undefined || half !== undefined,
    isRange: false,
  };
}

function relativeYear(word: string | undefined, documentYear: number | undefined): number | undefined {
  if (word === undefined || documentYear === undefined) return undefined;
  if (word.startsWith('明') || word.startsWith('次')) return documentYear + 1;
  return word.startsWith('去') || word.startsWith('上') ? documentYear - 1 : documentYear;
}

interface DateParts {
  readonly month: string | undefined;
  readonly day: string | undefined;
  readonly part: string | undefined;
  readonly quarter: string | undefined;
  readonly half: string | undefined;
  readonly ofYear: string | undefined;
}

function lastDay({ month, day, part, quarter, half, ofYear }: DateParts): DateMention['last'] {
  if (month !== undefined) {
    const number = parseChineseNumber(month) ?? 12;
    return { month: number, day: dayOf(number, day, part) };
  }
  if (quarter !== undefined) {
    const index = '一二三四'.includes(quarter) ? '一二三四'.indexOf(quarter) + 1 : Number(quarter);
    return endOfMonth(index * 3);
  }
  if (half !== undefined) return endOfMonth(half === '上' ? 6 : 12);
  return ofYear === undefined || !/[底末]$/.test(ofYear) ? undefined : endOfMonth(12);
}

function dayOf(month: number, day: string | undefined, part: string | undefined): number {
  const end = endOfMonth(month).day;
  if (day !== undefined) return month === 2 && Number(day) >= 28 ? end : Math.min(Number(day), end);
  if (part === '初' || part === '上旬') return 10;
  return part === '中旬' ? 20 : end;
}

/** February counts 28 days in every year: deadlines are compared, not computed with. */
export function endOfMonth(month: number): { readonly month: number; readonly day: number } {
  return { month, day: [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 31 };
}
