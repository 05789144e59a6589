import { parseChineseNumber } from '../text/chinese-number.ts';
import type { MappedText } from '../text/mapped-text.ts';
import { flatten } from './flat-text.ts';
import type { NumberLabel, Tier, TierMark } from './policy-document.ts';

export interface TierNumber {
  readonly tier: Tier;
  readonly label: NumberLabel;
  /** The text after the mark. */
  readonly rest: MappedText;
}

interface Shape {
  readonly tier: Tier;
  readonly mark: TierMark;
  /** Group 1 is the number, group 2 a second number below it (`3.1`). */
  readonly pattern: RegExp;
}

const NUMERALS = '[〇零一二三四五六七八九十百两]{1,6}';

// `1.5万家` is no number of a task, `1.2023年底前` and `63.12366热线` are.
const SHAPES: readonly Shape[] = [
  { tier: 'section', mark: '一、', pattern: new RegExp(`^ ?(${NUMERALS}) ?[、.](?!\\d)`, 'd') },
  { tier: 'section', mark: '一、', pattern: new RegExp(`^ ?第 ?(${NUMERALS}) ?(?:章|部分|篇)[ 、:]?`, 'd') },
  { tier: 'domain', mark: '（一）', pattern: new RegExp(`^ ?[(\\[] ?(${NUMERALS}) ?[)\\]] ?[、.]?`, 'd') },
  { tier: 'subpoint', mark: '（1）', pattern: /^ ?\( ?(\d{1,3}) ?\) ?[、.]?/d },
  { tier: 'subpoint', mark: '（1）', pattern: /^ ?(\d{1,3}) ?\)/d },
  { tier: 'subpoint', mark: '（1）', pattern: /^ ?([①-⑳])/d },
  { tier: 'point', mark: '1.', pattern: /^ ?(\d{1,3}) ?\* ?[.、]/d },
  { tier: 'point', mark: '1.', pattern: /^ ?(\d{1,3}) ?(?:[、]|\.(?!\d)|\.(?=\d{3}))/d },
  { tier: 'subpoint', mark: '1.', pattern: /^ ?(\d{1,3})\.(\d{1,2})(?:[、.] ?| )(?![\d万亿千百个家元%倍条项])/d },
  { tier: 'point', mark: '1.', pattern: new RegExp(`^ ?第 ?(\\d{1,3}|${NUMERALS}) ?条(?:[、.: ]|(?=\\())`, 'd') },
];

/** No number begins with another ideograph than these (兩 is 两): most of what is asked about in a draft is told by that. */
const NO_NUMBER = /^\s*(?![零一二三四五六七八九十百两兩第])[\u4e00-\u9fff]/;

/** A list of more than 999 items; `2024.` is one only where it comes next. */
const LONG_NUMBER = /^ ?(\d{4,5}) ?(?:、|\.(?!\d))/d;

/** `3.24小时自助办税` after item 2 is item 3; anywhere else `3.24` is a quantity. */
const NUMBER_BEFORE_FIGURE = /^ ?(\d{1,3})\.(?=\d{1,2}[^\d.])/d;

/**
 * The number that a heading or paragraph begins with, in any width and with any of the usual marks.
 * @param expected the number that would come next among the `1.` items: it settles what `3.24小时` and `1000.` mean.
 */
export function readTierNumber(content: MappedText, expected?: number): TierNumber | undefined {
  if (NO_NUMBER.test(content.text)) return undefined;
  const head = flatten(content.text.slice(0, 24)).replace(/\n/g, ' ');
  const blank = head.length - head.trimStart().length;
  const flat = head.slice(blank);
  for (const { tier, mark, pattern } of SHAPES) {
    const found = pattern.exec(flat);
    if (found === null) continue;
    const number = tierNumber(content, blank, found, tier, mark);
    if (number !== undefined) return number;
  }
  if (expected === undefined) return undefined;
  const next = LONG_NUMBER.exec(flat) ?? NUMBER_BEFORE_FIGURE.exec(flat);
  if (next === null || !comesNext(Number(next[1]), expected)) return undefined;
  return tierNumber(content, blank, next, 'point', '1.');
}

/**
 * A number of four or five digits at the head of what is a whole item by itself: `1000. 推进…。（市商务局）`. There a slip of
 * the key is likelier than a quantity; a year is still a year.
 */
export function readMistypedNumber(content: MappedText): TierNumber | undefined {
  const flat = flatten(content.text.slice(0, 24)).replace(/\n/g, ' ');
  const found = MISTYPED_NUMBER.exec(flat);
  return found === null ? undefined : tierNumber(content, 0, found, 'point', '1.');
}

const MISTYPED_NUMBER = /^(?!(?:19|20)\d\d(?!\d))(\d{4,5}) ?\.(?= ?[\p{Script=Han}“《])/du;

/** A long list may have slips: numbers left out, or written twice. */
function comesNext(value: number, expected: number): boolean {
  return value === expected || (expected > 999 && Math.abs(value - expected) <= MOST_LEFT_OUT);
}

const MOST_LEFT_OUT = 20;

function tierNumber(
  content: MappedText,
  blank: number,
  found: RegExpExecArray,
  tier: Tier,
  mark: TierMark,
): TierNumber | undefined {
  const digits = found.indices?.[1];
  const value = numberValue(found[1] ?? '');
  if (digits === undefined || value === undefined) return undefined;
  const end = blank + found[0].length;
  const rest = content.slice(end);
  return {
    tier,
    rest: rest.slice(rest.text.length - rest.text.trimStart().length),
    label: {
      value,
      sub: found[2] === undefined ? undefined : numberValue(found[2]),
      mark,
      digits: content.spanOf(blank + digits[0], blank + digits[1]),
      span: content.spanOf(blank, end),
    },
  };
}

function numberValue(text: string): number | undefined {
  const circled = text.charCodeAt(0) - 0x245f;
  if (circled >= 1 && circled <= 20) return circled;
  return parseChineseNumber(text);
}

// A cell's number stands alone: `12`, `3-1`, `3.2`, `（5）`, `1*`, `第3项`.
const CELL_NUMBER = new RegExp(
  `^(?:No\\.?|第)?[(\\[]?(\\d{1,5}|${NUMERALS})\\*?(?:[-–—―.．、/](\\d{1,3}))?[)\\]]?[项条号]?\\*?[.、。]?$`,
  'di',
);

/** The number in the 序号 cell of a row. White space and breaks inside it are passed over. */
export function readCellNumber(content: MappedText): NumberLabel | undefined {
  if (content.length === 0 || content.length > 40) return undefined;
  const bare = content.mapCharacters((character) => (/\s/.test(character) ? '' : character));
  const found = CELL_NUMBER.exec(flatten(bare.text));
  const digits = found?.indices?.[1];
  if (!found || !digits) return undefined;
  const value = numberValue(found[1] ?? '');
  if (value === undefined) return undefined;
  return {
    value,
    sub: found[2] === undefined ? undefined : numberValue(found[2]),
    mark: 'cell',
    digits: bare.spanOf(digits[0], digits[1]),
    span: content.span,
  };
}
