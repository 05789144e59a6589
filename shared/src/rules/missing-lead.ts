import type { Fix } from '../findings/finding.ts';
import type { Point } from '../model/policy-document.ts';
import { defineRule } from './define-rule.ts';
import type { Subject } from './subject.ts';
import { isLead, pointsWithoutLead } from './support/leads.ts';
import { unitExample } from './support/unit-example.ts';
import { pointName } from './support/wording.ts';

export default defineRule({
  id: 'missing-lead',
  group: 'units',
  severity: 'error',
  fix: 'suggested',
  words: 'lists',
  docs: {
    summary: { zh: '要点末尾没有牵头单位', en: 'A work point ends without its lead units' },
    why: { zh: '没有牵头单位的任务无人落实。', en: 'A task without a lead is a task that nobody does.' },
    remedy: {
      zh: '在要点末尾的括号里写明牵头单位；清单里有的，可以直接采用。整份文件都不在要点后列单位的，不提示。',
      en: "Name the lead units in parentheses at the end of the point; the row's can be taken over. A document whose points never list units is left alone.",
    },
  },
  examples: [
    { name: { zh: '每项都有牵头单位', en: 'Every point has its leads' }, good: unitExample({}) },
    {
      name: { zh: '括号里带说明字样', en: 'A list with words of its own' },
      good: unitExample({ units: '（市商务局牵头）' }),
    },
    {
      name: { zh: '漏写单位', en: 'The list was forgotten' },
      bad: unitExample({ units: '' }).replace(
        '2. 开展跨境电商零售出口试点，打通上下游数据壁垒。',
        '⟦2⟧. 开展跨境电商零售出口试点，打通上下游数据壁垒。',
      ),
      says: ['要点第 2 项末尾没有牵头单位。请在末尾括号内补上；清单里为“市商务局”。'],
      fixed: unitExample({}),
    },
  ],
  check(subject, report) {
    for (const point of pointsWithoutLead(subject)) {
      const leads = leadsOfRow(point, subject);
      const name = pointName(point);
      report({
        at: { source: point.source, ...point.label.digits },
        message: {
          zh: `${name.zh}末尾没有牵头单位。请在末尾括号内补上${leads.length > 0 ? `；清单里为“${leads.join('、')}”` : ''}。`,
          en: `${capitalised(name.en)} ends without its lead units. Add them in parentheses at its end${leads.length > 0 ? `; its row has “${leads.join('、')}”` : ''}.`,
        },
        fixes: () => insertion(point, leads),
        data: { number: point.label.value },
      });
    }
  },
});

function leadsOfRow(point: Point, subject: Subject): readonly string[] {
  const pair = subject.pairings.map((pairing) => pairing.pairOfPoint(point)).find((found) => found !== undefined);
  const mentions = pair?.rows.flatMap(({ leadUnits }) => leadUnits?.mentions ?? []) ?? [];
  return [...new Set(mentions.filter(isLead).map(({ name }) => name))];
}

function insertion(point: Point, leads: readonly string[]): readonly Fix[] {
  if (leads.length === 0 || point.units !== undefined) return [];
  const at = point.text.span.end;
  const title = { zh: '按清单补上牵头单位', en: "Add the row's lead units" };
  return [
    { title, safe: false, edits: [{ source: point.source, start: at, end: at, text: `（${leads.join('、')}）` }] },
  ];
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
