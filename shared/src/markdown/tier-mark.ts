/**
 * How far a line is looked at: no mark, with the markup and spaces before it, is longer.
 * It also keeps the patterns from running over a line of a million characters.
 */
const REACH = 48;

/** White space, emphasis and strong tags may stand before a mark: `**1. …`, `<b>一、…`. */
const MARKUP = /^(?:[\s*_]|<(?:b|strong)>)*/i;

const NUMERAL = '[〇零一二三四五六七八九十百两]';

/** What makes `三、四线` or `1、2号线` a list inside a sentence, not a number at the head of one. */
const COUNTED = '[级类线季产期批档等手楼层号栋月日周条款项版审度]';

const MARKS: readonly RegExp[] = [
  // 一、 and 一． – but not “三、四线城市” at the head of a wrapped line.
  new RegExp(`^${NUMERAL}{1,5} ?(?:、|[.．])(?!${NUMERAL}{1,2}${COUNTED}|[0-9０-９])`),
  // （一） and （1）, with either brackets and with spaces inside.
  new RegExp(`^[(（] ?(?:${NUMERAL}{1,5}|[0-9０-９]{1,3}) ?[)）]`),
  // 1. and 1． and 1\. and 1* . – but no decimal: neither 2.5 nor 1.1, and not “3. 5亿”. Three digits after the point are
  // no decimal in these documents but a number or a year that the sentence begins with (63.12366热线, 1.2023年底前).
  /^[0-9０-９]{1,3} ?\\?\*? ?[.．](?:(?![0-9０-９ ])|(?=[0-9０-９]{3})| +(?![0-9０-９.．]{1,4} ?(?:[亿万倍%％‰元]|个百分点|平方|公里)))/,
  // 1、 – but not “1、2号线”.
  new RegExp(`^[0-9０-９]{1,3} ?\\\\?\\*? ?、(?! ?[0-9０-９]{1,2} ?${COUNTED})`),
  // 1） and 1)
  /^[0-9０-９]{1,2} ?[)）]/,
  // ①
  /^[①-⑳]/,
  // 第三条
  new RegExp(`^第 ?(?:${NUMERAL}{1,5}|[0-9０-９]{1,3}) ?条[、.．:： 　（(]`),
];

/**
 * True when a line begins with the mark of a tier, as people number their documents: `一、` `（一）` `1.` `1、` `（1）` `1）`
 * `①` `第一条`, full width or half width, possibly behind emphasis. Decimals, years and enumerations inside a sentence are
 * none. The text is looked at from `from` on.
 */
export function beginsWithTierMark(text: string, from: number, to: number): boolean {
  if (!mayBegin(text.charCodeAt(from))) return false;
  const head = text.slice(from, Math.min(to, from + REACH)).replace(MARKUP, '');
  return MARKS.some((mark) => mark.test(head));
}

/** A cheap look at the first code unit, for the many lines of prose that begin with any other. */
function mayBegin(code: number): boolean {
  if (code < 0x80)
    return (code >= 0x30 && code <= 0x39) || code === 0x28 || code === 0x2a || code === 0x5f || code === 0x3c;
  if (code >= 0xff10 && code <= 0xff19) return true;
  if (code >= 0x2460 && code <= 0x2473) return true;
  return code === 0xff08 || '〇零一二三四五六七八九十百两第'.includes(String.fromCharCode(code));
}
