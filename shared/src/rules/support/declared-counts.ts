import type { Heading, PolicyDocument, Section, SectionRow } from '../../model/policy-document.ts';
import { parseChineseNumber } from '../../text/chinese-number.ts';
import { countFirst } from '../../text/count-first.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { normalForm, normalMapped } from '../../text/normal-form.ts';
import type { SourceText } from '../../text/source-text.ts';
import type { Span } from '../../text/span.ts';

/** A count that a document states of itself. */
export interface DeclaredCount {
  readonly source: SourceText;
  /** The number alone. */
  readonly span: Span;
  readonly value: number;
  /** What is counted: tasks (项, 条), or the groups they stand in (方面, 领域). */
  readonly of: 'tasks' | 'groups';
  /** With its measure word, as written: `79项`. */
  readonly words: string;
  /** The section it speaks of; undefined for the whole document. */
  readonly section: Section | SectionRow | undefined;
}

const NUMBER = '(?:[0-9]{1,5}|[一二三四五六七八九十百千两]{1,7})';
const COUNT = new RegExp(
  `(${NUMBER})(?:(个?方面|个?大?领域|个部分|大方面|大类|大板块|个板块)|(项|条|个)(?=(.{0,8})))`,
  'g',
);
/** What tasks are called behind their measure word. */
const TASK_NOUN =
  /^(?:具体|重点|改革|主要|工作|年度|政策|创新|优化|落实|细化|目标|营商环境){0,4}(?:任务|措施|举措|要点|事项|工作)/;
/** Words that say: all of it. */
const TOTAL = /(?:共|共计|合计|总计|共有|一共)$/;
/** The same, with what is done to it: only a document that sets tasks says so of them. */
const TOTAL_SET = /共(?:计|有)?(?:提出|明确|部署|安排|包括|包含|涵盖|分为|列出|确定)了?$/;
/** Nothing but a count: `（共36项）` below a title. */
const COUNT_ALONE = /^\(?(?:合|总|共)*计?共?$/;
/** Words by which a document speaks of what it sets. */
const SETS =
  /(?:提出|明确|部署|安排|推出|包括|包含|涵盖|形成|细化为|分解为|分为|梳理|制定|列出|聚焦|围绕|实施)[^,]{0,12}$/;
const SELF = /全文|本(?:工作)?(?:要点|方案|清单|计划|措施|意见|文件|行动|通知)|(?:工作要点|任务清单|行动方案|实施方案)/;
/** A clause that speaks of other documents, other times, or a part of the whole. */
const OTHERS =
  /国家|国务院|中央|省委|省政府|全省|世界银行|世行|落实|承接|对标|对照|学习|借鉴|完成|取得|去年|上年|往年|近年|以来|累计|已|其中|每|各|分别|新增|至少|不少于|不低于|超过|以上/;
/** A count in brackets behind a title: `（8项）`, `（共8项）`. */
const IN_TITLE = new RegExp(`\\((?:共|共计)?(${NUMBER})(?:项|条)[^()]{0,6}\\)$`);

/** Every count that a document states of itself outside its points and rows, in order. */
export function declaredCounts(document: PolicyDocument): readonly DeclaredCount[] {
  return [...inParagraphs(document), ...inTitles(document)].sort((a, b) => a.span.start - b.span.start);
}

function inParagraphs(document: PolicyDocument): readonly DeclaredCount[] {
  const { source, workPoints } = document;
  const inPoints = new Set(
    workPoints.flatMap(({ points }) => points.flatMap(({ pieces }) => pieces.map(({ block }) => block))),
  );
  const headings = new Set(headingsOf(document).map(({ block }) => block));
  const titles = ownTitles(document);
  const sectionOf = sectionLookup(document);
  return document.blocks.flatMap((block) => {
    if ((block.kind !== 'paragraph' && block.kind !== 'heading') || inPoints.has(block) || headings.has(block))
      return [];
    const section = sectionOf(block.span.start);
    return sentencesOf(normalMapped(block.content)).flatMap((sentence) =>
      inSentence(sentence, titles, document.year, section, source),
    );
  });
}

function inSentence(
  sentence: MappedText,
  titles: readonly string[],
  year: number | undefined,
  section: Section | undefined,
  source: SourceText,
): readonly DeclaredCount[] {
  const { text } = sentence;
  const found: (DeclaredCount & { readonly at: number; readonly sure: boolean })[] = [];
  for (const match of text.matchAll(COUNT)) {
    const written = match[1] ?? '';
    const value = parseChineseNumber(written);
    const before = text.slice(Math.max(0, match.index - 40), match.index);
    if (value === undefined || value === 0 || /[第0-9.+\-~—至]$/.test(before) || !speaksOfItself(before, titles, year))
      continue;
    const of = match[2] === undefined ? 'tasks' : 'groups';
    const noun = TASK_NOUN.test(match[4] ?? '');
    if (of === 'tasks' && match[3] === '个' && !noun) continue;
    const sure =
      of === 'tasks' &&
      ((TOTAL.test(before) && (noun || SELF.test(text))) ||
        (noun && SETS.test(before) && SELF.test(text)) ||
        (noun && TOTAL_SET.test(before) && !OTHERS.test(before)) ||
        (match.index > 0 && COUNT_ALONE.test(before) && /^(?:任务|措施|举措)?\)?$/.test(match[4] ?? '')));
    found.push({
      source,
      span: sentence.spanOf(match.index, match.index + written.length),
      value,
      of,
      words: match[0],
      section,
      at: match.index,
      sure: sure || (of === 'tasks' && noun && follows(found.at(-1), text, match.index)),
    });
  }
  // `五个方面79项任务`: groups count only where tasks follow them, and each makes the other sure.
  return found.filter((count, index) => {
    if (count.of === 'tasks') return count.sure;
    const next = found.slice(index + 1).find(({ of }) => of === 'tasks');
    return next?.sure === true && text.slice(count.at, next.at).length <= 24;
  });
}

