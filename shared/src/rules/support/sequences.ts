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
  for (const groupOf of [(row: Row) => row.domainRow ?? row.section, (row: Row) => row.section]) {
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

/** Where numbers restart, 1, 2 … again behind a whole 1 to n means that the heading between them was lost: no slip of the numbers. */
export function cutAtOne<Member extends Numbered>(members: readonly Member[]): Member[][] {
  const pieces: Member[][] = [];
  for (const [index, member] of members.entries()) {
    const piece = pieces.at(-1);
    const whole = piece !== undefined && piece.at(-1)?.label?.value === piece.length;
    const again = member.label?.value === 1 && members[index + 1]?.label?.value === 2;
    if (piece === undefined || (whole && again)) pieces.push([member]);
    else piece.push(member);
  }
  return pieces;
}

function groups<Member>(members: readonly Member[], groupOf: (member: Member) => unknown): Member[][] {
  const result: Member[][] = [];
  let before: Member | undefined;
  for (const member of members) {
    const group = result.at(-1);
    if (group === undefined || before === undefined || groupOf(member) !== groupOf(before)) result.push([member]);
    else group.push(member);
    before = member;
  }
  return result;
}
