import type { TierMark } from '../model/policy-document.ts';
import { numberLike } from '../rules/support/number-format.ts';
import { parseChineseNumber } from '../text/chinese-number.ts';

/** A line that begins with a number: the heading signs and bracket before it, the number, the sign behind it, the rest. */
const NUMBERED =
  /^([ ]{0,3}(?:#{1,6}[ ])?[（(]?)([0-9０-９]{1,4}|[一二三四五六七八九十百零]{1,7})([.．、）)]{1,2}[ ]?)(.*)$/;

/** How a line is numbered, and what comes next. */
export interface NumberedLine {
  /** The beginning of the next item: `13. `. */
  readonly next: string;
  /** True where nothing stands behind the number. */
  readonly isEmpty: boolean;
}

/** Reads a line as an item of points with this mark; undefined when it is none. */
export function readNumberedLine(line: string, mark: TierMark): NumberedLine | undefined {
  const match = NUMBERED.exec(line);
  if (match === null) return undefined;
  const [, opening = '', written = '', sign = '', rest = ''] = match;
  const value = parseChineseNumber(written);
  if (value === undefined || !fits(opening, written, sign, mark)) return undefined;
  return { next: opening + numberLike(written, value + 1) + sign, isEmpty: rest.trim() === '' };
}

function fits(opening: string, written: string, sign: string, mark: TierMark): boolean {
  const inBrackets = /[（(]$/.test(opening) && /^[）)]/.test(sign);
  const isChinese = !/[0-9０-９]/.test(written);
  return inBrackets === mark.startsWith('（') && isChinese === mark.includes('一');
}
