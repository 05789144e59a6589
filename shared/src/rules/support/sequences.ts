import type { NumberLabel, Point, Row, TaskList, WorkPoints } from '../../model/policy-document.ts';
import { explainNumbering } from '../../pairing/numbering.ts';
import type { NumberingProblem } from '../../pairing/numbering-problem.ts';
import type { Pairing } from '../../pairing/pairing.ts';
import type { SourceText } from '../../text/source-text.ts';
import { rowsByPoints } from './rows-by-points.ts';

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

/** The sequences in which the points of a part are numbered: as the part does it, unless another way has fewer slips. */
export function pointSequences({ points, restarts }: WorkPoints): readonly Sequence<Point>[] {
  const ways: Readonly<Record<WorkPoints['restarts'], Way<Point>>> = {
    never: () => oneWay([points]),
    section: () => oneWay(groups(points, ({ section }) => section).flatMap(cutAtOne)),
    domain: () => oneWay(groups(points, ({ domain }) => domain).flatMap(cutAtOne)),
  };
  return bestWay([ways[restarts], ways.never, ways.section, ways.domain]);
}

/**
 * The sequences in which the rows of a list are numbered: one, or one for each section or domain. Where the points of its
 * `pairing` restart, the rows may restart with their counterparts, wherever the section rows stand.
 */
export function rowSequences(list: TaskList, pairing?: Pairing): readonly Sequence<Row>[] {
  const rows = list.rows.filter(isOwnTask);
  const whole = () => oneWay([rows]);
  const pointsRestart = pairing !== undefined && pairing.workPoints.restarts !== 'never';
  const bySections = [(row: Row) => row.domainRow ?? row.section, (row: Row) => row.section].flatMap((groupOf) => {
    const held = groups(rows, groupOf);
    if (!pointsRestart && !beginsAtOne(held.slice(1))) return [];
    const cut = held.flatMap(cutAtOne);
    return [() => oneWay(cut, cut.length - held.length)];
  });
  if (pairing === undefined) return bestWay([...bySections, whole]);
  if (!pointsRestart) return bestWay([whole, ...bySections]);
  const byPoints = () => {
    const held = pointSequences(pairing.workPoints).map(({ members }) => members);
    return oneWay(rowsByPoints(pairing, held).map((group) => group.filter(isOwnTask)));
  };
  return bestWay([byPoints, ...bySections, whole]);
}

/** A row that goes on with the merged cells of the one above has no number of its own to lack. */
function isOwnTask({ continues }: Row): boolean {
  return continues === undefined;
}

/** Whether as many groups as not begin with 1. */
function beginsAtOne(held: readonly (readonly Numbered[])[]): boolean {
  const fresh = held.filter(([first]) => first?.label?.value === 1);
  return fresh.length > 0 && fresh.length >= held.length / 2;
}

/** A way to cut a part into sequences, and how much it leaves to explain: slips, and headings that must have been lost. */
type Way<Member extends Numbered> = () => { readonly sequences: readonly Sequence<Member>[]; readonly cost: number };

/** One sequence a group; only the very first may begin anywhere, since an excerpt begins where it was cut. */
function oneWay<Member extends Numbered>(held: readonly (readonly Member[])[], lost = 0): ReturnType<Way<Member>> {
  const sequences = held.map((group, index) => sequenceOf(group, index === 0 ? undefined : 1));
  return { sequences, cost: sequences.reduce((sum, { problems }) => sum + problems.length, lost) };
}

/** The sequences of the way that leaves least to explain; the first of equals. */
function bestWay<Member extends Numbered>(ways: readonly Way<Member>[]): readonly Sequence<Member>[] {
  let best: ReturnType<Way<Member>> = { sequences: [], cost: Number.POSITIVE_INFINITY };
  for (const way of ways) {
    if (best.cost === 0) break;
    const next = way();
    if (next.cost < best.cost) best = next;
  }
  return best.sequences;
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
