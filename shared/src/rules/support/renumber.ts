import type { Edit, Fix } from '../../findings/finding.ts';
import type { NumberLabel, Point, Row } from '../../model/policy-document.ts';
import type { NumberingProblem } from '../../pairing/numbering-problem.ts';
import { normalForm } from '../../text/normal-form.ts';
import type { SourceText } from '../../text/source-text.ts';
import type { Subject } from '../subject.ts';
import { numberLike } from './number-format.ts';
import { oncePerSubject } from './once-per-subject.ts';
import type { Numbered, Sequence } from './sequences.ts';

/** A label that gets another number. */
export interface Renumbering {
  readonly source: SourceText;
  readonly label: NumberLabel;
  readonly to: number;
}

/** What a slip's cure changes: one number, or all from there to the end of the sequence. Empty for sub-numbers (`3-1`). */
export function cureOf<Member extends Numbered>(
  sequence: Sequence<Member>,
  problem: NumberingProblem,
): readonly { readonly member: Member; readonly to: number }[] {
  if (problem.within !== undefined) return [];
  const values = sequence.members.flatMap(({ label }) => (label === undefined ? [] : [label.value]));
  const whole = problem.kind === 'disorder';
  const from = whole ? 0 : problem.position;
  const until = problem.shifts || whole ? sequence.members.length : problem.last + 1;
  let to = whole ? values.reduce((least, value) => Math.min(least, value)) : problem.expected;
  let before: NumberLabel | undefined;
  const changes: { member: Member; to: number }[] = [];
  for (const member of sequence.members.slice(from, until)) {
    const { label } = member;
    const sameTask = label?.sub !== undefined && label.value === before?.value;
    if (before !== undefined && !sameTask) to++;
    else if (label === undefined) to++;
    before = label ?? before;
    if (label !== undefined && label.value !== to) changes.push({ member, to });
  }
  return changes;
}

/**
 * Renumbers points or rows, with what goes by the same number: the row of a point (the point of a row), mentions in the
 * text (`第 12 项`), and `bizenv-disable-task` directives.
 */
export function renumberFix(
  subject: Subject,
  changes: readonly { readonly member: Point | Row; readonly to: number }[],
  title: Fix['title'],
): Fix | undefined {
  const renumberings = changes.flatMap(({ member, to }) => [
    ...(member.label === undefined ? [] : [{ source: member.source, label: member.label, to }]),
    ...counterparts(subject, member).flatMap(({ source, label }) =>
      label !== undefined && label.value === member.label?.value ? [{ source, label, to }] : [],
    ),
  ]);
  if (renumberings.length === 0) return undefined;
  // Several rows of one point bring it along each time.
  const once = [
    ...new Map(renumberings.map((change) => [`${change.source.id} ${change.label.digits.start}`, change])).values(),
  ];
  return { title, safe: false, edits: renumberEdits(subject, once) };
}

/** Whether renumbering would take the numbers of the other part, whose order is another, out of theirs. */
export function disturbsOtherPart(
  subject: Subject,
  changes: readonly { readonly member: Point | Row; readonly to: number }[],
): boolean {
  const changed = new Map<Point | Row, number>();
  for (const { member, to } of changes)
    for (const other of counterparts(subject, member))
      if (other.label?.value === member.label?.value) changed.set(other, to);
  const parts: readonly (readonly (Point | Row)[])[] = [
    ...subject.workPoints.map(({ points }) => points),
    ...subject.taskLists.map(({ rows }) => rows),
  ];
  return parts.some((members) => {
    if (!members.some((member) => changed.has(member))) return false;
    const typed = members.flatMap(({ label }) => label?.value ?? []);
    const then = members.flatMap((member) => changed.get(member) ?? member.label?.value ?? []);
    return stepsBack(then) > stepsBack(typed);
  });
}

/** How often a number is followed by a lesser one. */
function stepsBack(numbers: readonly number[]): number {
  return numbers.filter((number, index) => index > 0 && number < (numbers[index - 1] ?? 0)).length;
}

/** The edits of the labels, and of what speaks of them by their old numbers. */
export function renumberEdits(subject: Subject, renumberings: readonly Renumbering[]): readonly Edit[] {
  return [...labelEdits(renumberings), ...mentionEdits(subject, renumberings)];
}

/** The edits of the labels alone. */
export function labelEdits(renumberings: readonly Renumbering[]): readonly Edit[] {
  return renumberings.map(({ source, label, to }) => {
    const { start, end } = label.digits;
    return { source, start, end, text: numberLike(source.text.slice(start, end), to) };
  });
}

/** The rows of a point, or the points of a row. */
export function counterparts(subject: Subject, member: Point | Row): readonly (Point | Row)[] {
  for (const pairing of subject.pairings) {
    const pair = 'pieces' in member ? pairing.pairOfPoint(member) : pairing.pairOfRow(member);
    if (pair !== undefined) return 'pieces' in member ? pair.rows : pair.points;
  }
  return [];
}

/** True where the other part gives the task the same number. */
export function keepsNumber(subject: Subject, member: Point | Row): boolean {
  const others = counterparts(subject, member);
  return others.length > 0 && others.every((other) => other.label?.value === member.label?.value);
}

/** `第 12 项`, but not the item of an article (`第五条第12项`). */
const MENTION = /第\s{0,4}([0-9０-９]{1,5})\s{0,4}项/g;
const INSIDE_ARTICLE = /[条款》]\s{0,4}$/;

/** A place where the text, or a directive, speaks of a task by its number. */
export interface TaskMention {
  readonly source: SourceText;
  readonly start: number;
  readonly end: number;
  readonly number: number;
}

/** Mentions of tasks by their number: in the text, and in directives. */
export const taskMentions = oncePerSubject((subject) =>
  subject.documents.flatMap(({ source, directives }): TaskMention[] => [
    ...directives.flatMap(({ task }) => (task === undefined ? [] : [{ source, ...task.span, number: task.value }])),
    ...[...source.text.matchAll(MENTION)].flatMap((match) => {
      const written = match[1] ?? '';
      if (INSIDE_ARTICLE.test(source.text.slice(Math.max(0, match.index - 5), match.index))) return [];
      const start = match.index + match[0].indexOf(written);
      return [{ source, start, end: start + written.length, number: Number(normalForm(written)) }];
    }),
  ]),
);

function mentionEdits(subject: Subject, renumberings: readonly Renumbering[]): readonly Edit[] {
  const newNumbers = unambiguous(subject, renumberings);
  return taskMentions(subject).flatMap(({ source, start, end, number }) => {
    const to = newNumbers.get(number);
    return to === undefined ? [] : [{ source, start, end, text: numberLike(source.text.slice(start, end), to) }];
  });
}

/** The new number of each old one that only one task of a part has: a mention of any other could mean either. */
function unambiguous(subject: Subject, renumberings: readonly Renumbering[]): ReadonlyMap<number, number> {
  if (subject.workPoints.some((part) => part.restarts !== 'never')) return new Map();
  const uses = new Map<number, number>();
  const carriers = subject.points.length > 0 ? subject.points : subject.rows;
  for (const { label } of carriers) if (label !== undefined) uses.set(label.value, (uses.get(label.value) ?? 0) + 1);
  const known = renumberings.filter(({ label }) => (uses.get(label.value) ?? 0) <= 1);
  return new Map(known.map(({ label, to }) => [label.value, to]));
}
