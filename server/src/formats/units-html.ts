import type { Ledger, LedgerUnit } from '#shared/drafting/ledger.ts';
import type { Locale } from '#shared/text/localized.ts';
import { html, htmlPage, htmlTable } from './html-page.ts';
import { entryCells, entryHeader, loadOf, unitsWords } from './units-words.ts';

/** The ledger as a page to send around: a table a unit. */
export function unitsHtml({ units, groups }: Ledger, locale: Locale): string {
  const title = unitsWords.title[locale];
  return htmlPage(
    title,
    [
      `<h1>${html(title)}</h1>`,
      ...units.flatMap((unit) => section(unit, 'h2', locale)),
      ...(groups.length === 0 ? [] : [`<h2>${html(unitsWords.groups[locale])}</h2>`]),
      ...groups.flatMap((group) => section(group, 'h3', locale)),
    ],
    locale,
  );
}

function section(unit: LedgerUnit, tag: 'h2' | 'h3', locale: Locale): readonly string[] {
  const rows = unit.entries.map((entry) => entryCells(entry, locale));
  return [
    `<${tag}>${html(unit.name)}</${tag}>`,
    `<p>${html(loadOf(unit, locale))}</p>`,
    ...htmlTable(entryHeader(locale), rows, [1]),
  ];
}
