import stringWidth from 'string-width';
import { countOf, type Ledger, type LedgerUnit } from '#shared/drafting/ledger.ts';
import type { Locale } from '#shared/text/localized.ts';
import { unitsWords } from './units-words.ts';
import { visible } from './visible.ts';

/** The ledger for a terminal: a line a unit, with its counts and the numbers of its tasks. */
export function unitsTable({ units, groups }: Ledger, locale: Locale): string {
  const lines = [
    ...table(units, locale),
    ...(groups.length === 0 ? [] : ['', unitsWords.groups[locale], ...table(groups, locale)]),
  ];
  return `${lines.join('\n')}\n`;
}

function table(units: readonly LedgerUnit[], locale: Locale): readonly string[] {
  const header = [unitsWords.unit, unitsWords.lead, unitsWords.responsible, unitsWords.tasks].map(
    (word) => word[locale],
  );
  const rows = units.map((unit) => [
    visible(unit.name),
    String(countOf(unit, 'lead')),
    String(countOf(unit, 'responsible')),
    tasksOf(unit, locale),
  ]);
  const widths = header.map((title, column) =>
    Math.max(stringWidth(title), ...rows.map((cells) => stringWidth(cells[column] ?? ''))),
  );
  return [header, ...rows].map((cells) =>
    cells
      .map((cell, column) => {
        const space = ' '.repeat(Math.max(0, (widths[column] ?? 0) - stringWidth(cell)));
        return column === 0 || column === 3 ? cell + space : space + cell;
      })
      .join('  ')
      .trimEnd(),
  );
}

/** `牵头 1、5–8；责任 30`; a task without a number by its title. */
function tasksOf(unit: LedgerUnit, locale: Locale): string {
  const parts = (['lead', 'responsible'] as const).flatMap((role) => {
    const tasks = unit.entries.filter((entry) => entry.role === role).map(({ task }) => task);
    if (tasks.length === 0) return [];
    const numbers = tasks.flatMap(({ number }) => number ?? []).sort((a, b) => a - b);
    const titles = tasks.filter(({ number }) => number === undefined).map(({ title }) => visible(title));
    return [`${unitsWords[role][locale]} ${[...runs(numbers), ...titles].join('、')}`];
  });
  return parts.join(locale === 'zh' ? '；' : '; ');
}

/** Neighbouring numbers as `5–8`. */
function runs(numbers: readonly number[]): readonly string[] {
  const found: [number, number][] = [];
  for (const number of numbers) {
    const last = found.at(-1);
    if (last !== undefined && number === last[1] + 1) last[1] = number;
    else found.push([number, number]);
  }
  return found.map(([first, last]) =>
    first === last ? `${first}` : first + 1 === last ? `${first}、${last}` : `${first}–${last}`,
  );
}
