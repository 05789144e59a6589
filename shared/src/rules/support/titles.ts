import { nameForm } from '../../text/normal-form.ts';

/** A tier mark in front of a title that stands in a cell (`（一）完善…`), and a count behind it (`（共8项）`). */
const MARK = /^(?:[(（][一二三四五六七八九十百]{1,4}[)）]|[一二三四五六七八九十百]{1,4}、)/;
const COUNT = /[(（][^()（）]{0,6}[0-9一二三四五六七八九十百]{1,4}[项条个][^()（）]{0,6}[)）]$/;

/** The form in which titles of sections and domains are compared: no white space, width, tier mark, count or closing 。 */
export function titleForm(title: string): string {
  return nameForm(title)
    .replace(MARK, '')
    .replace(COUNT, '')
    .replace(/[。:]$/, '');
}

/** A title as it is written into another place: on one line, without white space that a scan left in it. */
export function titleText(title: string): string {
  return title
    .replace(/\s+/g, '')
    .replace(MARK, '')
    .replace(COUNT, '')
    .replace(/[。：:]$/, '');
}
