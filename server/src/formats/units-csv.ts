import type { Ledger, LedgerEntry, LedgerUnit } from '#shared/drafting/ledger.ts';
import type { Locale } from '#shared/text/localized.ts';
import { filesOf, kindWords, unitsWords, writtenNames } from './units-words.ts';
import { visible } from './visible.ts';

/** The ledger for spreadsheets: a line for each unit and task. UTF-8 with a byte order mark, so that Excel reads Chinese. */
export function unitsCsv({ units, groups }: Ledger, locale: Locale): string {
  const { unit, kind, role, number, task, section, domain, deadline, written, file } = unitsWords;
  const header = [unit, kind, role, number, task, section, domain, deadline, written, file].map((word) => word[locale]);
  const lines = [...units, ...groups].flatMap((each) => each.entries.map((entry) => entryLine(each, entry, locale)));
  return `\uFEFF${[header, ...lines].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')}`;
}

function entryLine({ name, kind }: LedgerUnit, entry: LedgerEntry, locale: Locale): readonly string[] {
  const { role, task } = entry;
  return [
    name,
    kindWords[kind][locale],
    unitsWords[role][locale],
    task.number === undefined ? '' : String(task.number),
    task.title,
    task.section ?? '',
    task.domain ?? '',
    task.deadline ?? '',
    writtenNames(entry),
    filesOf(entry),
  ];
}

/** What spreadsheets take for the beginning of a formula, in either width, blanks before it included. */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** A cell that is text in every spreadsheet and terminal: in quotation marks, on one line, never a formula. */
export function csvCell(text: string): string {
  const line = visible(text.replace(/[\r\n\u2028\u2029]+/g, ' '));
  const safe = FORMULA.test(text) ? `'${line}` : line;
  return `"${safe.replaceAll('"', '""')}"`;
}
