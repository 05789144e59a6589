import type { Edit } from '../findings/finding.ts';
import type { Row } from '../model/policy-document.ts';
import { joinLines } from '../text/join-lines.ts';
import { nameForm } from '../text/normal-form.ts';
import type { Home } from './homes.ts';

/** The words that stand for a home in the cells of its rows: as those that are there write them. */
export function domainWords(home: Home): string {
  const key = nameForm(home.domain?.words ?? '');
  for (const { rows } of home.tasks)
    for (const { cells } of rows) {
      const words = cells.domain?.content.text ?? '';
      if (words !== '' && nameForm(words) === key) return joinLines(words, '');
    }
  return home.domain?.words ?? '';
}

/** The edit that gives a row's cell of its domain these words; none where it has them or the table no such column. */
export function writeDomain(row: Row, words: string): readonly Edit[] {
  return writeCell(row, 'domain', words);
}

/** Section and domain of a row that comes to stand in another home. */
export function rehome(row: Row, home: Home): readonly Edit[] {
  const model = home.tasks.flatMap(({ rows }) => rows).find((other) => other !== row)?.cells.section?.content.text;
  const section = row.cells.section === undefined ? undefined : (model ?? home.section?.text);
  return [
    ...(home.domain === undefined ? [] : writeDomain(row, domainWords(home))),
    ...(section === undefined ? [] : writeCell(row, 'section', section)),
  ];
}

function writeCell({ source, cells }: Row, role: 'domain' | 'section', words: string): readonly Edit[] {
  const cell = cells[role];
  const text = joinLines(words.replaceAll('|', '\\|'), '');
  if (cell === undefined || nameForm(cell.content.text) === nameForm(text)) return [];
  if (cell.content.text === '') return [{ source, ...cell.span, text: ` ${text} ` }];
  return [{ source, ...cell.content.span, text }];
}
