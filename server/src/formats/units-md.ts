import type { Ledger, LedgerUnit } from '#shared/drafting/ledger.ts';
import type { Locale } from '#shared/text/localized.ts';
import { markdownTable, markdownText } from './markdown-text.ts';
import { entryCells, entryHeader, loadOf, unitsWords } from './units-words.ts';

/** The ledger as Markdown: a table a unit. */
export function unitsMarkdown({ units, groups }: Ledger, locale: Locale): string {
  const lines = [
    `# ${unitsWords.title[locale]}`,
    ...units.flatMap((unit) => section(unit, '##', locale)),
    ...(groups.length === 0 ? [] : ['', `## ${unitsWords.groups[locale]}`]),
    ...groups.flatMap((group) => section(group, '###', locale)),
  ];
  return `${lines.join('\n')}\n`;
}

function section(unit: LedgerUnit, marker: string, locale: Locale): readonly string[] {
  const rows = unit.entries.map((entry) => entryCells(entry, locale).map(markdownText));
  const heading = `${marker} ${markdownText(unit.name)}`;
  return ['', heading, '', loadOf(unit, locale), '', ...markdownTable(entryHeader(locale), rows)];
}
