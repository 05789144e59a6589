import { formatChineseNumber } from '../text/chinese-number.ts';
import type { Localized } from '../text/localized.ts';
import { defineRule, type Report } from './define-rule.ts';
import type { Subject } from './subject.ts';
import { headingSlips, type NumberedHeading } from './support/heading-slips.ts';
import { lostHeadingFix } from './support/lost-heading.ts';
import type { NumberSlip } from './support/number-slips.ts';
import { pairExample } from './support/pair-example.ts';
import { cureOf, labelEdits } from './support/renumber.ts';

const outline = (...labels: readonly [string, string, string, string, string]) => `# 遂宁市2024年优化营商环境工作要点

## ${labels[0]}优化准入环境

### ${labels[1]}企业开办

1. 推行企业开办全程网上办理，压缩办理时间。（市市场监管局）

### ${labels[2]}企业注销

2. 推行企业注销“一网服务”，优化简易注销流程。（市税务局）

## ${labels[3]}优化用工环境

### ${labels[4]}用工服务

3. 建设零工市场，发布用工信息。（市人力资源社会保障局）
`;

export default defineRule({
  id: 'section-numbering',
  group: 'structure',
  severity: 'error',
  fix: 'suggested',
  words: 'none',
  docs: {
    summary: {
      zh: '一、二、三……或（一）（二）……的标题有缺号、重号或次序颠倒',
      en: 'The headings 一、二、三 or （一）（二） have a gap, a repetition or a disorder',
    },
    why: {
      zh: '标题编号错了，引用“第三部分第（二）条”就会找错地方。',
      en: 'A reference to a part by its number leads to the wrong place.',
    },
    remedy: {
      zh: '改正编号，或补上漏掉的标题。（一）在每个部分重新开始，或全文连续，按文件自己的排法判断；节录从中间开始不提示。清单中的部分行也一并检查。',
      en: 'Correct the number, or add the heading that was lost. Whether （一） begins again in each section or runs on is taken from the document; an excerpt may begin anywhere. The section rows of the task list are checked too.',
    },
  },
  examples: [
    {
      name: { zh: '（一）在每个部分重新开始', en: '（一） begins again in each section' },
      good: outline('一、', '（一）', '（二）', '二、', '（一）'),
    },
    {
      name: { zh: '（一）（二）全文连续', en: '（一）（二） run through the document' },
      good: outline('一、', '（一）', '（二）', '二、', '（三）'),
    },
    {
      name: { zh: '节录从“三、”开始', en: 'An excerpt that begins at 三、' },
      good: outline('三、', '（一）', '（二）', '四、', '（一）'),
    },
    {
      name: { zh: '缺“二、”', en: 'No 二、' },
      bad: outline('一、', '（一）', '（二）', '⟦三⟧、', '（一）'),
      says: ['“三、”之前缺“二、”。请补上漏掉的标题，或从这里起重新编号。'],
      fixed: outline('一、', '（一）', '（二）', '二、', '（一）'),
    },
    {
      name: { zh: '（一）重复', en: '（一） twice' },
      bad: outline('一、', '（一）', '（⟦一⟧）', '二、', '（一）'),
      says: ['“（一）”重复，这里应为“（二）”。'],
      fixed: outline('一、', '（一）', '（二）', '二、', '（一）'),
    },
    {
      name: { zh: '清单中部分行的编号打错', en: 'A mistyped number in a section row of the list' },
      bad: pairExample(['| 二、优化市政公用基础设施报装', '| ⟦一⟧、优化市政公用基础设施报装']),
      says: ['“一、”重复，这里应为“二、”。'],
      fixed: pairExample(),
    },
  ],
  check(subject, report) {
    const { headings, rows } = headingSlips(subject);
    for (const slip of [...headings, ...rows]) report(reportOf(subject, slip));
  },
});

function reportOf(subject: Subject, slip: NumberSlip<NumberedHeading>): Report {
  const { sequence, problem, member } = slip;
  const { source, label } = member;
  const digits = label?.digits ?? { start: 0, end: 0 };
  const mark = (value: number) => (member.tier === 'section' ? `${written(value)}、` : `（${written(value)}）`);
  const { missing, expected } = problem;
  const typed = mark(label?.value ?? 0);
  const lost =
    missing === undefined || missing.from === missing.to
      ? `“${mark(expected)}”`
      : `“${mark(missing.from)}”至“${mark(missing.to)}”`;
  const lostEn =
    missing === undefined || missing.from === missing.to
      ? mark(expected)
      : `${mark(missing.from)} to ${mark(missing.to)}`;
  const messages: Record<typeof problem.kind, Localized> = {
    gap: {
      zh: `“${typed}”之前缺${lost}。请补上漏掉的标题，或从这里起重新编号。`,
      en: `${lostEn} is missing before ${typed}. Add the heading that was lost, or renumber from here.`,
    },
    duplicate: {
      zh: `“${typed}”重复，这里应为“${mark(expected)}”。`,
      en: `${typed} occurs twice; ${mark(expected)} belongs here.`,
    },
    misnumbered: {
      zh: `“${typed}”与前后不连续，应为“${mark(expected)}”。`,
      en: `${typed} does not follow from the headings around it; ${mark(expected)} belongs here.`,
    },
    disorder: {
      zh: `“${typed}”的位置与编号次序不符。请移到应在的位置，或重新编号。`,
      en: `${typed} stands out of order. Move it to its place, or renumber.`,
    },
  };
  const title =
    problem.shifts || problem.kind === 'disorder'
      ? { zh: '从这里起重新编号', en: 'Renumber from here' }
      : { zh: `改为“${mark(expected)}”`, en: `Change to ${mark(expected)}` };
  return {
    at: { source, ...digits },
    message: messages[problem.kind],
    fixes: () => {
      const heading = lostHeadingFix(subject, slip);
      if (heading !== undefined) return [heading];
      const changes = cureOf(sequence, problem).flatMap((change) =>
        change.member.label === undefined
          ? []
          : [{ source: change.member.source, label: change.member.label, to: change.to }],
      );
      return changes.length === 0 ? [] : [{ title, safe: false, edits: labelEdits(changes) }];
    },
    data: { number: label?.value ?? 0, kind: problem.kind, expected },
  };
}

function written(value: number): string {
  return value >= 1 && value <= 9999 ? formatChineseNumber(value) : String(value);
}
