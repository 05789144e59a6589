import { defineRule } from './define-rule.ts';
import { leadFixes } from './support/lead-fixes.ts';
import { leadComparisons } from './support/leads.ts';
import { unitExample } from './support/unit-example.ts';
import { bodiesOf } from './support/unit-identity.ts';
import { quotedEn, quotedZh, rowName } from './support/wording.ts';

export default defineRule({
  id: 'lead-order',
  group: 'units',
  severity: 'warning',
  fix: 'suggested',
  words: 'lists',
  docs: {
    summary: {
      zh: '同一任务在要点和清单里的牵头单位相同而次序不同',
      en: 'The lead units of a task stand in a different order in its point and its row',
    },
    why: {
      zh: '排在首位的单位通常牵总，次序不同会引起误解。',
      en: 'The unit named first usually leads the others, so the order says something.',
    },
    remedy: { zh: '核对后统一次序。', en: 'Decide on one order for both sides.' },
  },
  examples: [
    {
      name: { zh: '次序相同', en: 'The same order' },
      good: unitExample({ units: '（市商务局、市司法局）', leads: '市商务局、市司法局' }),
    },
    {
      name: { zh: '责任单位的次序不作要求', en: 'Supporting units may stand in any order' },
      good: unitExample({ others: '市司法局、市财政局' }),
    },
    {
      name: { zh: '次序颠倒', en: 'The order is reversed' },
      bad: unitExample({ units: '（市商务局、市司法局）', leads: '⟦市司法局、市商务局⟧' }),
      says: [
        '第 2 项牵头单位的次序不一致：要点为“市商务局”、“市司法局”，清单第 2 行为“市司法局”、“市商务局”。排在首位的单位牵总，请统一次序。',
      ],
      fixed: unitExample({ units: '（市商务局、市司法局）', leads: '市商务局、市司法局' }),
    },
  ],
  check(subject, report) {
    for (const comparison of leadComparisons(subject)) {
      const { pair, point, row, onlyInPoint, onlyInRow, orderMatters } = comparison;
      if (!orderMatters || onlyInPoint.length > 0 || onlyInRow.length > 0) continue;
      if (point.bodies.every((body, index) => body === row.bodies[index])) continue;
      // Names run together are unit-separator's finding; who is first is seen once they are apart.
      if ([...point.mentions, ...row.mentions].some((mention) => bodiesOf(mention, subject).length > 1)) continue;
      const [onePoint] = pair.points;
      const [oneRow] = pair.rows;
      const first = row.mentions[0];
      const last = row.mentions.at(-1);
      const opposite = point.mentions[0];
      const oppositeLast = point.mentions.at(-1);
      if (!onePoint || !oneRow || !first || !last || !opposite || !oppositeLast) continue;
      const inPoint = point.mentions.map(({ name }) => name);
      const inRow = row.mentions.map(({ name }) => name);
      report({
        at: { source: oneRow.source, start: first.text.span.start, end: last.text.span.end },
        message: {
          zh: `第 ${onePoint.label.value} 项牵头单位的次序不一致：要点为${quotedZh(inPoint)}，${rowName(oneRow).zh}为${quotedZh(inRow)}。排在首位的单位牵总，请统一次序。`,
          en: `The lead units of task ${onePoint.label.value} stand in a different order: ${quotedEn(inPoint)} in the point, ${quotedEn(inRow)} in ${rowName(oneRow).en}. The first one leads the others: use one order.`,
        },
        related: [
          {
            source: onePoint.source,
            start: opposite.text.span.start,
            end: oppositeLast.text.span.end,
            message: { zh: '要点里的次序', en: 'the order in the point' },
          },
        ],
        fixes: () => leadFixes(comparison),
        data: { number: onePoint.label.value },
      });
    }
  },
});
