import { deadlineCell } from '../content/deadlines.ts';
import { isOutside, type YearScope } from '../content/year-scope.ts';
import { type TargetYear, targetYears } from '../content/years.ts';
import type { Place } from '../findings/finding.ts';
import { type Memory, recall } from '../memory/memory.ts';
import type { Point, Row } from '../model/policy-document.ts';
import { readTitleYear } from '../model/read-title.ts';
import { MappedText } from '../text/mapped-text.ts';
import type { TaskChange } from '../typing/task-change.ts';
import { defineRule, type Reporter } from './define-rule.ts';
import type { Subject } from './subject.ts';
import { ownerName, ownerNumber, placeOf } from './support/differing-words.ts';
import { type LongYear, longYearsOf } from './support/long-years.ts';
import { issuedTitles, partTitles } from './support/part-titles.ts';
import { targetExample } from './support/target-example.ts';
import { yearIsGiven, yearScope } from './support/year-scope.ts';

/** So many targets that all name another year outweigh the title's. */
const ENOUGH_TARGETS = 3;

export default defineRule({
  id: 'stale-year',
  group: 'content',
  severity: 'warning',
  fix: 'suggested',
  words: namesSameYears,
  docs: {
    summary: {
      zh: '目标、时限或标题里的年份不是本文件的年份',
      en: 'The year of a target, a deadline or the title is not the document’s year',
    },
    why: {
      zh: '新一年的文件常由上一年的改成，漏改的年份会让目标落在已经过去的一年。',
      en: 'A new draft is made from last year’s. A year left over puts a target into the past.',
    },
    remedy: {
      zh: '改为本文件的年份。文件的年份取自文首的 year、--year 或标题；书名号和引号里的年份、“2023—2025年”一类的区间、“自2021年以来”“较2022年增长”一类的事实和“到2035年”一类的远期目标不提示。',
      en: 'Change it to the document’s year, which is that of the front matter, of --year, or of the title. Years in titles and quotations, ranges (2023—2025年), past facts (自2021年以来) and far aims (到2035年) are left alone.',
    },
  },
  examples: [
    {
      name: { zh: '本年的目标', en: 'Targets of the year' },
      good: targetExample({
        point: '2024年全年新增100个体育场馆资源，2024年9月底前上线预约平台。',
        deadline: '2024年12月底',
      }),
    },
    {
      name: { zh: '过去的事实', en: 'Past facts' },
      good: targetExample({
        point: '自2021年以来开展的试点继续推进，首贷户数量较2023年增长10%，改造2000年底前建成的小区。',
      }),
    },
    {
      name: { zh: '文件名称、区间和远期目标', en: 'Titles, ranges and far aims' },
      good: targetExample({
        point: '落实《深圳市2023年优化营商环境工作要点》和2023—2025年行动计划，到2035年建成全球标杆城市。',
      }),
    },
    {
      name: { zh: '全年目标的年份未改', en: 'Last year in a target for the year' },
      bad: targetExample({
        point: '⟦2023⟧年全年服务500家企业主体，完善维权功能。',
        measures: '2024年全年服务500家企业主体，完善维权功能。',
      }),
      says: ['要点第 2 项的目标写的是2023年，本文件为2024年。请核对是否为上一年文件遗留。'],
      fixed: targetExample({ point: '2024年全年服务500家企业主体，完善维权功能。' }),
    },
    {
      name: { zh: '时限的年份未改', en: 'Last year in a deadline' },
      bad: targetExample({
        point: '2024年9月底前上线多语种版本，提供英语服务。',
        measures: '⟦2023⟧年9月底前上线多语种版本，提供英语服务。',
      }),
      says: ['清单第 2 行的目标写的是2023年，本文件为2024年。请核对是否为上一年文件遗留。'],
      fixed: targetExample({ point: '2024年9月底前上线多语种版本，提供英语服务。' }),
    },
    {
      name: { zh: '年份多打了一位数字', en: 'A year with a digit too many' },
      bad: targetExample({
        point: '⟦20240⟧年全年服务500家企业主体，完善维权功能。',
        measures: '2024年全年服务500家企业主体，完善维权功能。',
      }),
      says: ['要点第 2 项写的“20240年”多了一位数字，本文件为2024年。请核对。'],
      fixed: targetExample({ point: '2024年全年服务500家企业主体，完善维权功能。' }),
    },
    {
      name: { zh: '完成时限栏超出本年', en: 'A deadline beyond the year' },
      bad: targetExample({ point: '完善零工市场布局，规范市场秩序。', deadline: '⟦2025⟧年3月底' }),
      says: ['清单第 2 行的时限写的是2025年，超出本文件的2024年。请核对。'],
      fixed: targetExample({ point: '完善零工市场布局，规范市场秩序。', deadline: '2024年3月底' }),
    },
    {
      name: { zh: '标题的年份与文首声明的不同', en: 'The titles are of another year than the front matter' },
      bad: targetExample({ head: '---\nyear: 2025\n---\n\n' }).replace('# 深圳市2024', '# 深圳市⟦2024⟧'),
      says: ['标题的年份是2024年，本文件的年份是2025年。请核对是否为上一年文件遗留。'],
      fixed: targetExample({ head: '---\nyear: 2025\n---\n\n', year: 2025 }),
    },
  ],
  check(subject, report) {
    const scope = yearScope(subject);
    if (scope === undefined) return;
    const reading = { scope, memory: subject.memory };
    for (const long of longYearsOf(subject, scope)) reportLong(report, long, scope);
    const found = [...subject.points.flatMap(inPoint(reading)), ...subject.rows.flatMap(inRow(reading))];
    const stale = found.filter(({ year }) => isOutside(year, scope));
    const real = yearOfTargets(subject, found, stale);
    if (real !== undefined) {
      reportTitles(subject, report, real);
      return;
    }
    reportTitles(subject, report, scope.first);
    for (const { place, owner, what, year } of stale) {
      const name = ownerName(owner);
      const right = year < scope.first ? scope.first : scope.last;
      const own = scope.first === scope.last ? `${scope.first}年` : `${scope.first}—${scope.last}年`;
      report({
        at: place,
        message:
          year < scope.first
            ? {
                zh: `${name.zh}的${what.zh}写的是${year}年，本文件为${own}。请核对是否为上一年文件遗留。`,
                en: `The ${what.en} of ${name.en} names ${year}, but the document is of ${own.slice(0, -1)}. Is it left over from last year’s?`,
              }
            : {
                zh: `${name.zh}的${what.zh}写的是${year}年，超出本文件的${own}。请核对。`,
                en: `The ${what.en} of ${name.en} names ${year}, beyond the document’s ${own.slice(0, -1)}. Please check.`,
              },
        fixes: () => [
          {
            title: { zh: `改为${right}年`, en: `Change to ${right}` },
            safe: false,
            edits: [{ ...place, text: String(right) }],
          },
        ],
        data: { number: ownerNumber(owner), year },
      });
    }
  },
});

