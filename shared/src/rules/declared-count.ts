import type { Section, SectionRow } from '../model/policy-document.ts';
import { defineRule } from './define-rule.ts';
import type { Subject } from './subject.ts';
import { belongTogether } from './support/absences.ts';
import { type DeclaredCount, declaredCounts } from './support/declared-counts.ts';
import { headingSlips } from './support/heading-slips.ts';
import { duplicatesOf } from './support/near-duplicates.ts';
import { numberLike } from './support/number-format.ts';
import { pointSlips } from './support/number-slips.ts';
import { pairExample } from './support/pair-example.ts';
import { sectionMatches } from './support/section-match.ts';

const FIRST_HEADING = '## 一、优化市场准入环境\n';
const preface = (words: string) => pairExample([FIRST_HEADING, `${words}\n\n${FIRST_HEADING}`]);

export default defineRule({
  id: 'declared-count',
  group: 'content',
  severity: 'warning',
  fix: 'suggested',
  words: 'none',
  docs: {
    summary: {
      zh: '文件自称的任务数、方面数与实际不符',
      en: 'A count of tasks or sections that the document states of itself does not hold',
    },
    why: {
      zh: '“五个方面79项任务”会原样写进新闻稿和解读；数错了，增删过任务却没有改。',
      en: 'Such a sentence goes into the press release as it is; it is often left unchanged when tasks are added or dropped.',
    },
    remedy: {
      zh: '改为实际的数，或检查是否漏了任务。只看文件说自己的数（如“本工作要点共100项任务”），任务内容里的数、别的文件和往年的数不看；差数已由缺行、缺项、重复等提示说明的，不再提示。',
      en: 'Write the true count, or see whether a task was lost. Only counts of the document itself are looked at, not figures inside tasks, of other documents or other years. Where a missing, numbered or repeated task explains the difference, nothing more is said.',
    },
  },
  examples: [
    {
      name: { zh: '数字相符', en: 'The counts hold' },
      good: preface('为优化营商环境，本工作要点提出两个方面4项任务。'),
    },
    {
      name: { zh: '别的文件、往年和任务里的数', en: 'Counts of other documents, of other years, and inside tasks' },
      good: preface('2023年完成改革任务36项，全面落实《优化营商环境条例》提出的72项措施，力争新增20项改革举措。'),
    },
    {
      name: { zh: '标题后的任务数', en: 'A count behind a title' },
      good: pairExample(['| 一、优化市场准入环境', '| 一、优化市场准入环境（3项）']),
    },
    {
      name: { zh: '任务数不符', en: 'The number of tasks' },
      bad: preface('为优化营商环境，本工作要点提出两个方面⟦5⟧项任务。'),
      says: ['这里说“5项”，实际是 4 项。请核对。'],
      fixed: preface('为优化营商环境，本工作要点提出两个方面4项任务。'),
    },
    {
      name: { zh: '方面数不符', en: 'The number of sections' },
      bad: preface('本工作要点包括⟦五⟧个方面4项任务。'),
      says: ['这里说“五个方面”，实际是 2 个。请核对。'],
      fixed: preface('本工作要点包括二个方面4项任务。'),
    },
    {
      name: { zh: '清单部分行后的任务数不符', en: 'The count behind a section row' },
      bad: pairExample(['| 一、优化市场准入环境', '| 一、优化市场准入环境（共⟦8⟧项）']),
      says: ['这里说“8项”，实际是 3 项。请核对。'],
      fixed: pairExample(['| 一、优化市场准入环境', '| 一、优化市场准入环境（共3项）']),
    },
  ],
  check(subject, report) {
    for (const count of subject.documents.flatMap(declaredCounts)) {
      const counted = count.of === 'tasks' ? countTasks(subject, count) : countGroups(subject, count);
      if (counted === undefined || counted.includes(count.value)) continue;
      const [actual = 0] = counted;
      const { source, span } = count;
      const unit = count.of === 'tasks' ? '项' : '个';
      report({
        at: { source, ...span },
        message: {
          zh: `这里说“${count.words}”，实际是 ${actual} ${unit}。请核对。`,
          en: `“${count.words}” is stated here, but there are ${actual}. Please check.`,
        },
        fixes: () => {
          const text = numberLike(source.text.slice(span.start, span.end), actual);
          return [
            { title: { zh: `改为 ${text}`, en: `Change to ${text}` }, safe: false, edits: [{ source, ...span, text }] },
          ];
        },
        data: { declared: count.value, counted: actual },
      });
    }
  },
});

