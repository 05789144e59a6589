import { applyEdits } from '../findings/apply-fixes.ts';
import type { Edit } from '../findings/finding.ts';
import { MARK } from '../findings/marks.ts';
import type { Block, IgnoredBlock } from '../markdown/block.ts';
import type { Point, PolicyDocument, Row } from '../model/policy-document.ts';
import type { Subject } from '../rules/subject.ts';
import { joinLines } from '../text/join-lines.ts';
import { normalForm } from '../text/normal-form.ts';
import { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';
import { numberEdits } from './number-carried.ts';
import { type Task, taskNumber, tasksOf } from './tasks.ts';

/** Which tasks of last year's pair the draft takes over: by the numbers that people know them by, or by their places. */
export type Carry = 'all' | 'none' | readonly number[] | { readonly places: readonly number[] };

/** One task of last year's pair, as a person choosing what to carry over sees it. */
export interface CarryChoice {
  /** Among all choices, from 0. */
  readonly place: number;
  /**
   * What `carry` names it by: its number in the document. Where numbers start again in each section or domain, its place
   * among all tasks, from 1. Undefined for a task that has none.
   */
  readonly number: number | undefined;
  /** The number as the document has it. */
  readonly written: number | undefined;
  readonly section: string | undefined;
  readonly domain: string | undefined;
  /** The 重点任务 of its row, else the beginning of its point; on one line. */
  readonly title: string;
  readonly task: Task;
}

/** Everything that can be carried over, in order. */
export function carryChoices(subject: Subject): readonly CarryChoice[] {
  const { workPoints } = subject;
  const isCounted = workPoints.length > 1 || workPoints.some(({ restarts }) => restarts !== 'never');
  return tasksOf(subject).map((task, place) => {
    const [point] = task.points;
    const [row] = task.rows;
    const section = (point?.section ?? point?.domain?.section)?.heading.title ?? row?.section?.title;
    const written = taskNumber(task);
    return {
      place,
      number: isCounted ? place + 1 : written,
      written,
      section: oneLine(section?.text),
      domain: oneLine((point?.domain?.heading.title ?? row?.domain)?.text),
      title: oneLine(row?.task?.text) || [...(oneLine(point?.text.text) ?? '')].slice(0, 40).join(''),
      task,
    };
  });
}

/** Whether a choice is to be carried over. */
export function isWanted(carry: Carry): (choice: CarryChoice) => boolean {
  if (typeof carry === 'string') return () => carry === 'all';
  if ('places' in carry) {
    const places = new Set(carry.places);
    return ({ place }) => places.has(place);
  }
  const numbers = new Set(carry);
  return ({ number }) => number !== undefined && numbers.has(number);
}

/** Line breaks of a page or a cell are no words. */
function oneLine(text: string | undefined): string | undefined {
  return text === undefined ? undefined : joinLines(text, '').trim();
}

/**
 * The text with the points and rows of the `kept` tasks alone, numbered on without a gap. A mention of a task that is not
 * carried over is marked.
 * @param headings `used`: without the headings that no task is left under.
 */
export function carried(
  document: PolicyDocument,
  subject: Subject,
  kept: ReadonlySet<Task>,
  headings: 'all' | 'used' = 'all',
): SourceText {
  const { source } = document;
  const dropped = tasksOf(subject).filter((task) => !kept.has(task));
  const members = new Set<Point | Row>(dropped.flatMap((task) => [...task.points, ...task.rows]));
  const removed = merged([
    ...subject.points.filter((point) => members.has(point)).flatMap((point) => pointSpans(point, document)),
    ...subject.rows.filter((row) => members.has(row)).map(({ tableRow }) => wholeLine(source, tableRow.span)),
    ...directiveSpans(document, dropped),
    ...(headings === 'used' ? emptyHeadings(document, members) : []),
  ]);
  const changes = [
    ...numberEdits(subject, (member) => !members.has(member)),
    ...restoredDomains(subject.rows, members),
    ...lostMentions(subject, source, dropped),
  ];
  const edits: readonly Edit[] = [
    ...removed.map((span) => ({ source, ...span, text: '' })),
    ...changes.filter((edit) => !removed.some((span) => isIn(edit, span))),
  ];
  return edits.length === 0 ? source : new SourceText(applyEdits(source.text, edits), source.id);
}

const MENTION = /第\s{0,4}([0-9０-９]{1,5})\s{0,4}项/g;

function lostMentions(subject: Subject, source: SourceText, dropped: readonly Task[]): readonly Edit[] {
  if (dropped.length === 0 || subject.workPoints.some(({ restarts }) => restarts !== 'never')) return [];
  const numbers = new Set(dropped.map(taskNumber));
  return [...source.text.matchAll(MENTION)].flatMap((match) => {
    if (!numbers.has(Number(normalForm(match[1] ?? '')))) return [];
    const end = match.index + match[0].length;
    return [{ source, start: end, end, text: MARK }];
  });
}

/** A point's paragraphs with all that stands between them, and a directive that silenced its first line. */
function pointSpans(point: Point, { blocks, workPoints }: PolicyDocument): readonly Span[] {
  const headings = new Set<Block>(
    workPoints.flatMap(({ sections, domains }) => [...sections, ...domains].map(({ heading }) => heading.block)),
  );
  const own = point.pieces.map(({ block }) => block).filter((block) => !headings.has(block));
  const [first] = own;
  const last = own.at(-1);
  if (first === undefined || last === undefined) return [];
  const index = blocks.indexOf(first);
  const before = blocks[index - 1];
  const start = before !== undefined && silencesNextLine(before) ? before.span.start : first.span.start;
  const next = blocks[blocks.indexOf(last) + 1];
  return [{ start, end: next?.span.start ?? Math.max(last.span.end, point.span.end) }];
}

function silencesNextLine(block: Block): block is IgnoredBlock {
  return (
    (block.kind === 'comment' || block.kind === 'html') &&
    block.comments.some(({ text }) => text.trim().startsWith('bizenv-disable-next-line'))
  );
}

/** `bizenv-disable-task 12` goes with task 12. */
function directiveSpans({ source, directives }: PolicyDocument, dropped: readonly Task[]): readonly Span[] {
  const numbers = new Set(dropped.map(taskNumber));
  return directives
    .filter(({ task }) => task !== undefined && numbers.has(task.value))
    .map(({ comment }) => {
      const line = wholeLine(source, comment.span);
      return source.slice(line).trim() === source.slice(comment.span) ? line : comment.span;
    });
}

/** A domain that was written once for several rows is written in each that is left: what it was merged with may be gone. */
function restoredDomains(rows: readonly Row[], dropped: ReadonlySet<Point | Row>): readonly Edit[] {
  if (!rows.some((row) => dropped.has(row))) return [];
  return rows.flatMap(({ source, cells, domain }) => {
    const cell = cells.domain;
    if (cell === undefined || cell.content.length > 0 || domain === undefined || domain.length === 0) return [];
    return [{ source, ...cell.span, text: ` ${source.slice(domain.span)} ` }];
  });
}

/** The headings under which no task is left. */
function emptyHeadings({ blocks, workPoints }: PolicyDocument, dropped: ReadonlySet<Point | Row>): readonly Span[] {
  const tiers = workPoints.flatMap(({ sections, domains }) => [...sections, ...domains]);
  const empty = new Set<Block>(
    tiers.filter(({ points }) => points.every((point) => dropped.has(point))).map(({ heading }) => heading.block),
  );
  return blocks.flatMap((block, index) =>
    empty.has(block) ? [{ start: block.span.start, end: blocks[index + 1]?.span.start ?? block.span.end }] : [],
  );
}

/** The lines that a span stands in, the last one's end included. */
function wholeLine({ text }: SourceText, { start, end }: Span): Span {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', end);
  return { start: from, end: to === -1 ? text.length : to + 1 };
}

function isIn(edit: Span, span: Span): boolean {
  return span.start <= edit.start && edit.end <= span.end;
}

function merged(spans: readonly Span[]): readonly Span[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}
