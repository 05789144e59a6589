import type { Edit, Fix, Place } from '../findings/finding.ts';
import type { TableRow } from '../markdown/block.ts';
import type { Section, SectionRow } from '../model/policy-document.ts';
import type { Pairing } from '../pairing/pairing.ts';
import { similarity } from '../pairing/similarity.ts';
import { defineRule, type Report } from './define-rule.ts';
import type { Subject } from './subject.ts';
import { belongTogether } from './support/absences.ts';
import { headingSources } from './support/heading-sources.ts';
import { lineBreakOf } from './support/line-break.ts';
import { lostAfter, type MisplacedRun, misplacedRuns } from './support/misplaced-sections.ts';
import { numberPlace } from './support/numbering-report.ts';
import { pairExample } from './support/pair-example.ts';
import {
  type RowSection,
  rowSectionTitle,
  type SectionMatch,
  sectionMatches,
  sectionOfRow,
} from './support/section-match.ts';
import { endOfLineAbove, extentOfLine, lineBelow, moveLine, sectionLine } from './support/table-lines.ts';
import { titleForm, titleText } from './support/titles.ts';
import { rowName } from './support/wording.ts';

const SECTION_ROW_2 = '| 二、优化市政公用基础设施报装 | | | | | |\n';

export default defineRule({
  id: 'section-mismatch',
  group: 'structure',
  severity: 'warning',
  fix: 'suggested',
  words: 'none',
  docs: {
    summary: {
      zh: '清单的部分行与要点的标题不同，或同一任务在两处属于不同部分',
      en: 'A section row of the list differs from the heading of the points, or a task stands under different sections',
    },
    why: {
      zh: '两部分按同样的结构编排，标题不同会让人以为是两回事。',
      en: 'Both parts share one structure; titles that differ look like two different things.',
    },
    remedy: {
      zh: '把部分行改成要点的标题（或反过来），把部分行移到应在的位置。空格、全半角、编号和“（共8项）”之类的字样不算不同。整段错位只报一处；没有部分行的清单不提示。',
      en: "Take the heading's title (or the reverse), or move the section row to its place. White space, width, numbers and counts such as （共8项） do not count. A whole stretch that is misplaced is one finding; lists without section rows are left alone.",
    },
  },
  examples: [
    { name: { zh: '两部分的标题相同', en: 'The same titles in both parts' }, good: pairExample() },
    {
      name: { zh: '标题只差空格和任务数', en: 'Titles that differ in white space and a count' },
      good: pairExample(['| 二、优化市政公用基础设施报装', '| 二、优化市政公用 基础设施报装（共1项）']),
    },
    {
      name: { zh: '清单没有部分行', en: 'A list without section rows' },
      good: pairExample(['| 一、优化市场准入环境 | | | | | |\n', ''], [SECTION_ROW_2, '']),
    },
    {
      name: { zh: '部分行的标题不同', en: 'A section row with another title' },
      bad: pairExample(['| 二、优化市政公用基础设施报装', '| 二、⟦优化市政基础设施报装⟧']),
      says: ['清单中“优化市政基础设施报装”与要点的标题“优化市政公用基础设施报装”不同。请统一。'],
      fixed: pairExample(),
    },
    {
      name: { zh: '清单漏了一个部分行', en: 'The list lacks a section row' },
      bad: pairExample([SECTION_ROW_2, ''], ['| 4 | 提高', '| ⟦4⟧ | 提高']),
      says: [
        '清单第 4 行列在“优化市场准入环境”之下，对应的要点属于“优化市政公用基础设施报装”。请在这一行之前补上部分行，或调整位置。',
      ],
      fixed: pairExample(),
    },
    {
      name: { zh: '部分行的位置高了一行', en: 'A section row one row too high' },
      bad: pairExample([SECTION_ROW_2, ''], ['| 3 | 优化市场', `${SECTION_ROW_2}| ⟦3⟧ | 优化市场`]),
      says: [
        '清单第 3 行列在“优化市政公用基础设施报装”之下，对应的要点属于“优化市场准入环境”。请调整部分行或这一行的位置。',
      ],
      fixed: pairExample(),
    },
  ],
  check(subject, report) {
    for (const match of sectionMatches(subject)) {
      if (!belongTogether(match.pairing) || match.ofRow.size === 0) continue;
      const lost = lostAfter(subject, match.pairing);
      for (const [row, heading] of match.ofRow) {
        const title = titleForm(heading.heading.title.text);
        // Where the next heading was lost, its section row meets the one before.
        if (lost.has(heading) && similarity(rowSectionTitle(row), title) < 0.5) continue;
        if (rowSectionTitle(row) !== title) report(titleReport(subject, match.pairing, row, heading));
      }
      for (const run of misplacedRuns(subject, match)) report(runReport(subject, match, run));
    }
  },
});

function titleReport(subject: Subject, pairing: Pairing, section: RowSection, of: Section): Report {
  const { heading } = of;
  const cells = typeof section === 'string' ? cellsNaming(pairing, section) : [titlePlace(subject, pairing, section)];
  const [at = headingPlace(subject, pairing, of), ...more] = cells;
  const own = titleText(heading.title.text);
  const listed =
    typeof section === 'string' ? titleText(at.source.text.slice(at.start, at.end)) : titleText(section.title.text);
  const other = headingPlace(subject, pairing, of);
  return {
    at,
    message: {
      zh: `清单中“${listed}”与要点的标题“${own}”不同。请统一。`,
      en: `“${listed}” in the task list differs from the heading “${own}” of the points. Make them one.`,
    },
    related: [
      { ...other, message: { zh: '要点的标题', en: 'The heading of the points' } },
      ...more.map((place) => ({ ...place, message: { zh: '同样的写法', en: 'Written in the same way' } })),
    ],
    fixes: () => [
      {
        title: { zh: `清单改为“${own}”`, en: `Write “${own}” in the list` },
        safe: false,
        edits: cells.map((cell) => ({ ...cell, text: own })),
      },
      {
        title: { zh: `标题改为“${listed}”`, en: `Change the heading to “${listed}”` },
        safe: false,
        edits: [{ ...other, text: listed }],
      },
    ],
    data: { heading: own, listed },
  };
}