/** The numbers of tasks that may be meant, the true one first; undefined where there is nothing to count. */
function countTasks(subject: Subject, { section }: DeclaredCount): readonly number[] | undefined {
  const inPoints = pointSection(subject, section);
  if (section !== undefined && inPoints === undefined) return undefined;
  const points = inPoints === undefined ? subject.points : inPoints.points;
  const own = new Set(points);
  const rows = subject.pairings.flatMap((pairing) =>
    pairing.taskList.rows.filter(
      (row) =>
        inPoints === undefined ||
        pairing.pairOfRow(row)?.points.some((point) => own.has(point)) ||
        sectionRowOf(subject, inPoints) === row.section,
    ),
  );
  const listed = subject.pairings.length > 0 ? rows : section === undefined ? subject.rows : [];
  if (points.length + listed.length === 0) return undefined;
  const pairs = subject.pairings.flatMap((pairing) =>
    pairing.pairs.filter((pair) => pair.points.some((point) => own.has(point))),
  );
  const together = subject.pairings.length > 0 && subject.pairings.every(belongTogether);
  const { copies } = duplicatesOf(subject);
  const copied = Math.max(
    points.filter((point) => copies.has(point)).length,
    listed.filter((row) => copies.has(row)).length,
  );
  const passedOver = pointSlips(subject).reduce(
    (sum, { problem, member }) =>
      problem.missing !== undefined && own.has(member) ? sum + problem.missing.to - problem.missing.from + 1 : sum,
    0,
  );
  const alone = together
    ? listed.filter((row) => subject.pairings.every((pairing) => pairing.pairOfRow(row) === undefined)).length
    : 0;
  const lone = together
    ? points.filter((point) => subject.pairings.every((pairing) => pairing.pairOfPoint(point) === undefined)).length
    : 0;
  const most = points.length + alone + passedOver;
  const counts = [
    points.length > 0 ? points.length : listed.length,
    listed.length,
    withoutFrame(subject, points.length, inPoints),
  ];
  // What another finding says is missing, too many or copied may or may not have been counted.
  if (together && pairs.length > 0) for (let n = points.length - lone; n <= points.length + alone; n++) counts.push(n);
  if (copied > 0) counts.push(points.length - copied, listed.length - copied);
  return [...new Set([...counts, most])].filter((count) => count > 0);
}

/** Headings that frame a plan and hold none of the tasks it counts. */
const FRAME = /总体要求|指导思想|工作目标|主要目标|基本原则|保障措施|组织实施|组织保障|工作要求|组织领导/;

function withoutFrame(subject: Subject, all: number, section: Section | undefined): number {
  if (section !== undefined) return all;
  const framed = subject.workPoints.flatMap(({ sections }) =>
    sections.filter(({ heading }) => FRAME.test(heading.title.text)),
  );
  return all - framed.reduce((sum, { points }) => sum + points.length, 0);
}

/** The numbers of sections or domains that may be meant. */
function countGroups(subject: Subject, { section }: DeclaredCount): readonly number[] | undefined {
  const inPoints = pointSection(subject, section);
  const sections = subject.workPoints.flatMap((part) => part.sections);
  const domains = subject.workPoints.flatMap((part) => part.domains);
  if (section !== undefined)
    return inPoints === undefined || inPoints.domains.length === 0 ? undefined : [inPoints.domains.length];
  if (sections.length === 0) return undefined;
  const content = sections.filter(({ heading, points }) => points.length > 0 && !FRAME.test(heading.title.text)).length;
  const lost = headingSlips(subject).headings.reduce(
    (sum, { problem }) => (problem.missing === undefined ? sum : sum + problem.missing.to - problem.missing.from + 1),
    0,
  );
  const listed = subject.taskLists.flatMap((list) => list.sections.filter(({ tier }) => tier === 'section')).length;
  return [content, sections.length, domains.length, sections.length + lost, domains.length + lost, listed].filter(
    (count) => count > 0,
  );
}

/** The section of the points that a declared count speaks of. */
function pointSection(subject: Subject, section: Section | SectionRow | undefined): Section | undefined {
  if (section === undefined || 'heading' in section) return section;
  return sectionMatches(subject)
    .map(({ ofRow }) => ofRow.get(section))
    .find((found) => found !== undefined);
}

function sectionRowOf(subject: Subject, section: Section): unknown {
  return sectionMatches(subject)
    .map(({ ofHeading }) => ofHeading.get(section))
    .find((found) => found !== undefined);
}
