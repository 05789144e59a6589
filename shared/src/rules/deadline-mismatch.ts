import { deadlineDifferences, type PlacedDeadline } from '../content/deadline-differences.ts';
import type { Fix } from '../findings/finding.ts';
import type { Localized } from '../text/localized.ts';
import { defineRule } from './define-rule.ts';
import { ownerName, ownerNumber, placeOf, present, takeOver } from './support/differing-words.ts';
import { pairDifferences } from './support/pair-differences.ts';
import { targetExample } from './support/target-example.ts';
import { yearScope } from './support/year-scope.ts';

export default defineRule({
  id: 'deadline-mismatch',
  group: 'content',
  severity: 'warning',
  fix: 'suggested',
  words: 'task',
  docs: {
    summary: {
      zh: '同一任务的完成时限不一致（要点、清单正文、完成时限栏）',
      en: 'The deadline of a task differs between the point, the row and its deadline column',
    },
    why: {
      zh: '督查按时限进行。时限写得不一样，责任单位会按晚的一个安排。',
      en: 'Progress is checked against deadlines. When two are given, bureaus work to the later one.',
    },
    remedy: {
      zh: '核对后改成一致。“2024年3月底前”与“一季度”、“年底前”与“12月底”算一致；起始日期、“全年”和“持续推进”不是时限；分阶段写明几个时间的，不与完成时限栏比较；正文里先做一步的时限可以早于完成时限栏。',
      en: 'Find out which is right and make them agree. 2024年3月底前 and 一季度, 年底前 and 12月底 are equal; starting dates, 全年 and 持续推进 are no deadlines; a text with several stages is not held against the column, and a first step may end before it.',
    },
  },
  examples: [
    {
      name: { zh: '写法不同，时限相同', en: 'The same deadline, written differently' },
      good: targetExample({
        point: '2024年3月底前发布年度清单，年底前完成评估。',
        measures: '一季度发布年度清单，12月底前完成评估。',
        deadline: '2024年12月',
      }),
    },
    {
      name: { zh: '分阶段的时限', en: 'Several stages' },
      good: targetExample({
        point: '建设线上线下零工市场，开展职业技能培训。',
        measures: '8月底前建成线上零工市场，9月底前建成线下零工市场，开展职业技能培训。',
        deadline: '2024年11月底',
      }),
    },
    {
      name: { zh: '先做一步的时限早于完成时限栏', en: 'A first step that ends before the column' },
      good: targetExample({
        point: '建设零工市场，开展职业技能培训。',
        measures: '9月底前建成线上零工市场，开展职业技能培训。',
        deadline: '2024年12月底',
      }),
    },
    {
      name: { zh: '起始日期和持续推进', en: 'A starting date, and no end' },
      good: targetExample({
        point: '自2019年1月1日起实行的容缺受理继续推行，6月底前公布事项目录。',
        measures: '继续推行自2019年1月1日起实行的容缺受理，6月底前公布事项目录。',
        deadline: '持续推进',
      }),
    },
    {
      name: { zh: '清单正文写错月份', en: 'A wrong month in the row' },
      bad: targetExample({
        point: '6月底前上线多语种版本，提供英语、日语服务。',
        measures: '⟦9月底前⟧上线多语种版本，提供英语、日语服务。',
      }),
      says: ['完成时限不一致：清单第 2 行为“9月底前”，要点第 2 项为“6月底前”。请核对，以一方为准修改另一方。'],
      fixed: targetExample({ point: '6月底前上线多语种版本，提供英语、日语服务。' }),
    },
    {
      name: { zh: '完成时限栏与正文不符', en: 'The column contradicts the text' },
      bad: targetExample({
        point: '2024年10月底前修订中介服务事项目录。',
        deadline: '⟦2024年9月底⟧',
      }),
      says: [
        '完成时限不一致：清单第 2 行的完成时限栏为“2024年9月底”，同一行正文为“2024年10月底前”。请核对，以一方为准修改另一方。',
      ],
      fixed: targetExample({ point: '2024年10月底前修订中介服务事项目录。', deadline: '2024年10月底' }),
    },
    {
      name: { zh: '季度不同', en: 'Another quarter' },
      bad: targetExample({
        point: '第二季度末前公布年度供地计划，推行“标准地”出让。',
        measures: '⟦第三季度末前⟧公布年度供地计划，推行“标准地”出让。',
        deadline: '2024年6月',
      }),
      says: [
        '完成时限不一致：清单第 2 行为“第三季度末前”，要点第 2 项为“第二季度末前”。请核对，以一方为准修改另一方。',
      ],
      fixed: targetExample({ point: '第二季度末前公布年度供地计划，推行“标准地”出让。', deadline: '2024年6月' }),
    },
    {
      name: { zh: '括注的时限与时限栏不符', en: 'The words with the units contradict the column' },
      bad: targetExample({
        point: '压缩退税平均办理时间，优化申报流程。',
        deadline: '⟦2024年9月底⟧',
      }).replace('（市商务局）', '（市商务局牵头，6月底完成）'),
      says: [
        '完成时限不一致：清单第 2 行的完成时限栏为“2024年9月底”，要点第 2 项的括注为“6月底”。请核对，以一方为准修改另一方。',
      ],
      fixed: targetExample({
        point: '压缩退税平均办理时间，优化申报流程。',
        deadline: '2024年6月底',
      }).replace('（市商务局）', '（市商务局牵头，6月底完成）'),
    },
  ],
  check(subject, report) {
    const scope = yearScope(subject);
    const kind = `deadline-mismatch ${scope?.first}-${scope?.last}`;
    for (const { odd, other } of pairDifferences(subject, kind, (pair) => deadlineDifferences(pair, scope))) {
      const here = placeName(odd);
      const there = other.owner === odd.owner ? textOf(odd.owner) : placeName(other);
      report({
        at: placeOf(odd.source, odd.deadline.span),
        message: {
          zh: `完成时限不一致：${here.zh}为“${odd.deadline.words}”，${there.zh}为“${other.deadline.words}”。请核对，以一方为准修改另一方。`,
          en: `The deadlines differ: “${odd.deadline.words}” in ${here.en}, “${other.deadline.words}” in ${there.en}. Find out which is right and change the other.`,
        },
        related: [
          {
            ...placeOf(other.source, other.deadline.span),
            message: { zh: `${there.zh}的时限`, en: `The deadline in ${there.en}` },
          },
        ],
        fixes: () => present([fixOf(odd, other), fixOf(other, odd)]),
        data: { number: ownerNumber(odd.owner), odd: odd.deadline.words, other: other.deadline.words },
      });
    }
  },
});