/** A year with a digit too many says which year was meant: nothing about last year's document. */
function reportLong(report: Reporter, { place, owner, year }: LongYear, { first, last }: YearScope): void {
  const name = ownerName(owner);
  const written = place.source.slice(place);
  const own = first === last ? `${first}年` : `${first}—${last}年`;
  report({
    at: place,
    message: {
      zh: `${name.zh}写的“${written}年”多了一位数字，本文件为${own}。请核对。`,
      en: `“${written}年” of ${name.en} has a digit too many: the document is of ${own.slice(0, -1)}.`,
    },
    fixes: () => [
      {
        title: { zh: `改为${year}年`, en: `Change to ${year}` },
        safe: false,
        edits: [{ ...place, text: String(year) }],
      },
    ],
    data: { number: ownerNumber(owner), year },
  });
}

interface Found {
  readonly place: Place;
  readonly owner: Point | Row;
  readonly what: { readonly zh: string; readonly en: string };
  readonly year: number;
}

const NONE: readonly Found[] = [];
const TARGET = { zh: '目标', en: 'target' };
const DEADLINE = { zh: '时限', en: 'deadline' };

interface Reading {
  readonly scope: YearScope;
  readonly memory: Memory | undefined;
}

function inPoint(reading: Reading): (point: Point) => readonly Found[] {
  return (point) => [...inText(point, point.text, reading), ...inField(point, point.deadline)];
}

function inRow(reading: Reading): (row: Row) => readonly Found[] {
  return (row) => [
    ...[row.task, row.measures].flatMap((text) => (text === undefined ? [] : inText(row, text, reading))),
    ...inField(row, row.deadline),
  ];
}

