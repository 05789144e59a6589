import type { Heading, NumberLabel, SectionRow } from '../model/policy-document.ts';
import { formatChineseNumber } from '../text/chinese-number.ts';

/** A heading as written, white space dropped: `（一）完善市场准入监管机制`. */
export function titleOf(heading: Heading | undefined, otherwise: string): string {
  if (heading === undefined) return otherwise;
  const words = heading.title.text.replace(/\s+/g, '');
  return heading.label === undefined ? words || otherwise : markText(heading.label) + words;
}

/** The same for a section row of a table. */
export function rowTitleOf({ label, title }: SectionRow): string {
  return (label === undefined ? '' : markText(label)) + title.text.replace(/\s+/g, '');
}

function markText({ mark, value }: NumberLabel): string {
  if (mark === 'cell') return String(value);
  return mark.includes('一') ? mark.replace('一', formatChineseNumber(value)) : mark.replace('1', String(value));
}
