import { normalForm } from './normal-form.ts';

const DIGITS = '零一二三四五六七八九';

/** Other ways to write a numeral: 〇, the colloquial 两, the joined tens, and the forms that cheques use. */
const SPELLINGS: Readonly<Record<string, string>> = {
  〇: '零',
  两: '二',
  兩: '二',
  廿: '二十',
  卅: '三十',
  壹: '一',
  贰: '二',
  叁: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  佰: '百',
  仟: '千',
  萬: '万',
  億: '亿',
};

/** No number in a document needs more; a longer text is refused unread. */
const MAX_LENGTH = 40;

/**
 * The value of a number as Chinese documents write it: `一百零五`, `十二`, `两`, `廿一`, `二〇二三`, `2万`, `1亿2000万`,
 * `20,000`, `３．５亿`; full-width and half-width alike. Undefined for anything else.
 */
export function parseChineseNumber(text: string): number | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const form = normalForm(text).replace(/[〇两兩廿卅壹贰叁肆伍陆柒捌玖拾佰仟萬億]/g, (c) => SPELLINGS[c] ?? c);
  if (!/^[\d.,零一二三四五六七八九十百千万亿]+$/.test(form)) return undefined;
  const value = positional(form) ?? withMyriads(form);
  return value !== undefined && value <= Number.MAX_SAFE_INTEGER ? value : undefined;
}

/** The usual Chinese writing of a whole number from 1 to 9999: `十二`, `一百零五`. Throws RangeError outside that range. */
export function formatChineseNumber(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 9999)
    throw new RangeError(`not a whole number from 1 to 9999: ${value}`);
  const digits = String(value);
  let written = '';
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[i]);
    if (digit !== 0) written += DIGITS.charAt(digit) + ['', '十', '百', '千'][digits.length - 1 - i];
    else if (!written.endsWith('零')) written += '零';
  }
  return written.replace(/零$/, '').replace(/^一十/, '十');
}

/** Digits alone: `20`, `3.5`, `20,000`, `二〇二三`. */
function positional(form: string): number | undefined {
  if (/^\d+(?:\.\d+)?$/.test(form)) return Number(form);
  if (/^\d{1,3}(?:,\d{3})+$/.test(form)) return Number(form.replaceAll(',', ''));
  if (/^[零一二三四五六七八九]+$/.test(form)) return Number(Array.from(form, (c) => DIGITS.indexOf(c)).join(''));
  return undefined;
}

/** Splits at the last 亿, then at the last 万: what stands before is multiplied, what stands behind is added. */
function withMyriads(form: string): number | undefined {
  for (const [unit, factor] of [
    ['亿', 1e8],
    ['万', 1e4],
  ] as const) {
    const at = form.lastIndexOf(unit);
    if (at === -1) continue;
    const head = parsePart(form.slice(0, at));
    const rest = form.slice(at + 1);
    const tail = rest === '' ? 0 : parsePart(rest.length > 1 ? rest.replace(/^零/, '') : rest);
    if (head === undefined || tail === undefined || tail >= factor) return undefined;
    // Digits such as 1.1 have no exact binary form: 1.1 × 1e8 must still be 110000000.
    return Number((head * factor).toPrecision(15)) + tail;
  }
  return belowMyriad(form);
}

function parsePart(form: string): number | undefined {
  return positional(form) ?? withMyriads(form);
}

const BELOW_MYRIAD =
  /^(?:(\d+(?:\.\d+)?|[一二三四五六七八九])千)?(?:(\d+(?:\.\d+)?|[一二三四五六七八九])百)?(?:零?(\d+(?:\.\d+)?|[一二三四五六七八九])?(十))?(?:零?(\d|[一二三四五六七八九]))?$/;

/** `一千零一十`, `十二`, `5百`: digits with units that only go down. */
function belowMyriad(form: string): number | undefined {
  const match = BELOW_MYRIAD.exec(form);
  if (match === null || form === '') return undefined;
  const [, thousands, hundreds, tens, ten, ones] = match;
  const countOfTens = ten === undefined ? 0 : tens === undefined ? 1 : digit(tens);
  const parts = [digit(thousands) * 1000, digit(hundreds) * 100, countOfTens * 10, digit(ones)];
  return parts.reduce((sum, part) => sum + part, 0);
}

function digit(written: string | undefined): number {
  if (written === undefined) return 0;
  const at = DIGITS.indexOf(written);
  return at === -1 ? Number(written) : at;
}