/** Few texts name a year; which do not is remembered. */
function inText(owner: Point | Row, text: MappedText, { scope, memory }: Reading): readonly Found[] {
  const { first, last } = scope;
  const namesYears = recall(memory, `target years ${first}-${last}`, text.text, (words) => {
    const content = MappedText.verbatim(words, 0, words.length);
    return [first, last].some((year) => targetYears(content, year).length > 0);
  });
  if (!namesYears) return NONE;
  const years = new Map<number, TargetYear>();
  for (const documentYear of new Set([first, last]))
    for (const target of targetYears(text, documentYear)) years.set(target.span.start, target);
  return [...years.values()].map(({ span, year }) => ({
    place: placeOf(owner.source, span),
    owner,
    what: TARGET,
    year,
  }));
}

function inField(owner: Point | Row, text: MappedText | undefined): readonly Found[] {
  const cell = text === undefined ? undefined : deadlineCell(text);
  if (cell?.kind !== 'dates') return NONE;
  return cell.deadlines.flatMap(({ year, yearSpan }) =>
    year === undefined || yearSpan === undefined
      ? []
      : [{ place: placeOf(owner.source, yearSpan.span), owner, what: DEADLINE, year }],
  );
}

/** The later year that all targets of several tasks name, where it is the title that was not changed. */
function yearOfTargets(subject: Subject, found: readonly Found[], stale: readonly Found[]): number | undefined {
  const year = stale[0]?.year;
  if (yearIsGiven(subject) || stale.length < ENOUGH_TARGETS || stale.length < found.length) return undefined;
  const tasks = new Set(stale.map(({ owner }) => ownerNumber(owner)));
  const isLater = year !== undefined && subject.year !== undefined && year > subject.year;
  return isLater && tasks.size > 1 && stale.every((other) => other.year === year) ? year : undefined;
}

/** The titles, once, where all agree on a year that is not the document's; titles that disagree are title-mismatch's. */
function reportTitles(subject: Subject, report: Reporter, year: number): void {
  const parts = partTitles(subject.documents);
  const titles = [...parts, ...issuedTitles(subject.documents)].filter(({ years }) => years.length > 0);
  const written = titles[0]?.years[0];
  if (written === undefined || Number(written) === year) return;
  if (titles.some(({ years }) => years.length > 1 || years[0] !== written)) return;
  const found = titles.flatMap(({ source, words }) => {
    const read = readTitleYear(words);
    return read === undefined ? [] : [placeOf(source, read.span)];
  });
  // A line can be taken for the heading of a part and for a title of the notice.
  const places = found.filter(
    ({ source, start }, index) =>
      found.findIndex((other) => other.source === source && other.start === start) === index,
  );
  const [first, ...others] = places;
  if (first === undefined) return;
  report({
    at: first,
    message: {
      zh: `标题的年份是${written}年，本文件的年份是${year}年。请核对是否为上一年文件遗留。`,
      en: `The title is of ${written}, but the document is of ${year}. Is it left over from last year’s?`,
    },
    related: others.map((place) => ({ ...place, message: { zh: '另一处标题', en: 'Another title' } })),
    fixes: () => [
      {
        title: { zh: `标题改为${year}年`, en: `Change the titles to ${year}` },
        safe: false,
        edits: places.map((place) => ({ ...place, text: String(year) })),
      },
    ],
    data: { year: Number(written) },
  });
}

/**
 * Neither before nor after the edit is a year of the task stale, and as many are named: the titles are judged by whether all
 * targets are of one year.
 */
function namesSameYears({ before, after }: TaskChange, subject: Subject): boolean {
  const scope = yearScope(subject);
  if (scope === undefined) return true;
  const reading = { scope, memory: subject.memory };
  const alone = (task: Point | Row) => ('pieces' in task ? { points: [task], rows: [] } : { points: [], rows: [task] });
  if ([before, after].some((task) => longYearsOf(alone(task), scope).length > 0)) return false;
  const [was, is] = [before, after].map((task) => ('pieces' in task ? inPoint(reading)(task) : inRow(reading)(task)));
  if (was === undefined || is === undefined || was.length !== is.length) return false;
  return [...was, ...is].every(({ year }) => !isOutside(year, scope));
}