/** True where groups were counted just before: `五个方面79项任务`, `十个方面，共100项举措`. */
function follows(
  before: { readonly of: string; readonly at: number; readonly words: string } | undefined,
  text: string,
  at: number,
): boolean {
  return (
    before?.of === 'groups' &&
    /^[,、共计合提出的和及明确部署]{0,6}$/.test(text.slice(before.at + before.words.length, at))
  );
}

/** False where the words before a number speak of another document, another year, or of only a part. */
function speaksOfItself(before: string, titles: readonly string[], year: number | undefined): boolean {
  const clause = before.slice(Math.max(before.lastIndexOf(','), before.lastIndexOf(':')) + 1);
  const cited = before.lastIndexOf('》');
  if (cited !== -1 && !titles.some((title) => before.slice(0, cited).endsWith(title.slice(-20)))) return false;
  const otherYear = [...clause.matchAll(/(20[0-9]{2})年/g)].some(
    ([, written]) => year !== undefined && Number(written) !== year,
  );
  return !otherYear && !OTHERS.test(clause);
}

function inTitles(document: PolicyDocument): readonly DeclaredCount[] {
  const titled: readonly { title: MappedText; section: DeclaredCount['section']; source: SourceText }[] = [
    ...document.workPoints.flatMap(({ heading, sections, source }) => [
      ...(heading === undefined ? [] : [{ title: heading.title, section: undefined, source }]),
      ...sections.map((section) => ({ title: section.heading.title, section, source })),
    ]),
    ...document.taskLists.flatMap(({ heading, sections, source }) => [
      ...(heading === undefined ? [] : [{ title: heading.title, section: undefined, source }]),
      ...sections
        .filter(({ tier }) => tier === 'section')
        .map((section) => ({ title: section.title, section, source })),
    ]),
  ];
  return titled.flatMap(({ title, section, source }): DeclaredCount[] => {
    const normal = normalMapped(title);
    const match = IN_TITLE.exec(normal.text);
    const value = match?.[1] === undefined ? undefined : parseChineseNumber(match[1]);
    if (match?.[1] === undefined || value === undefined) return [];
    const at = match.index + match[0].indexOf(match[1]);
    return [
      { source, span: normal.spanOf(at, at + match[1].length), value, of: 'tasks', words: `${match[1]}项`, section },
    ];
  });
}

function headingsOf({ workPoints, taskLists }: PolicyDocument): readonly Heading[] {
  return [
    ...workPoints.flatMap(({ heading, sections, domains }) => [
      ...(heading === undefined ? [] : [heading]),
      ...[...sections, ...domains].map((tier) => tier.heading),
    ]),
    ...taskLists.flatMap(({ heading }) => heading ?? []),
  ];
}

function ownTitles({ workPoints, taskLists }: PolicyDocument): readonly string[] {
  const headings = [...workPoints, ...taskLists].flatMap(({ heading }) => heading ?? []);
  return headings.map(({ title }) => normalForm(title.text)).filter((title) => title.length >= 4);
}

/** Finds the section that an offset stands in: behind its heading, before its first point. */
function sectionLookup({ workPoints }: PolicyDocument): (offset: number) => Section | undefined {
  const ranges = workPoints.flatMap(({ sections }) =>
    sections.map((section) => ({
      section,
      start: section.heading.span.end,
      end: section.points[0]?.span.start ?? section.heading.span.end,
    })),
  );
  ranges.sort((a, b) => a.start - b.start);
  return (offset) => {
    const range = ranges[countFirst(ranges, ({ start }) => start <= offset) - 1];
    return range !== undefined && offset < range.end ? range.section : undefined;
  };
}

function sentencesOf(text: MappedText): readonly MappedText[] {
  const sentences: MappedText[] = [];
  let from = 0;
  for (const match of text.text.matchAll(/[。;!?]/g)) {
    sentences.push(text.slice(from, match.index));
    from = match.index + 1;
  }
  sentences.push(text.slice(from));
  return sentences.filter(({ length }) => length > 0);
}
