import type { NumberLabel, Point, Row, TaskList, WorkPoints } from '../../model/policy-document.ts';
import { explainNumbering, type NumberingProblem } from '../../pairing/numbering.ts';
import type { SourceText } from '../../text/source-text.ts';

/** Anything that carries a number: a point, a row, a heading, a section row. */
export interface Numbered {
  readonly source: SourceText;
  readonly label: NumberLabel | undefined;
}

/** Numbered things that count in one sequence, and what is wrong with their numbers. */
export interface Sequence<Member extends Numbered> {
  readonly members: readonly Member[];
  readonly problems: readonly NumberingProblem[];
}

/** The sequence of some members. `start` as in `explainNumbering`. */
export function sequenceOf<Member extends Numbered>(members: readonly Member[], start?: number): Sequence<Member> {
  return {
    members,
    problems: explainNumbering(
      members.map(({ label }) => label),
      start,
    ),
  };
}

/** The sequences in which the points of a part are numbered. */
export function pointSequences({ points, restarts }: WorkPoints): readonly Sequence<Point>[] {
  if (restarts === 'never') return [sequenceOf(points)];
  return restarting(points, (point) => (restarts === 'section' ? point.section : point.domain));
}

/** The sequences in which the rows of a list are numbered: one, or one for each section or domain row. */
export function rowSequences({ rows }: TaskList): readonly Sequence<Row>[] {
  for (const groupOf of [(row: Row) => row.section, (row: Row) => row.domainRow ?? row.section]) {
    const later = groups(rows, groupOf).slice(1);
    const fresh = later.filter(([first]) => first?.label?.value === 1);
    if (fresh.length > 0 && fresh.length >= later.length / 2) return restarting(rows, groupOf);
  }
  return [sequenceOf(rows)];
}

/** One sequence a group; only the very first may begin anywhere, since an excerpt begins where it was cut. */
function restarting<Member extends Numbered>(
  members: readonly Member[],
  groupOf: (member: Member) => unknown,
): readonly Sequence<Member>[] {
  return groups(members, groupOf)
    .flatMap(cutAtOne)
    .map((group, index) => sequenceOf(group, index === 0 ? undefined : 1));
}

/** Where numbers restart, a 1 within a group means that the heading before it was lost: that is no slip of the numbers. */
function cutAtOne<Member extends Numbered>(members: readonly Member[]): Member[][] {
  return groupsBy(members, (member, before) => member.label?.value === 1 && before.label?.value !== 1);
}

function groups<Member>(members: readonly Member[], groupOf: (member: Member) => unknown): Member[][] {
  return groupsBy(members, (member, before) => groupOf(member) !== groupOf(before));
}

function groupsBy<Member>(members: readonly Member[], begins: (member: Member, before: Member) => boolean): Member[][] {
  const result: Member[][] = [];
  let before: Member | undefined;
  for (const member of members) {
    const group = result.at(-1);
    if (group === undefined || before === undefined || begins(member, before)) result.push([member]);
    else group.push(member);
    before = member;
  }
  return result;
}
