import { formatChineseNumber } from '../../text/chinese-number.ts';

/** A number written in the manner of another one: Chinese numerals, full-width or plain digits. */
export function numberLike(written: string, value: number): string {
  if (/[一二三四五六七八九十百千零〇廿]/.test(written) && value >= 1 && value <= 9999)
    return formatChineseNumber(value);
  const digits = String(value);
  if (/[０-９]/.test(written))
    return digits.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  return digits;
}
