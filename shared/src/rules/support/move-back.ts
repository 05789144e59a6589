import type { Edit, Fix } from '../../findings/finding.ts';
import type { Point, Row } from '../../model/policy-document.ts';
import type { Span } from '../../text/span.ts';
import type { Subject } from '../subject.ts';
import { joinEdits } from './edit-list.ts';
import { lineBreakOf } from './line-break.ts';
import type { NumberSlip } from './number-slips.ts';
import { counterparts, keepsNumber } from './renumber.ts';
import { endOfLineAbove, extentOfLine } from './table-lines.ts';
import { titleForm } from './titles.ts';

/**
 * Moves tasks that stand at the wrong place back behind the one with the number before theirs. Undefined where the other part
 * has other numbers for them: then the numbers are wrong, not the place; and where no place would put them in order.
 */
export function moveBackFix(
  subject: Subject,
  { sequence, problem, member, exchangedWith }: NumberSlip<Point | Row>,
): Fix | undefined {
  if (exchangedWith !== undefined) return reorderFix(subject, [member, exchangedWith]);
  const members = sequence.members.filter((member) => member.label !== undefined);
  const position = members.indexOf(sequence.members[problem.position] as Point | Row);
  const last = members.indexOf(sequence.members[problem.last] as Point | Row);
  const wrong = members.slice(position, last + 1);
  const [first] = wrong;
  if (position === -1 || first === undefined || problem.within !== undefined) return undefined;
  if (!wrong.every((member) => keepsNumber(subject, member))) return undefined;
  const exchanged = exchangedIn(members, position, last);
  if (exchanged !== undefined) return reorderFix(subject, exchanged);
  if (!isRun(wrong)) return fitsHere(members, position, last) ? reorderFix(subject, wrong) : undefined;
  const place = placeIn(subject, wrong, [...members.slice(0, position), ...members.slice(last + 1)]);
  if (place === undefined || place.next.source !== first.source) return undefined;
  const moved = wrong.flatMap((member) => linesOf(subject, member));
  const cuts = moved.map((member): Edit => ({ source: member.source, ...cutOf(subject, member), text: '' }));
  const text = moved.map((member) => bodyOf(member)).join('');
  const to = insertionPoint(subject, place);
  if (cuts.some(({ start, end }) => start <= to && to <= end)) return undefined;
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

/** A task with the rows that go on with it, where cells are merged. */
function linesOf({ rows }: Subject, task: Point | Row): readonly (Point | Row)[] {
  if ('pieces' in task) return [task];
  const at = rows.indexOf(task);
  const next = rows.findIndex(({ continues }, index) => index > at && continues !== task);
  return rows.slice(at, next === -1 ? rows.length : next);
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

/** True where tasks, put in the order of their numbers, go on from the one before to the one behind. */
function fitsHere(members: readonly (Point | Row)[], position: number, last: number): boolean {
  const numbers = members.slice(position, last + 1).map(numberOf);
  const least = numbers.reduce((one, other) => Math.min(one, other));
  const held = new Set(numbers);
  const [before, after] = [members[position - 1], members[last + 1]];
  return (
    numbers.every((_, index) => held.has(least + index)) &&
    (before === undefined || numberOf(before) === least - 1) &&
    (after === undefined || numberOf(after) === least + numbers.length)
  );
}

/** Puts tasks in the order of their numbers, each in the place of another. Undefined where one goes over several rows. */
function reorderFix(subject: Subject, members: readonly (Point | Row)[]): Fix | undefined {
  if (members.some((member) => linesOf(subject, member).length > 1)) return undefined;
  if (members.some(({ source }) => source !== members[0]?.source)) return undefined;
  const ordered = [...members].sort((a, b) => numberOf(a) - numberOf(b));
  const count = members.length;
  return {
    title:
      count === 2
        ? { zh: '对调两项的位置', en: 'Exchange the two' }
        : { zh: `把这 ${count} 项按序号排列`, en: `Put these ${count} in the order of their numbers` },
    safe: false,
    edits: members.flatMap((at, index): Edit[] => {
      const from = ordered[index] ?? at;
      const text = from.source.text.slice(from.span.start, from.span.end);
      return from === at ? [] : [{ source: at.source, ...at.span, text }];
    }),
  };
}

/** The neighbour by number that a task goes behind or in front of. */
interface MovePlace {
  readonly next: Point | Row;
  readonly behind: boolean;
}

/**
 * Behind the task before, unless only the task after stands under the same headings of the other part. Undefined where that
 * neighbour stands out of order itself, so that nothing would be won.
 */
function placeIn(
  subject: Subject,
  wrong: readonly (Point | Row)[],
  others: readonly (Point | Row)[],
): MovePlace | undefined {
  const [first] = wrong;
  if (first === undefined) return undefined;
  const [from, to] = [numberOf(first), numberOf(wrong.at(-1))];
  const before = others.findLast((member) => numberOf(member) === from - 1);
  const after = others.find((member) => numberOf(member) === to + 1);
  const home = homeOf(subject, first);
  if (
    after !== undefined &&
    (before === undefined || (homeOf(subject, before) !== home && homeOf(subject, after) === home))
  ) {
    const across = others[others.indexOf(after) - 1];
    return across === undefined || numberOf(across) < from ? { next: after, behind: false } : undefined;
  }
  const across = before && others[others.indexOf(before) + 1];
  if (before === undefined || (across !== undefined && numberOf(across) <= to)) return undefined;
  return { next: before, behind: true };
}

/** The section and domain of a task in the other part. */
function homeOf(subject: Subject, member: Point | Row): string {
  const [other] = counterparts(subject, member);
  if (other === undefined) return '';
  if ('pieces' in other) return `${other.section?.heading.span.start} ${other.domain?.heading.span.start}`;
  return `${other.section?.row.span.start} ${other.domainRow?.row.span.start} ${titleForm(other.domain?.text ?? '')}`;
}

function insertionPoint(subject: Subject, { next, behind }: MovePlace): number {
  const at = behind ? (linesOf(subject, next).at(-1) ?? next) : next;
  if ('pieces' in at) return behind ? at.span.end : lineStart(at);
  return behind ? extentOfLine(subject, at.tableRow).end : endOfLineAbove(subject, at.tableRow);
}

function numberOf(member: Point | Row | undefined): number {
  return member?.label?.value ?? 0;
}

function isRun(members: readonly (Point | Row)[]): boolean {
  return members.every((member, index) => index === 0 || numberOf(member) === numberOf(members[index - 1]) + 1);
}

/** What is cut: the table line with the line end before it, or the point with the blank lines before it. */
function cutOf(subject: Subject, member: Point | Row): Span {
  if (!('pieces' in member)) return extentOfLine(subject, member.tableRow);
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
