import { defineRule } from './define-rule.ts';
import { displacedPairs } from './support/displaced-pairs.ts';
import { rowSlips } from './support/number-slips.ts';
import { numberingReport, numberPlace } from './support/numbering-report.ts';
import { listExample } from './support/pair-example.ts';
import { pointName, rowName } from './support/wording.ts';

export default defineRule({
  id: 'row-numbering',
  group: 'structure',
  severity: 'error',
  fix: 'suggested',
  words: 'none',
  docs: {
    summary: {
      zh: '清单的序号有缺号、重号、次序颠倒，或次序与要点不同',
      en: 'The numbers of the task list have a gap, a repetition or a disorder, or follow another order than the points',
    },
    why: {
      zh: '各单位按序号认领任务、报送进展，序号错了就对不上要点。',
      en: 'Bureaus take up and report on tasks by number; a wrong number no longer leads to its point.',
    },
    remedy: {
      zh: '改正这个序号，或从这里起重新编号。要点有同样的错误时只在要点处提示；整行缺少或多余由 missing-row、missing-point 提示。3-1、3-2 和通篇几行共用一个序号的排法不提示。',
      en: 'Correct the number, or renumber from there. A slip that the points have too is told there; a row too few or too many is told by missing-row and missing-point. 3-1 and 3-2, and lists that give several rows one number throughout, are fine.',
    },
  },
  examples: [
    { name: { zh: '序号连续', en: 'Numbers in order' }, good: listExample() },
    {
      name: { zh: '一项任务分两行', en: 'One task in two rows' },
      good: listExample([
        '| 4 | 提高报装服务便利度 | 推行联合报装 | 推行水电气网联合报装，实现线上“一网通办”、线下“一窗通办”。 | 市水务局、市通信管理局 | 市燃气集团 |\n',
        '| 4-1 | 提高报装服务便利度 | 推行联合报装 | 推行水电气网联合报装，实现线上“一网通办”。 | 市水务局、市通信管理局 | 市燃气集团 |\n| 4-2 | 提高报装服务便利度 | 推行联合报装 | 线下“一窗通办”水电气网报装业务。 | 市水务局、市通信管理局 | |\n',
      ]),
    },
    {
      name: { zh: '要点和清单都从第 21 项开始', en: 'Both parts begin at 21' },
      good: [1, 2, 3, 4].reduce(
        (text, number) =>
          text.replace(`\n${number}. `, `\n${number + 20}. `).replace(`| ${number} |`, `| ${number + 20} |`),
        listExample(),
      ),
    },
    {
      name: { zh: '序号打错', en: 'A mistyped number' },
      bad: listExample(['| 3 | 优化', '| ⟦33⟧ | 优化']),
      says: ['清单序号 33 与前后不连续，应为 3。'],
      fixed: listExample(),
    },
    {
      name: { zh: '重号', en: 'A repetition' },
      bad: listExample(['| 3 | 优化', '| ⟦2⟧ | 优化'], ['| 4 | 提高', '| 3 | 提高']),
      says: ['清单序号 2 重复，这里应为 3。'],
      fixed: listExample(),
    },
    {
      name: { zh: '序号从中间跳了一个，行并不缺', en: 'A number skipped although no row is missing' },
      bad: listExample(['| 3 | 优化', '| ⟦4⟧ | 优化'], ['| 4 | 提高', '| 5 | 提高']),
      says: ['清单缺第 3 行：前一行之后直接到了第 4 行。请补上，或从这里起重新编号。'],
      fixed: listExample(),
    },
  ],
  check(subject, report) {
    for (const [index, slip] of rowSlips(subject).entries())
      report(numberingReport(subject, slip, { zh: '清单', en: 'rows' }, { zh: '行', en: 'row' }, index));
    for (const { row, point } of displacedPairs(subject)) {
      report({
        at: numberPlace(row),
        message: {
          zh: `${rowName(row).zh}的内容是${pointName(point).zh}，两部分次序不一致。请调整其中一处的位置。`,
          en: `${capitalised(rowName(row).en)} holds the task of ${pointName(point).en}: the two parts follow different orders. Move one of them.`,
        },
        related: [{ ...numberPlace(point), message: { zh: '内容相同的要点', en: 'The point with the same task' } }],
        data: { number: row.label?.value ?? 0, kind: 'order' },
      });
    }
  },
});

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
