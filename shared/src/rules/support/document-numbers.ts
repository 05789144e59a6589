import { normalForm } from '../../text/normal-form.ts';

/** A 发文字号 in a text: indices of the text. */
export interface DocumentNumber {
  /** From the year's bracket to 号. */
  readonly start: number;
  readonly end: number;
  readonly written: string;
  /** As GB/T 9704 has it: `〔2023〕1号`. */
  readonly standard: string;
  readonly problems: readonly DocumentNumberProblem[];
}

export type DocumentNumberProblem = 'brackets' | 'year' | 'ordinal' | 'zero';

/** With both brackets, whichever they are; or with one that no other text puts around a year. */
const NUMBER =
  /(\p{Script=Han})[ \t　]?([〔﹝[［【〖(（{｛]?)[ \t　]?([0-9０-９]{4}|[0-9０-９]{2})[ \t　]?(年?)[ \t　]?([〕﹞\]］】〗)）}｝]?)[ \t　]?(第?)[ \t　]?([0-9０-９]{1,5})[ \t　]?号/gu;

/** A line that holds nothing else is a document number without brackets: `深营商组2023年1号`. */
const WHOLE_LINE =
  /^[\s　]*\p{Script=Han}{2,12}(?<![令告])[ 　]?20\d\d[ 　]?年?[ 　]?第?[ 　]?\d{1,4}[ 　]?号[\s　]*$/u;
/** The same without what stands before the year: the whole pattern takes V8 a while to make. */
const LINE_END = /20\d\d[ 　]?年?[ 　]?第?[ 　]?\d{1,4}[ 　]?号[\s　]*$/;

/** What may follow a number that counts something else: `（2023）1号地块`. */
const NOT_A_DOCUMENT = /^[楼线院地车机厂馆桥口门井站泵库区岛表]/u;

/** Orders and announcements are numbered with 第: `令〔2021〕第3号`, `公告〔2020〕第1号`. */
const TAKES_ORDINAL = /[令告]/u;

/** Every document number of a text, the right ones too: other rules leave all of them alone. */
export function findDocumentNumbers(text: string): readonly DocumentNumber[] {
  const found: DocumentNumber[] = [];
  if (!/[0-9０-９][ \t　]?号/.test(text)) return found;
  const isLine = text.length < 60 && LINE_END.test(text) && WHOLE_LINE.test(text);
  for (const match of text.matchAll(NUMBER)) {
    const [whole, before = '', open = '', yearText = '', yearWord = '', close = '', ordinal = '', digits = ''] = match;
    const end = match.index + whole.length;
    if (!isLine && !isEnclosed(open, close)) continue;
    if (NOT_A_DOCUMENT.test(text.slice(end, end + 1))) continue;
    const year = normalForm(yearText);
    const number = normalForm(digits);
    const keepsOrdinal = TAKES_ORDINAL.test(before);
    const problems: DocumentNumberProblem[] = [];
    if (normalForm(open) !== '〔' || normalForm(close) !== '〕') problems.push('brackets');
    if (year.length === 2 || yearWord !== '') problems.push('year');
    if (ordinal !== '' && !keepsOrdinal) problems.push('ordinal');
    if (number.startsWith('0') && Number(number) > 0) problems.push('zero');
    const start = match.index + whole.indexOf(open === '' ? yearText : open, before.length);
    found.push({
      start,
      end,
      written: text.slice(start, end),
      standard: `〔${fullYear(year)}〕${keepsOrdinal ? ordinal : ''}${Number(number)}号`,
      problems,
    });
  }
  return found;
}

/** Round brackets around a year are common, so that both must be there: `（2023）1号`. */
function isEnclosed(open: string, close: string): boolean {
  const isOwn = (mark: string) => mark !== '' && !'(（)）{｛}｝'.includes(mark);
  return (open !== '' && close !== '') || isOwn(open) || isOwn(close);
}

/** Two-digit years were written before 2000; later ones are slips. */
function fullYear(year: string): string {
  if (year.length === 4) return year;
  return Number(year) >= 50 ? `19${year}` : `20${year}`;
}
