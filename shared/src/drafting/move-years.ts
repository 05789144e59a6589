import { deadlineCell } from '../content/deadlines.ts';
import { targetYears } from '../content/years.ts';
import { applyEdits } from '../findings/apply-fixes.ts';
import type { Edit } from '../findings/finding.ts';
import { MARK, markOf } from '../findings/marks.ts';
import type { Block } from '../markdown/block.ts';
import type { PolicyDocument } from '../model/policy-document.ts';
import { readTitleYear } from '../model/read-title.ts';
import type { Subject } from '../rules/subject.ts';
import { issuedTitles, partTitles } from '../rules/support/part-titles.ts';
import { formatChineseNumber } from '../text/chinese-number.ts';
import type { MappedText } from '../text/mapped-text.ts';
import { normalForm, normalMapped } from '../text/normal-form.ts';
import { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';

export interface MovedYears {
  readonly source: SourceText;
  /** How many targets and deadlines were moved and marked. */
  readonly targets: number;
}

/** The years that a draft moves: from those of last year's pair to the new ones. */
interface Move {
  readonly from: number;
  readonly to: number;
  /** The last year of a plan for several years. */
  readonly last: number;
}

/**
 * The text with its year moved: in the titles, in the notice, in the front matter; the document's number and date become
 * blanks; years of targets and deadlines are moved and marked for confirmation. What states the past is left alone.
 */
export function moveYears(document: PolicyDocument, subject: Subject, from: number, to: number): MovedYears {
  const { source } = document;
  const move: Move = { from, to, last: document.lastYear ?? from };
  const targets = targetEdits(document, subject, move);
  const edits = distinct([
    ...titleEdits(document, move),
    ...noticeEdits(document, move),
    ...frontMatterEdits(document, move),
    ...targets,
  ]);
  return {
    source: edits.length === 0 ? source : new SourceText(applyEdits(source.text, edits), source.id),
    targets: targets.filter(({ text }) => text.startsWith('【')).length,
  };
}

/** The titles of the parts, and 《…》 that issue them: both years of a range. */
function titleEdits(document: PolicyDocument, move: Move): readonly Edit[] {
  const { source } = document;
  return [...partTitles([document]), ...issuedTitles([document])].flatMap(({ words }) => {
    const read = readTitleYear(words);
    if (read === undefined) return [];
    const edits = yearEdits(words, move, source).slice(0, read.lastYear === undefined ? 1 : 2);
    return edits.length > 0 ? edits : [yearEdit(source, read.span, move.to + read.year - move.from)];
  });
}

/** The title's years, as written in digits. */
function yearEdits(text: MappedText, { from, to }: Move, source: SourceText): readonly Edit[] {
  const normal = normalMapped(text);
  return [...normal.text.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)].map((match) =>
    yearEdit(source, normal.spanOf(match.index, match.index + 4), to + Number(match[0]) - from),
  );
}

function yearEdit(source: SourceText, span: Span, year: number): Edit {
  return { source, ...span, text: yearLike(source.slice(span), year) };
}

/** A year in the manner of another: `２０２３`, `2 023`, `二〇二三`. */
function yearLike(written: string, year: number): string {
  const digits = String(year);
  if (/[〇○零一二三四五六七八九]/.test(written))
    return [...digits]
      .map((digit) => (digit === '0' ? (/[○零]/.exec(written)?.[0] ?? '〇') : formatChineseNumber(Number(digit))))
      .join('');
  if (/[０-９]/.test(written))
    return digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  return digits;
}

