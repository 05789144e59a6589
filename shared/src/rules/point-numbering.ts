import type { RelatedPlace } from '../findings/finding.ts';
import type { Point } from '../model/policy-document.ts';
import { defineRule } from './define-rule.ts';
import type { Subject } from './subject.ts';
import { pointSlips } from './support/number-slips.ts';
import { numberingReport, numberPlace } from './support/numbering-report.ts';
import { pairExample } from './support/pair-example.ts';
import { rowName } from './support/wording.ts';

const points = (numbers: readonly (number | string)[]) => `# 海口市2024年优化营商环境行动方案

## 一、优化政务服务

${numbers.map((number, index) => `${number}. ${TEXTS[index % TEXTS.length]}`).join('\n\n')}
`;

const TEXTS = [
  '推行企业开办全程网上办理，压缩办理时间。（市市场监管局）',
  '推广使用电子劳动合同，方便企业用工。（市人力资源社会保障局）',
  '建设公共停车信息平台，引导停车场接入。（市公安局）',
  '编制国土空间专项规划，优化产业用地布局。（市自然资源和规划局）',
  '完善水电气联合报装机制，减少跑动次数。（市水务局）',
  '组织青年人才交流活动，提供住房补贴。（团市委）',
  '开展知识产权质押融资对接，支持中小企业。（市知识产权局）',
  '建立跨境电商退货仓，畅通进口退货渠道。（海口海关）',
];

export default defineRule({
  id: 'point-numbering',
  group: 'structure',
  severity: 'error',
  fix: 'suggested',
  words: 'none',
  docs: {
    summary: {
      zh: '要点的序号有缺号、重号或次序颠倒',
      en: 'The numbers of the points have a gap, a repetition or a disorder',
    },
    why: {
      zh: '各单位按序号认领任务、报送进展，序号错了就对不上清单。',
      en: 'Bureaus take up and report on tasks by number; a wrong number no longer leads to its row.',
    },
    remedy: {
      zh: '改正这个序号，或从这里起重新编号。只报一处：缺号后面的序号不再逐个提示。要点比清单少一项或多一项时由 missing-point、missing-row 提示。节录从中间的序号开始、各部分分别从 1 编号，都不提示。',
      en: 'Correct the number, or renumber from there. Each slip is told once. Where the task list shows that a point is missing or too many, missing-point and missing-row tell it. An excerpt that begins anywhere, and numbers that restart in each section, are fine.',
    },
  },
  examples: [
    { name: { zh: '序号连续', en: 'Numbers in order' }, good: pairExample() },
    { name: { zh: '节录从第 12 项开始', en: 'An excerpt that begins at 12' }, good: points([12, 13, 14]) },
    {
      name: { zh: '每个部分从 1 重新编号', en: 'Numbers that restart in each section' },
      good: `${points([1, 2, 3])}\n## 二、优化市场环境\n\n1. ${TEXTS[3]}\n\n2. ${TEXTS[4]}\n`,
    },
    {
      name: { zh: '缺号', en: 'A gap' },
      bad: points([1, 2, '⟦4⟧', 5]),
      says: ['要点缺第 3 项：前一项之后直接到了第 4 项。请补上，或从这里起重新编号。'],
      fixed: points([1, 2, 3, 4]),
    },
    {
      name: { zh: '重号，后面接着编', en: 'A repetition that the following numbers go on from' },
      bad: points([1, 2, '⟦2⟧', 3, 4]),
      says: ['要点序号 2 重复，这里应为 3。'],
      fixed: points([1, 2, 3, 4, 5]),
    },
    {
      name: { zh: '相邻两项颠倒', en: 'Two neighbours swapped' },
      bad: points([1, 2, '⟦4⟧', 3, 5]),
      says: ['要点第 4 项排到了第 3 项之前，次序颠倒。请移到应在的位置，或重新编号。'],
      fixed: points([1, 2, 3, 4, 5]),
    },
    {
      name: { zh: '要点的序号打错，清单是对的', en: 'A mistyped number; the list is right' },
      bad: pairExample(['3. 清理招标', '⟦5⟧. 清理招标']),
      says: ['要点序号 5 与前后不连续，应为 3。'],
      fixed: pairExample(),
    },
    {
      name: { zh: '插入一项后编号只改了一半', en: 'Numbers changed half way' },
      bad: points([1, 2, '⟦4⟧', 5, 6, 6, 7, 8]),
      says: ['要点序号 4—6 与前后不连续，应为 3—5。'],
      fixed: points([1, 2, 3, 4, 5, 6, 7, 8]),
    },
    {
      name: { zh: '最后一项的序号多打了几个零', en: 'Too many zeros in the last number' },
      bad: pairExample(['\n4. 推行水电气网', '\n⟦4000⟧. 推行水电气网']),
      says: ['要点序号 4000 与前后不连续，应为 4。'],
      fixed: pairExample(),
    },
    {
      name: { zh: '要点和清单缺同一个号，只报一处', en: 'Both parts lack the same number: told once' },
      bad: pairExample(
        ['3. 清理招标', '⟦4⟧. 清理招标'],
        ['4. 推行水电气网', '5. 推行水电气网'],
        ['| 4 | 提高报装', '| 5 | 提高报装'],
        ['| 3 | 优化市场准入监管', '| 4 | 优化市场准入监管'],
      ),
      says: ['要点缺第 3 项：前一项之后直接到了第 4 项。请补上，或从这里起重新编号。'],
      fixed: pairExample(),
    },
  ],
  check(subject, report) {
    for (const [index, slip] of pointSlips(subject).entries()) {
      const told = numberingReport(subject, slip, { zh: '要点', en: 'points' }, { zh: '项', en: 'point' }, index);
      report({ ...told, related: [...(told.related ?? []), ...rowsOf(subject, slip.member)] });
    }
  },
});

/** The rows of a point, so that a reader sees which number the list has. */
function rowsOf(subject: Subject, point: Point): readonly RelatedPlace[] {
  return subject.pairings.flatMap((pairing) =>
    (pairing.pairOfPoint(point)?.rows ?? []).map((row) => ({
      ...numberPlace(row),
      message: { zh: `对应的是${rowName(row).zh}`, en: `Its counterpart is ${rowName(row).en}` },
    })),
  );
}
