import { flatten } from './flat-text.ts';

/** `12`, `— 3 —`, `- 12 -`, `第 3 页 共 9 页`, `3/9`. */
const PAGE_NUMBER =
  /^(?:[-–—―─·•. ]{0,12}\d{1,4}[-–—―─·•. ]{0,12}|第 ?\d{1,4} ?页[ ,/]{0,3}(?:共 ?\d{1,4} ?页)?|\d{1,4} ?\/ ?\d{1,4}|Page \d{1,4}(?: of \d{1,4})?)$/i;
/** A name and a date, as a printer stamps them: `深圳市燃气集团 2023-02-28 09:54:59`. */
const STAMP = /^\D{0,40}20\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?: \d{1,2}:\d{2}(?::\d{2})?)?$/;

/** The same with the date in words and what was done: `市商务局 2024年3月1日打印`. */
const PRINTED = /^[^。,;]{0,40}20\d\d ?年 ?\d{1,2} ?月 ?\d{1,2} ?日 ?打印$/;

/** True for a line left over from printing: no part of the text around it. */
export function isPageArtifact(text: string): boolean {
  if (text.length > 80) return false;
  const flat = flatten(text).trim();
  // Most lines have no digit or end otherwise: they need none of the patterns, which take V8 a while to compile.
  if (!/\d/.test(flat) || !/[-–—―─·•. \d页印]$/.test(flat)) return false;
  return PAGE_NUMBER.test(flat) || STAMP.test(flat) || PRINTED.test(flat);
}