const NUMBER_LINE = /^\p{Script=Han}{1,20}[〔[【(﹝]?((?:19|20)\d\d)[〕\]】)﹞]?第?(\d{1,5})号$/du;
const DATE_LINE = /^(?:\D{0,30}[^\d年])?((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日(?:印发)?$/d;
const CHINESE_DATE_LINE =
  /^([二一][〇○零九][〇○零一二三四五六七八九]{2})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日$/d;

/** What stands around the parts: the notice's number and date get blanks, mentions of the parts' titles the new year. */
function noticeEdits(document: PolicyDocument, move: Move): readonly Edit[] {
  const titles = partTitles([document]).map(({ compared }) => compared);
  return outsideParts(document).flatMap((block) => {
    if (block.kind !== 'paragraph' && block.kind !== 'heading') return [];
    const normal = normalMapped(block.content);
    return blanks(document.source, normal, move) ?? mentionedTitles(document.source, normal, titles, move);
  });
}

function blanks(source: SourceText, normal: MappedText, { to }: Move): readonly Edit[] | undefined {
  if (normal.length > 80) return undefined;
  const found = NUMBER_LINE.exec(normal.text) ?? DATE_LINE.exec(normal.text) ?? CHINESE_DATE_LINE.exec(normal.text);
  const [, year, ...rest] = found?.indices ?? [];
  if (year === undefined) return undefined;
  return [
    yearEdit(source, normal.spanOf(year[0], year[1]), to),
    ...rest.flatMap((range) =>
      range === undefined ? [] : { source, ...normal.spanOf(range[0], range[1]), text: '×' },
    ),
  ];
}

/** `附件：1. 宿迁市2024年优化营商环境工作要点`: the year with what follows it in a part's title. */
function mentionedTitles(
  source: SourceText,
  normal: MappedText,
  titles: readonly string[],
  move: Move,
): readonly Edit[] {
  return [...normal.text.matchAll(/(?<!\d)(?:19|20)\d\d年/g)].flatMap((match) => {
    const at = match.index;
    const isTitle = titles.some((title) => {
      const inTitle = title.indexOf(match[0]);
      return inTitle !== -1 && normal.text.startsWith(title.slice(inTitle, inTitle + 14), at);
    });
    if (!isTitle) return [];
    return [yearEdit(source, normal.spanOf(at, at + 4), move.to + Number(match[0].slice(0, 4)) - move.from)];
  });
}

/** The blocks that belong to no section and no table: the notice before the parts, what is between and behind them. */
function outsideParts({ blocks, workPoints, taskLists }: PolicyDocument): readonly Block[] {
  const used = new Set<Block>(
    workPoints.flatMap(({ heading, sections, domains, points }) => [
      ...(heading === undefined ? [] : [heading.block]),
      ...[...sections, ...domains].map((tier) => tier.heading.block),
      ...points.flatMap(({ pieces }) => pieces.map(({ block }) => block)),
    ]),
  );
  for (const { heading } of taskLists) if (heading !== undefined) used.add(heading.block);
  return blocks.filter((block) => !used.has(block));
}

function frontMatterEdits({ source, frontMatter }: PolicyDocument, { to }: Move): readonly Edit[] {
  return frontMatter.yearSpan === undefined ? [] : [{ source, ...frontMatter.yearSpan, text: String(to) }];
}

/** A year that a target names is moved to the new one, and marked behind the date it belongs to. */
function targetEdits(document: PolicyDocument, { points, rows }: Subject, move: Move): readonly Edit[] {
  const { source } = document;
  const introductions = outsideParts(document).flatMap((block) =>
    block.kind === 'paragraph' && normalForm(block.content.text).endsWith('。') ? [block.content] : [],
  );
  const texts = [
    ...introductions,
    ...points.map(({ text }) => text),
    ...rows.flatMap(({ task, measures }) => [task, measures].flatMap((text) => text ?? [])),
  ];
  const cells = [...points, ...rows].flatMap(({ deadline }) => deadline ?? []);
  return [
    ...texts.flatMap((text) => inText(source, text, move)),
    ...cells.flatMap((text) => inDeadline(source, text, move)),
  ];
}

function inText(source: SourceText, text: MappedText, move: Move): readonly Edit[] {
  const years = new Map(
    [move.to, move.last, move.from].flatMap((year) =>
      targetYears(text, year).map((target) => [target.span.start, target] as const),
    ),
  );
  if (years.size === 0) return [];
  const normal = normalMapped(text);
  return [...years.values()].flatMap(({ year, span, to }) => moved(source, normal, year, span, to, move));
}

function inDeadline(source: SourceText, text: MappedText, move: Move): readonly Edit[] {
  const cell = deadlineCell(text);
  if (cell.kind !== 'dates') return [];
  const normal = normalMapped(text);
  return cell.deadlines.flatMap(({ year, yearSpan }) =>
    year === undefined || yearSpan === undefined ? [] : moved(source, normal, year, yearSpan.span, yearSpan.to, move),
  );
}

/** What may follow a year and is one expression with it: `2023年9月底前`, `2023年全年`. */
const REST_OF_DATE =
  /^年?度?(?:全年|年?内|年?[底末]|第?[一二三四1-4]季度[底末初]?|[上下]半年[底末]?|\d{1,2}月(?:份?[底末初]|[上中下]旬|\d{1,2}[日号])?)?(?:[-—–~至到]{1,2}\d{1,2}月(?:份?[底末初]|\d{1,2}[日号])?)?(?:之?前|以前|之内)?/;

function moved(
  source: SourceText,
  normal: MappedText,
  year: number,
  span: Span,
  behindYear: number,
  { from, to, last }: Move,
): readonly Edit[] {
  const latest = to + last - from;
  const target = year < from ? to : year <= last ? Math.max(to, year + to - from) : year;
  // The new pair speaks for that year already.
  if (target === year && year <= latest) return [];
  if (target > latest) return [{ source, ...span, text: markOf(source.slice(span)) }];
  const date = REST_OF_DATE.exec(normal.text.slice(behindYear, behindYear + 24));
  const end = normal.spanOf(behindYear - 1, behindYear + (date?.[0].length ?? 0)).end;
  const mark = { source, start: end, end, text: MARK };
  return [yearEdit(source, span, target), mark];
}

/** One edit a place; an insertion and a replacement may touch. */
function distinct(edits: readonly Edit[]): readonly Edit[] {
  return [...new Map(edits.map((edit) => [`${edit.start} ${edit.end}`, edit])).values()];
}
