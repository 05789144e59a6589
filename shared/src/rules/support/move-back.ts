import type { Edit, Fix } from '../../findings/finding.ts';
import type { Point, Row } from '../../model/policy-document.ts';
import type { Span } from '../../text/span.ts';
import type { Subject } from '../subject.ts';
import { joinEdits } from './edit-list.ts';
import { lineBreakOf } from './line-break.ts';
import type { NumberSlip } from './number-slips.ts';
import { counterparts } from './renumber.ts';
import { endOfLineAbove, endOfRow } from './table-lines.ts';
import { titleForm } from './titles.ts';

/**
 * Moves tasks that stand at the wrong place back behind the one with the number before theirs. Undefined where the other part
 * has other numbers for them: then the numbers are wrong, not the place.
 */
export function moveBackFix(subject: Subject, { sequence, problem }: NumberSlip<Point | Row>): Fix | undefined {
  const wrong = sequence.members.slice(problem.position, problem.last + 1);
  if (!wrong.every((member) => keepsNumber(subject, member))) return undefined;
  const [first] = wrong;
  if (first === undefined) return undefined;
  const exchanged = exchangedIn(sequence.members, problem.position, problem.last);
  if (exchanged !== undefined) return exchangeFix(...exchanged);
  if (!isRun(wrong)) return undefined;
  const last = wrong.at(-1) ?? first;
  const before = sequence.members.find((member) => numberOf(member) === numberOf(first) - 1);
  const after = sequence.members.find((member) => numberOf(member) === numberOf(last) + 1);
  const place = placeIn(subject, first, before, after);
  if (place === undefined || place.next.source !== first.source) return undefined;
  const cuts = wrong.flatMap((member): readonly Edit[] => {
    const cut = cutOf(member);
    return cut === undefined ? [] : [{ source: member.source, ...cut, text: '' }];
  });
  const text = wrong.map((member) => bodyOf(member)).join('');
  const to = insertionPoint(place);
  if (to === undefined || cuts.length < wrong.length) return undefined;
  if (cuts.some(({ start, end }) => start < to && to < end)) return undefined;
  const insertion = {
    source: first.source,
    start: to,
    end: to,
    text: place.behind || !('pieces' in first) ? text : inFront(text),
  };
  return {
    title: { zh: '移到应在的位置', en: 'Move to its place' },
    safe: false,
    edits: joinEdits([insertion, ...cuts]),
  };
}

/** Two neighbours with each other's numbers, at least one of which is told as wrong. */
function exchangedIn(
  members: readonly (Point | Row)[],
  position: number,
  last: number,
): readonly [Point | Row, Point | Row] | undefined {
  if (last - position > 1) return undefined;
  for (const at of last > position ? [position] : [position - 1, position]) {
    const [first, second] = [members[at], members[at + 1]];
    if (first !== undefined && second !== undefined && numberOf(first) === numberOf(second) + 1) return [first, second];
  }
  return undefined;
}

function exchangeFix(first: Point | Row, second: Point | Row): Fix {
  const put = (at: Point | Row, from: Point | Row): Edit => ({
    source: at.source,
    ...at.span,
    text: from.source.text.slice(from.span.start, from.span.end),
  });
  return {
    title: { zh: '对调两项的位置', en: 'Exchange the two' },
    safe: false,
    edits: [put(first, second), put(second, first)],
  };
}

/** The neighbour by number that a task goes behind or in front of. */
interface MovePlace {
  readonly next: Point | Row;
  readonly behind: boolean;
}

/** Behind the task before, unless only the task after stands under the same headings of the other part. */
function placeIn(
  subject: Subject,
  member: Point | Row,
  before: Point | Row | undefined,
  after: Point | Row | undefined,
): MovePlace | undefined {
  const home = homeOf(subject, member);
  if (
    after !== undefined &&
    (before === undefined || (homeOf(subject, before) !== home && homeOf(subject, after) === home))
  )
    return { next: after, behind: false };
  return before === undefined ? undefined : { next: before, behind: true };
}

/** The section and domain of a task in the other part. */
function homeOf(subject: Subject, member: Point | Row): string {
  const [other] = counterparts(subject, member);
  if (other === undefined) return '';
  if ('pieces' in other) return `${other.section?.heading.span.start} ${other.domain?.heading.span.start}`;
  return `${other.section?.row.span.start} ${other.domainRow?.row.span.start} ${titleForm(other.domain?.text ?? '')}`;
}

function insertionPoint({ next, behind }: MovePlace): number | undefined {
  if ('pieces' in next) return behind ? next.span.end : lineStart(next);
  return behind ? endOfRow(next.table, next.tableRow) : endOfLineAbove(next.table, next.tableRow, next.source);
}

function numberOf(member: Point | Row | undefined): number {
  return member?.label?.value ?? 0;
}

function isRun(members: readonly (Point | Row)[]): boolean {
  return members.every((member, index) => index === 0 || numberOf(member) === numberOf(members[index - 1]) + 1);
}

/** True where the other part gives the task the same number. */
function keepsNumber(subject: Subject, member: Point | Row): boolean {
  const others = counterparts(subject, member);
  return others.length > 0 && others.every((other) => numberOf(other) === numberOf(member));
}

/** What is cut: the table line with the line end before it, or the point with the blank lines before it. */
function cutOf(member: Point | Row): Span | undefined {
  if (!('pieces' in member)) {
    const start = endOfLineAbove(member.table, member.tableRow, member.source);
    return start === undefined ? undefined : { start, end: member.span.end };
  }
  return { start: member.source.text.slice(0, lineStart(member)).trimEnd().length, end: member.span.end };
}

/** The task's text, led by the line end or the blank line that parts it from what stands before. */
function bodyOf(member: Point | Row): string {
  const { source, span } = member;
  const start = 'pieces' in member ? lineStart(member) : member.tableRow.span.start;
  return lineBreakOf(source).repeat('pieces' in member ? 2 : 1) + source.text.slice(start, span.end);
}

/** The blank line that leads a text put behind it instead. */
function inFront(text: string): string {
  const body = text.trimStart();
  return body + text.slice(0, text.length - body.length);
}

function lineStart({ source, span }: Point): number {
  return source.lineStart(source.positionAt(span.start).line);
}