function titlePlace(subject: Subject, { taskList }: Pairing, row: SectionRow): Place {
  return { source: headingSources(subject).get(row) ?? taskList.source, ...row.title.span };
}

function headingPlace(subject: Subject, { workPoints }: Pairing, section: Section): Place {
  return { source: headingSources(subject).get(section) ?? workPoints.source, ...section.heading.title.span };
}

function cellsNaming({ taskList }: Pairing, section: string): readonly Place[] {
  return taskList.rows.flatMap((row) => {
    const cell = row.section === undefined ? row.cells.section : undefined;
    return cell !== undefined && sectionOfRow(row) === section ? [{ source: row.source, ...cell.content.span }] : [];
  });
}

function runReport(subject: Subject, match: SectionMatch, run: MisplacedRun): Report {
  const { pairing, ofHeading, ofRow } = match;
  const { heading, listed, rows } = run;
  if (typeof listed === 'object' && !ofRow.has(listed)) return unknownSectionReport(subject, pairing, listed, run);
  const [first, ...rest] = rows;
  const last = rest.at(-1);
  const lacks = heading !== undefined && !ofHeading.has(heading);
  const own = heading === undefined ? undefined : titleText(heading.heading.title.text);
  const until = last?.label === undefined ? '' : `至第 ${last.label.value} 行`;
  const range =
    last?.label === undefined
      ? `Row ${first.label?.value ?? ''}`
      : `Rows ${first.label?.value ?? ''} to ${last.label.value}`;
  const listedZh = listed === undefined ? '没有列在任何部分之下' : `列在“${rowSectionTitle(listed)}”之下`;
  const listedEn = listed === undefined ? 'no section' : `“${rowSectionTitle(listed)}”`;
  return {
    at: numberPlace(first),
    message: {
      zh: `${rowName(first).zh}${until}${listedZh}，对应的要点${own === undefined ? '不属于任何部分' : `属于“${own}”`}。${lacks ? '请在这一行之前补上部分行，或调整位置。' : '请调整部分行或这一行的位置。'}`,
      en: `${range} in the list: under ${listedEn}; among the points: under ${own === undefined ? 'no section' : `“${own}”`}. ${lacks ? 'Add the section row before it, or move it.' : 'Move the section row, or the row.'}`,
    },
    related:
      heading === undefined
        ? []
        : [
            {
              ...headingPlace(subject, pairing, heading),
              message: { zh: '要点所在的部分', en: 'The section of the point' },
            },
          ],
    fixes: () => (heading === undefined ? [] : fixesOf(subject, match, { ...run, heading })),
    data: { number: first.label?.value ?? 0, count: rows.length },
  };
}

/** A section row for which the points have no heading. */
function unknownSectionReport(
  subject: Subject,
  pairing: Pairing,
  listed: SectionRow,
  { rows: [first] }: MisplacedRun,
): Report {
  const title = titleText(listed.title.text);
  const points = pairing.pairOfRow(first)?.points ?? [];
  return {
    at: titlePlace(subject, pairing, listed),
    message: {
      zh: `清单的部分“${title}”在要点中没有对应的标题。请在要点中补上标题，或删去部分行。`,
      en: `The section “${title}” of the list has no heading among the points. Add the heading, or delete the section row.`,
    },
    related: points.slice(0, 1).map((point) => ({
      ...numberPlace(point),
      message: { zh: '这一部分的第一项要点', en: 'The first point of this section' },
    })),
    data: { listed: title },
  };
}

/** Adds the section row that is lacking, or moves the one that stands beside the rows to their other end. */
function fixesOf(
  subject: Subject,
  { pairing, ofHeading, ofRow }: SectionMatch,
  { heading, listed, rows }: MisplacedRun & { readonly heading: Section },
): readonly Fix[] {
  const [first] = rows;
  const last = rows.at(-1) ?? first;
  const list = pairing.taskList;
  const above = endOfLineAbove(subject, first.tableRow);
  const own = ofHeading.get(heading);
  if (own === undefined) {
    const { label, title } = heading.heading;
    const { source } = headingPlace(subject, pairing, heading);
    const words =
      (label === undefined ? '' : source.text.slice(label.span.start, label.span.end)) + titleText(title.text);
    const text = lineBreakOf(first.source) + sectionLine(subject, list, words, first.table.columns.length);
    const edits: readonly Edit[] = [{ source: first.source, start: above, end: above, text }];
    return [{ title: { zh: `补上部分行“${words}”`, en: `Add the section row “${words}”` }, safe: false, edits }];
  }
  const moved = (row: TableRow, to: number): readonly Fix[] => {
    const edits = moveLine(subject, row, to);
    return edits.length === 0 ? [] : [{ title: { zh: '移动部分行', en: 'Move the section row' }, safe: false, edits }];
  };
  if (typeof own !== 'string' && lineBelow(subject, last.tableRow) === own.row) return moved(own.row, above);
  if (typeof listed !== 'object' || !ofRow.has(listed) || above !== extentOfLine(subject, listed.row).end) return [];
  return moved(listed.row, extentOfLine(subject, last.tableRow).end);
}
