import type { Locale, Localized } from '#shared/text/localized.ts';
import { visible } from '../../formats/visible.ts';
import type { InspectedPair, InspectedPoint, InspectedRow, Inspection } from './inspection.ts';

const labels = {
  year: { zh: '年份', en: 'year' },
  place: { zh: '地区', en: 'place' },
  title: { zh: '标题', en: 'title' },
  points: { zh: '要点', en: 'points' },
  rows: { zh: '清单', en: 'rows' },
  pairs: { zh: '对应关系（要点 – 清单 相似度）', en: 'pairs (point – row, similarity)' },
  unknown: { zh: '（未读出）', en: '(none read)' },
  section: { zh: '部分', en: 'section' },
  domain: { zh: '领域', en: 'domain' },
  measures: { zh: '举措', en: 'measures' },
  lead: { zh: '牵头', en: 'lead' },
  responsible: { zh: '责任', en: 'responsible' },
  deadline: { zh: '时限', en: 'deadline' },
} satisfies Record<string, Localized>;

type Fact = readonly [label: Localized, value: string | null];

/** The inspection for people: the document's facts, then each point and row with where it stands. */
export function inspectionText(inspection: Inspection, locale: Locale): string {
  const { path, year, place, title, points, rows, pairs } = inspection;
  const facts: readonly Fact[] = [
    [labels.title, title ?? labels.unknown[locale]],
    [labels.year, year === null ? labels.unknown[locale] : String(year)],
    [labels.place, place ?? labels.unknown[locale]],
  ];
  const lines = [
    visible(path),
    ...factLines(facts, locale, '  '),
    '',
    `${labels.points[locale]} (${points.length})`,
    ...points.flatMap((point) => pointLines(point, locale)),
    '',
    `${labels.rows[locale]} (${rows.length})`,
    ...rows.flatMap((row) => rowLines(row, locale)),
    '',
    `${labels.pairs[locale]} (${pairs.length})`,
    ...pairs.map(pairLine),
  ];
  return `${lines.join('\n')}\n`;
}

function pointLines(point: InspectedPoint, locale: Locale): readonly string[] {
  return taskLines(point, point.text, [], locale);
}

function rowLines(row: InspectedRow, locale: Locale): readonly string[] {
  return taskLines(row, row.task ?? '', [[labels.measures, row.measures]], locale);
}

function taskLines(
  task: InspectedPoint | InspectedRow,
  text: string,
  more: readonly Fact[],
  locale: Locale,
): readonly string[] {
  const { start, section, domain, leadUnits, responsibleUnits, deadline } = task;
  const facts: readonly Fact[] = [
    ...more,
    [labels.section, section],
    [labels.domain, domain],
    [labels.lead, leadUnits.join('、')],
    [labels.responsible, responsibleUnits.join('、')],
    [labels.deadline, deadline],
  ];
  return [
    `  ${numberText(task)}. ${visible(text)}  (${start.line}:${start.column})`,
    ...factLines(facts, locale, '     '),
  ];
}

function numberText({ number, sub }: InspectedPoint | InspectedRow): string {
  if (number === null) return '?';
  return sub === undefined ? String(number) : `${number}-${sub}`;
}

function factLines(facts: readonly Fact[], locale: Locale, indent: string): readonly string[] {
  return facts
    .filter(([, value]) => value !== null && value !== '')
    .map(([label, value]) => `${indent}${label[locale]}${locale === 'zh' ? '：' : ': '}${visible(value ?? '')}`);
}

function pairLine({ point, row, similarity }: InspectedPair): string {
  return `  ${point ?? '?'} – ${row ?? '?'}  ${similarity.toFixed(2)}`;
}
