import type { UnitMention } from '../model/policy-document.ts';
import { defineRule } from './define-rule.ts';
import { leadFixes } from './support/lead-fixes.ts';
import { leadComparisons } from './support/leads.ts';
import { unitExample } from './support/unit-example.ts';
import { mentionPlace } from './support/unit-lists.ts';
import { pointName, quotedEn, quotedZh, rowName } from './support/wording.ts';

export default defineRule({
  id: 'lead-mismatch',
  group: 'units',
  severity: 'error',
  fix: 'suggested',
  words: 'lists',
  docs: {
    summary: {
      zh: '同一任务在要点和清单里的牵头单位不一致',
      en: 'The lead units of a task differ between its work point and its row',
    },
    why: {
      zh: '两份文件同时印发，牵头单位不一致，有关单位就不知道该由谁负责。',
      en: 'Both documents are issued together. When they name different leads, the bureaus cannot tell who is responsible.',
    },
    remedy: {
      zh: '核对后以一方为准改另一方。同一单位的不同写法（简称、全称、更名前后）不算不一致，次序不同由 lead-order 提示。',
      en: 'Decide which side is right and change the other. Different names of one unit (short, full, old, new) are no difference; a different order is reported by lead-order.',
    },
  },
  examples: [
    {
      name: { zh: '两边一致', en: 'Both sides agree' },
      good: unitExample({ units: '（市商务局、市市场监管局）', leads: '市商务局、市市场监管局' }),
    },
    {
      name: { zh: '要点只列牵头单位，清单另有责任单位', en: 'The row has supporting units besides' },
      good: unitExample({ others: '市财政局、各区（新区）' }),
    },
    {
      name: { zh: '其他城市，省略的前缀照补', en: 'Another city; a prefix given once' },
      good: unitExample({ units: '（市商务局、司法局）', leads: '市商务局、市司法局', place: '云州市' }),
    },
    {
      name: { zh: '清单少一个牵头单位', en: 'The row lacks a lead unit' },
      bad: unitExample({ units: '（市商务局、⟦市市场监管局⟧）' }),
      says: ['第 2 项的牵头单位不一致：要点有“市市场监管局”，清单第 2 行没有。请核对，以一方为准修改另一方。'],
      fixed: unitExample({ units: '（市商务局、市市场监管局）', leads: '市商务局、市市场监管局' }),
    },
    {
      name: { zh: '两边各有一个对方没有的单位', en: 'Each side has a unit that the other lacks' },
      bad: unitExample({ units: '（市商务局、市司法局）', leads: '市商务局、⟦市财政局⟧' }),
      says: [
        '第 2 项的牵头单位不一致：要点有“市司法局”，清单第 2 行没有；清单有“市财政局”，要点没有。请核对，以一方为准修改另一方。',
      ],
      fixed: unitExample({ units: '（市商务局、市司法局）', leads: '市商务局、市司法局' }),
    },
  ],
  check(subject, report) {
    for (const comparison of leadComparisons(subject)) {
      const { onlyInPoint, onlyInRow, pair } = comparison;
      const [point] = pair.points;
      const [row] = pair.rows;
      const shown = onlyInRow[0] ?? onlyInPoint[0];
      if (point === undefined || row === undefined || shown === undefined) continue;
      const inRow = onlyInRow.length > 0;
      const other = inRow
        ? { source: point.source, side: comparison.point }
        : { source: row.source, side: comparison.row };
      const opposite = other.side.mentions[0];
      const inPoint = names(onlyInPoint);
      const inList = names(onlyInRow);
      report({
        at: mentionPlace(inRow ? row.source : point.source, shown),
        message: {
          zh: `第 ${point.label.value} 项的牵头单位不一致：${[
            inPoint.length > 0 ? `要点有${quotedZh(inPoint)}，${rowName(row).zh}没有` : '',
            inList.length > 0
              ? `清单有${quotedZh(inList)}，${inPoint.length > 0 ? '要点' : pointName(point).zh}没有`
              : '',
          ]
            .filter((part) => part !== '')
            .join('；')}。请核对，以一方为准修改另一方。`,
          en: `The lead units of task ${point.label.value} differ: ${[
            inPoint.length > 0 ? `the point has ${quotedEn(inPoint)}, ${rowName(row).en} does not` : '',
            inList.length > 0 ? `the row has ${quotedEn(inList)}, ${pointName(point).en} does not` : '',
          ]
            .filter((part) => part !== '')
            .join('; ')}. Decide which side is right and change the other.`,
        },
        related:
          opposite === undefined
            ? []
            : [
                {
                  source: other.source,
                  start: opposite.text.span.start,
                  end: other.side.mentions.at(-1)?.text.span.end ?? opposite.text.span.end,
                  message: inRow
                    ? { zh: `${pointName(point).zh}的单位`, en: `the units of ${pointName(point).en}` }
                    : { zh: `${rowName(row).zh}的单位`, en: `the units of ${rowName(row).en}` },
                },
              ],
        fixes: () => leadFixes(comparison),
        data: { number: point.label.value, onlyInPoint: inPoint, onlyInRow: inList },
      });
    }
  },
});

function names(mentions: readonly UnitMention[]): readonly string[] {
  return mentions.map(({ name }) => name);
}
