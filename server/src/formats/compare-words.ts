import type { ComparedTask, Comparison, MatchedTask, TextChange } from '#shared/drafting/compare.ts';
import type { Locale, Localized } from '#shared/text/localized.ts';

/** Two pairs compared, as every output of the comparison gets them. */
export interface ComparedPairs {
  readonly before: ComparedFile;
  readonly after: ComparedFile;
  readonly comparison: Comparison;
}

interface ComparedFile {
  readonly path: string;
  readonly year: number | undefined;
}

export type ComparedStatus = MatchedTask['status'] | 'added' | 'dropped';

/** In the order in which they are shown. */
export const statusWords: Readonly<Record<ComparedStatus, Localized>> = {
  changed: { zh: '改动', en: 'changed' },
  moved: { zh: '移动', en: 'moved' },
  added: { zh: '新增', en: 'new' },
  dropped: { zh: '不再列入', en: 'dropped' },
  continued: { zh: '延续', en: 'continued' },
};

export const partWords: Readonly<Record<TextChange['part'], Localized>> = {
  point: { zh: '要点', en: 'point' },
  task: { zh: '重点任务', en: 'task' },
  measures: { zh: '具体举措', en: 'measures' },
  deadline: { zh: '时限', en: 'deadline' },
};

export const compareWords = {
  title: { zh: '任务比较', en: 'Tasks compared' },
  unitsAdded: { zh: '增加单位', en: 'units added' },
  unitsRemoved: { zh: '减少单位', en: 'units removed' },
  lead: { zh: '牵头', en: 'lead' },
  responsible: { zh: '责任', en: 'responsible' },
  figures: { zh: '数量', en: 'figures' },
  place: { zh: '位置', en: 'place' },
  number: { zh: '序号', en: 'number' },
  none: { zh: '（无）', en: '(none)' },
} satisfies Record<string, Localized>;

/** How many tasks each status has. */
export function statusCounts({ matched, added, dropped }: Comparison): Readonly<Record<ComparedStatus, number>> {
  const count = (status: ComparedStatus) => matched.filter((task) => task.status === status).length;
  return {
    changed: count('changed'),
    moved: count('moved'),
    added: added.length,
    dropped: dropped.length,
    continued: count('continued'),
  };
}

export function comparedTitle({ before, after }: ComparedPairs, locale: Locale): string {
  const name = ({ path, year }: ComparedFile) =>
    year === undefined ? path : locale === 'zh' ? `${path}（${year} 年）` : `${path} (${year})`;
  return `${name(before)} → ${name(after)}`;
}

/** `改动 3，移动 1，…` */
export function countsLine(comparison: Comparison, locale: Locale): string {
  const counts = statusCounts(comparison);
  const parts = statuses.map((status) => `${statusWords[status][locale]} ${counts[status]}`);
  return parts.join(locale === 'zh' ? '，' : ', ');
}

export const statuses: readonly ComparedStatus[] = ['changed', 'moved', 'added', 'dropped', 'continued'];

/** `12 → 9`, or `9` where it is the same. */
export function numbersOf({ before, after }: MatchedTask): string {
  const [old, now] = [numberOf(before), numberOf(after)];
  return old === now ? now : `${old} → ${now}`;
}

export function numberOf({ number }: ComparedTask): string {
  return number === undefined ? '?' : String(number);
}

/** What changed about a task besides its texts, as labelled lines. */
export function factsOf(task: MatchedTask, locale: Locale): readonly (readonly [label: string, value: string])[] {
  const { unitsAdded, unitsRemoved, figures, isMoved, before, after } = task;
  const units = (list: MatchedTask['unitsAdded']) =>
    list
      .map(
        ({ name, role }) =>
          `${name}${locale === 'zh' ? `（${compareWords[role].zh}）` : ` (${compareWords[role].en})`}`,
      )
      .join('、');
  const list = (values: readonly string[]) => (values.length === 0 ? compareWords.none[locale] : values.join('、'));
  return [
    ...(isMoved ? [[compareWords.place[locale], `${placeOf(before)} → ${placeOf(after)}`] as const] : []),
    ...(unitsAdded.length > 0 ? [[compareWords.unitsAdded[locale], units(unitsAdded)] as const] : []),
    ...(unitsRemoved.length > 0 ? [[compareWords.unitsRemoved[locale], units(unitsRemoved)] as const] : []),
    ...(figures.removed.length + figures.added.length > 0
      ? [[compareWords.figures[locale], `${list(figures.removed)} → ${list(figures.added)}`] as const]
      : []),
  ];
}

function placeOf({ section, domain }: ComparedTask): string {
  return [section, domain].filter((title) => title !== undefined).join('／');
}
