import { countOf, type LedgerEntry, type LedgerUnit } from '#shared/drafting/ledger.ts';
import type { Locale, Localized } from '#shared/text/localized.ts';

export const unitsWords = {
  title: { zh: '单位任务台账', en: 'Tasks by unit' },
  groups: { zh: '泛指的单位', en: 'Phrases that name many' },
  unit: { zh: '单位', en: 'unit' },
  kind: { zh: '类别', en: 'kind' },
  role: { zh: '角色', en: 'role' },
  number: { zh: '序号', en: 'number' },
  task: { zh: '重点任务', en: 'task' },
  tasks: { zh: '任务', en: 'tasks' },
  section: { zh: '部分', en: 'section' },
  domain: { zh: '所属领域', en: 'domain' },
  deadline: { zh: '时限', en: 'deadline' },
  written: { zh: '文中写法', en: 'as written' },
  file: { zh: '文件', en: 'file' },
  lead: { zh: '牵头', en: 'lead' },
  responsible: { zh: '责任', en: 'responsible' },
} satisfies Record<string, Localized>;

export const kindWords: Readonly<Record<LedgerUnit['kind'], Localized>> = {
  unit: { zh: '单位', en: 'unit' },
  common: { zh: '单位', en: 'unit' },
  other: { zh: '名录中没有', en: 'in no directory' },
  group: { zh: '泛指', en: 'phrase' },
};

/** `牵头 3 项，责任 5 项`. */
export function loadOf(unit: LedgerUnit, locale: Locale): string {
  const [lead, responsible] = [countOf(unit, 'lead'), countOf(unit, 'responsible')];
  return locale === 'zh' ? `牵头 ${lead} 项，责任 ${responsible} 项` : `lead ${lead}, responsible ${responsible}`;
}

/** One line of a unit's table: role, number, task, domain, deadline. */
export function entryCells({ role, task }: LedgerEntry, locale: Locale): readonly string[] {
  return [
    unitsWords[role][locale],
    task.number === undefined ? '' : String(task.number),
    task.title,
    task.domain ?? task.section ?? '',
    task.deadline ?? '',
  ];
}

export function entryHeader(locale: Locale): readonly string[] {
  const { role, number, task, domain, deadline } = unitsWords;
  return [role, number, task, domain, deadline].map((word) => word[locale]);
}

/** The names that were written for one entry, each once. */
export function writtenNames({ mentions }: LedgerEntry): string {
  return [...new Set(mentions.map(({ name }) => name))].join('、');
}

/** The files an entry's unit is named in. */
export function filesOf({ mentions }: LedgerEntry): string {
  return [...new Set(mentions.map(({ source }) => source.id))].join('、');
}
