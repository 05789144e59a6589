import type { Row, Section, SectionRow } from '../../model/policy-document.ts';
import type { Pair, Pairing } from '../../pairing/pairing.ts';
import { oncePerSubject } from './once-per-subject.ts';
import { titleForm } from './titles.ts';

/** What names a row's section: a section row, or the cell of a 类别 column (by its words). */
export type RowSection = SectionRow | string;

/** Which headings of the points and which section rows (or names) of the list are the same section. */
export interface SectionMatch {
  readonly pairing: Pairing;
  readonly ofHeading: ReadonlyMap<Section, RowSection>;
  readonly ofRow: ReadonlyMap<RowSection, Section>;
}

/** By title, and where no title is the same, by the tasks that most of both have in common. */
export const sectionMatches = oncePerSubject((subject): readonly SectionMatch[] => subject.pairings.map(matchSections));

/** The section that a row stands in; undefined before the first section row, or in a list without sections. */
export function sectionOfRow(row: Row): RowSection | undefined {
  if (row.section !== undefined) return row.section;
  const written = row.cells.section?.content.text ?? '';
  return written === '' ? undefined : titleForm(written);
}

export function rowSectionTitle(section: RowSection): string {
  return typeof section === 'string' ? section : titleForm(section.title.text);
}

function matchSections(pairing: Pairing): SectionMatch {
  const ofHeading = new Map<Section, RowSection>();
  const ofRow = new Map<RowSection, Section>();
  const match = (heading: Section, row: RowSection) => {
    ofHeading.set(heading, row);
    ofRow.set(row, heading);
  };
  const headings = new Map<string, Section[]>();
  for (const section of pairing.workPoints.sections) {
    const title = titleForm(section.heading.title.text);
    headings.set(title, [...(headings.get(title) ?? []), section]);
  }
  const inList: readonly RowSection[] = [
    ...pairing.taskList.sections.filter(({ tier }) => tier === 'section'),
    ...new Set(pairing.taskList.rows.flatMap((row) => (row.section === undefined ? (sectionOfRow(row) ?? []) : []))),
  ];
  for (const row of inList) {
    const heading = headings.get(rowSectionTitle(row))?.shift();
    if (heading !== undefined) match(heading, row);
  }
  for (const [heading, row] of byCommonTasks(pairing.pairs)) {
    if (!ofHeading.has(heading) && !ofRow.has(row)) match(heading, row);
  }
  return { pairing, ofHeading, ofRow };
}

/** Headings and list sections that have pairs in common, those with most first. */
function byCommonTasks(pairs: readonly Pair[]): readonly (readonly [Section, RowSection])[] {
  const counts = new Map<Section, Map<RowSection, number>>();
  for (const { points, rows } of pairs) {
    const heading = points[0]?.section;
    const section = rows[0] === undefined ? undefined : sectionOfRow(rows[0]);
    if (heading === undefined || section === undefined) continue;
    const ofHeading = counts.get(heading) ?? new Map<RowSection, number>();
    ofHeading.set(section, (ofHeading.get(section) ?? 0) + 1);
    counts.set(heading, ofHeading);
  }
  const all = [...counts].flatMap(([heading, ofHeading]) =>
    [...ofHeading].map(([row, count]) => ({ heading, row, count })),
  );
  return all.sort((a, b) => b.count - a.count).map(({ heading, row }) => [heading, row]);
}
