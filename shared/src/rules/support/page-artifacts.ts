import { normalForm } from '../../text/normal-form.ts';

/** What a line left over from printing is. */
export type PageArtifact = 'page-number' | 'stamp' | 'print-time' | 'address';

/** The ends of a page number: most lines have others, and need none of the patterns, which take V8 a while to compile. */
const MAY_BE_NUMBER = /^[-–—―−─~·.一\d第共总p](?:.*[-–—―−─~·.一\d页])?$/i;
const PAGE_NUMBERS = [
  /^[-–—―−─~·.一]{1,4}\d{1,4}[-–—―−─~·.一]{1,4}$/,
  /^第\d{1,4}页(?:[,/、]?[共总]\d{1,4}页)?$/,
  /^[共总]\d{1,4}页[,/、]?第\d{1,4}页$/,
  /^\d{1,4}\/\d{1,4}$/,
  /^(?:page|p\.?)\d{1,4}(?:(?:of|\/)\d{1,4})?$/i,
  /^\d{1,3}$/,
];

/** `某集团 2023-02-28`, `某集团 2023-02-28 09:54:59`; a signature's date is written with 年月日. */
const STAMP =
  /^[\p{Script=Han}\w()·]{2,40}?(?:20\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?:\d{1,2}:\d{2}(?::\d{2})?)?|20\d{2}年\d{1,2}月\d{1,2}日\d{1,2}:\d{2}(?::\d{2})?)$/u;
const PRINT_TIME =
  /^(?:20\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?:\d{1,2}:\d{2}(?::\d{2})?)?|20\d{2}年\d{1,2}月\d{1,2}日\d{1,2}:\d{2}(?::\d{2})?)$/;
/** `打印时间：…`. */
const PRINT_LABEL = /^(?:打印|下载|扫描|导出)(?:时间|日期|人|者)[:：]/;
const PRINTED = /^[\p{Script=Han}\w()·]{2,40}?20\d{2}年\d{1,2}月\d{1,2}日(?:打印|下载|扫描|导出)$/u;
const ADDRESS = /^(?:https?:\/\/|www\.|file:\/\/)[!-~]+$/;

/** What the text of a whole line is, if it is left over from printing; a stamp or a time may be a signature's, by its place. */
export function pageArtifact(line: string): PageArtifact | undefined {
  if (line.length > 120) return undefined;
  const text = normalForm(line);
  if (MAY_BE_NUMBER.test(text) && PAGE_NUMBERS.some((pattern) => pattern.test(text))) return 'page-number';
  if (ADDRESS.test(text)) return 'address';
  // The last character first: few lines need the patterns that take long to compile.
  if (PRINT_LABEL.test(text) || (/[印载描出]$/.test(text) && PRINTED.test(text))) return 'print-time';
  if (!/\d$/.test(text)) return undefined;
  if (PRINT_TIME.test(text)) return 'print-time';
  if (STAMP.test(text) && !/[。,;:、]/.test(text.replace(/\d:\d/g, ''))) return 'stamp';
  return undefined;
}
