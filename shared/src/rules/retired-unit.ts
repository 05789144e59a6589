import type { Localized } from '../text/localized.ts';
import type { Unit } from '../units/unit.ts';
import { defineRule } from './define-rule.ts';
import type { Subject } from './subject.ts';
import { unitCounts } from './support/unit-counts.ts';
import { unitExample } from './support/unit-example.ts';
import { predecessorOf, successorOf } from './support/unit-identity.ts';
import { listsNaming, mentionPlace, nameInPlace } from './support/unit-lists.ts';
import { unsourcedFact } from './support/wording.ts';
import { titledYears, yearIsGiven } from './support/year-scope.ts';

export default defineRule({
  id: 'retired-unit',
  group: 'units',
  severity: 'warning',
  fix: 'suggested',
  words: 'task',
  docs: {
    summary: {
      zh: '单位名称在文件所属年度已经停用，或尚未启用',
      en: "A unit's name is no longer, or not yet, valid in the document's year",
    },
    why: {
      zh: '机构改革后沿用旧名，任务就落到了已不存在的单位。',
      en: 'After a reform, a task under an old name belongs to a unit that no longer exists.',
    },
    remedy: {
      zh: '改为承接其职责的单位；当年内任一月份有效的名称不提示。没有写明年度的文件不判断。',
      en: 'Use the unit that succeeded it. A name valid in any month of the year is right, and a document without a year is not judged.',
    },
  },
  examples: [
    {
      name: { zh: '当年有效的名称', en: 'A name valid in the year' },
      good: unitExample({ others: '市政务服务数据管理局、深圳银保监局', year: 2023 }),
    },
    {
      name: { zh: '更名后的名称', en: 'The name after the reform' },
      good: unitExample({ others: '市政务和数据局', year: 2025 }),
    },
    {
      name: { zh: '已更名', en: 'A name that was changed' },
      bad: unitExample({ others: '⟦人民银行深圳市中心支行⟧', year: 2025 }),
      says: ['“人民银行深圳市中心支行”自 2023 年 8 月起停用，2025 年的文件应为“人民银行深圳市分行”。'],
      fixed: unitExample({ others: '人民银行深圳市分行', year: 2025 }),
    },
    {
      name: { zh: '尚未启用的名称', en: 'A name that does not exist yet' },
      bad: unitExample({ others: '⟦市政务和数据局⟧', year: 2022 }),
      says: ['“市政务和数据局”自 2024 年 1 月起才启用，不能用于 2022 年的文件，当时为“市政务服务数据管理局”。'],
      fixed: unitExample({ others: '市政务服务数据管理局', year: 2022 }),
    },
  ],
  check(subject, report) {
    const { directory, year } = subject;
    if (year === undefined || !directory.covers(subject.place)) return;
    // Titles that name several years are reported of the titles; which names are right is known once they agree.
    const others = yearIsGiven(subject) ? [] : titledYears(subject).filter((other) => other !== year);
    const isInvalid = (name: string) => {
      const identified = directory.identify(name, year);
      return identified.kind === 'unit' && identified.validity !== 'valid';
    };
    const invalid = new Set([...unitCounts(subject).listed.keys()].filter(isInvalid));
    if (invalid.size === 0) return;
    for (const { list, source } of listsNaming(subject, invalid)) {
      for (const mention of list.mentions) {
        if (!invalid.has(mention.name)) continue;
        const identified = directory.identify(mention.name, year);
        if (identified.kind !== 'unit' || identified.validity === 'valid') continue;
        if (others.some((other) => isValidIn(other, mention.name, subject))) continue;
        const { unit, validity } = identified;
        const retired = validity === 'retired';
        const better = retired ? successorOf(unit, subject) : predecessorOf(unit, subject);
        const since = retired ? unit.to : unit.from;
        const doubt = unit.unsourced.some((fact) => fact === (retired ? 'to' : 'from') || fact === 'successor')
          ? unsourcedFact
          : { zh: '', en: '' };
        report({
          at: mentionPlace(source, mention),
          message: retired
            ? retiredMessage(mention.name, since, year, better, doubt)
            : earlyMessage(mention.name, since, year, better, doubt),
          fixes: () =>
            better === undefined
              ? []
              : [
                  {
                    title: { zh: `改为“${better.name}”`, en: `Change to “${better.name}”` },
                    safe: false,
                    edits: [{ ...mentionPlace(source, mention), text: nameInPlace(better.name, mention) }],
                  },
                ],
          data: { unit: unit.name, ...(better === undefined ? {} : { successor: better.name }) },
        });
      }
    }
  },
});

function isValidIn(year: number, name: string, { directory }: Subject): boolean {
  const identified = directory.identify(name, year);
  return identified.kind === 'unit' && identified.validity === 'valid';
}

function retiredMessage(
  name: string,
  since: string | undefined,
  year: number,
  better: Unit | undefined,
  doubt: Localized,
): Localized {
  return {
    zh: `“${name}”自 ${monthZh(since)}起停用${better === undefined ? `，请核对 ${year} 年的名称` : `，${year} 年的文件应为“${better.name}”`}。${doubt.zh}`,
    en: `“${name}” has not been valid since ${monthEn(since)}${better === undefined ? `: check its name in ${year}` : `; in ${year} it is “${better.name}”`}.${doubt.en}`,
  };
}

function earlyMessage(
  name: string,
  since: string | undefined,
  year: number,
  better: Unit | undefined,
  doubt: Localized,
): Localized {
  return {
    zh: `“${name}”自 ${monthZh(since)}起才启用，不能用于 ${year} 年的文件${better === undefined ? '' : `，当时为“${better.name}”`}。${doubt.zh}`,
    en: `“${name}” is valid only since ${monthEn(since)}, not in ${year}${better === undefined ? '' : `; then it was “${better.name}”`}.${doubt.en}`,
  };
}

/** `2024-01` as `2024 年 1 月`, `2024` as `2024 年`. */
function monthZh(month = ''): string {
  const [year = '', number] = month.split('-');
  return number === undefined ? `${year} 年` : `${year} 年 ${Number(number)} 月`;
}

function monthEn(month = ''): string {
  return month.split('-').slice(0, 2).join('-');
}