/** The text of a task whose column or units have just been named. */
function textOf(owner: PlacedDeadline['owner']): Localized {
  return 'pieces' in owner
    ? { zh: '同一项正文', en: 'the text of the same point' }
    : { zh: '同一行正文', en: 'the text of the same row' };
}

function placeName({ owner, where }: PlacedDeadline): Localized {
  const name = ownerName(owner);
  if (where === 'column') return { zh: `${name.zh}的完成时限栏`, en: `the deadline column of ${name.en}` };
  return where === 'units' ? { zh: `${name.zh}的括注`, en: `the unit list of ${name.en}` } : name;
}

function fixOf(target: PlacedDeadline, model: PlacedDeadline): Fix | undefined {
  const words = wordsFor(target, model);
  return takeOver(
    { source: target.source, span: target.deadline.span, words: target.deadline.words },
    // A span of nothing: the words are to be taken as they are, not as the other side writes them.
    { source: model.source, span: { start: 0, end: 0 }, words },
    {
      zh: `将“${target.deadline.words}”改为“${words}”`,
      en: `Change “${target.deadline.words}” to “${words}”`,
    },
  );
}

const LIMIT = /(?:之?前|以前|之内)$/;
const WRITTEN_YEAR = /^\d{4}年/;

/** The model's deadline in the target's manner: with the year where the target has one, with 前 in prose only. */
function wordsFor(target: PlacedDeadline, model: PlacedDeadline): string {
  const own = target.deadline.words;
  const day = model.deadline.words.replace(LIMIT, '').replace(WRITTEN_YEAR, '');
  const year =
    model.deadline.yearSpan !== undefined && model.deadline.year !== target.deadline.year
      ? `${model.deadline.year}年`
      : (WRITTEN_YEAR.exec(own)?.[0] ?? '');
  const isShort = target.where === 'column' || target.where === 'units';
  const limit = LIMIT.exec(own)?.[0] ?? (isShort ? '' : (LIMIT.exec(model.deadline.words)?.[0] ?? ''));
  return year + day + (/[底末日初旬月]$/.test(day) ? limit : '');
}
