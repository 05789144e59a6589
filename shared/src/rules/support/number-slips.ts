import type { Point, Row } from '../../model/policy-document.ts';
import type { NumberingProblem } from '../../pairing/numbering-problem.ts';
import type { Pairing } from '../../pairing/pairing.ts';
import type { Subject } from '../subject.ts';
import { belongTogether } from './absences.ts';
import { duplicatesOf } from './near-duplicates.ts';
import { oncePerSubject } from './once-per-subject.ts';
import { indexOf, type PartIndex } from './pairing-index.ts';
import { keepsNumber } from './renumber.ts';
import { type Numbered, pointSequences, rowSequences, type Sequence } from './sequences.ts';

/** A slip of numbering that is a mistake of its own, not the trace of a missing, inserted or pasted task. */
export interface NumberSlip<Member extends Numbered> {
  readonly sequence: Sequence<Member>;
  readonly problem: NumberingProblem;
  /** The member whose number is told as wrong. */
  readonly member: Member;
  /** The member that it changed places with, farther on, number and all: one mistake, told at the first of the two. */
  readonly exchangedWith?: Member;
}

/** The slips in the numbers of the points. */
export const pointSlips = oncePerSubject((subject) =>
  subject.workPoints.flatMap(pointSequences).flatMap((sequence) =>
    slipsOf(subject, sequence).filter((slip) => {
      const pairing = subject.pairings.find((known) => indexOf(known).points.positionOf(slip.member) !== undefined);
      return !isCopied(subject, slip) && (pairing === undefined || !isTraceInPoints(pairing, slip));
    }),
  ),
);

/** The slips in the numbers of the rows, but those that the points have in the same place. */
export const rowSlips = oncePerSubject((subject) => {
  const told = new Set(pointSlips(subject).map(({ member }) => member));
  const sequences = subject.taskLists.flatMap((list) =>
    rowSequences(
      list,
      subject.pairings.find(({ taskList }) => taskList === list),
    ),
  );
  return sequences.flatMap((sequence) =>
    slipsOf(subject, sequence).filter((slip) => {
      const pairing = subject.pairings.find((known) => indexOf(known).rows.positionOf(slip.member) !== undefined);
      if (isCopied(subject, slip)) return false;
      if (pairing === undefined) return true;
      const points = pairing.pairOfRow(slip.member)?.points ?? [];
      const same = points.some((point) => told.has(point) && point.label.value === slip.member.label?.value);
      return !same && !isTraceInRows(pairing, slip);
    }),
  );
});

function slipsOf<Member extends Point | Row>(subject: Subject, sequence: Sequence<Member>): NumberSlip<Member>[] {
  const slips = sequence.problems.flatMap((problem): NumberSlip<Member>[] => {
    const member = sequence.members[problem.position];
    return member === undefined ? [] : [{ sequence, problem, member }];
  });
  // Each slip waits for the one that has its number and it the other's.
  const waiting = new Map<string, number>();
  const kept: (NumberSlip<Member> | undefined)[] = [...slips];
  for (const [index, slip] of slips.entries()) {
    const [typed, expected] = [slip.member.label?.value, slip.problem.expected];
    const at = waiting.get(`${expected} at ${typed}`);
    const former = at === undefined ? undefined : slips[at];
    if (at !== undefined && former !== undefined && areExchanged(subject, former, slip)) {
      kept[at] = { ...former, exchangedWith: slip.member };
      kept[index] = undefined;
    } else waiting.set(`${typed} at ${expected}`, index);
  }
  return kept.flatMap((slip) => slip ?? []);
}

/** Two members that stand in each other's places, while the other part has the same numbers for both. */
function areExchanged<Member extends Point | Row>(
  subject: Subject,
  one: NumberSlip<Member>,
  other: NumberSlip<Member>,
): boolean {
  const isOne = ({ problem }: NumberSlip<Member>) =>
    problem.kind === 'misnumbered' && problem.position === problem.last;
  return (
    isOne(one) &&
    isOne(other) &&
    one.problem.expected === other.member.label?.value &&
    other.problem.expected === one.member.label?.value &&
    keepsNumber(subject, one.member) &&
    keepsNumber(subject, other.member)
  );
}

/** The members that a slip speaks of: those with the wrong number, and the one that had it before. */
function concerned<Member extends Numbered>({ sequence, problem }: NumberSlip<Member>): readonly Member[] {
  const first = problem.first === undefined ? undefined : sequence.members[problem.first];
  const wrong = sequence.members.slice(problem.position, problem.last + 1);
  return first === undefined ? wrong : [first, ...wrong];
}

/** A pasted copy carries its number along. */
function isCopied(subject: Subject, slip: NumberSlip<Point> | NumberSlip<Row>): boolean {
  const { copies, twins } = duplicatesOf(subject);
  if (slip.problem.kind === 'gap') return false;
  const members: readonly (Point | Row)[] = concerned<Point | Row>(slip);
  return members.some((member) => copies.has(member) || (twins.has(member) && slip.problem.kind === 'duplicate'));
}

/** True where the row of a passed-over number is there, or where the point with the odd number is one too many. */
function isTraceInPoints(pairing: Pairing, slip: NumberSlip<Point>): boolean {
  if (!belongTogether(pairing)) return false;
  const { missing, position } = slip.problem;
  if (missing === undefined) return concerned(slip).some((point) => pairing.pairOfPoint(point) === undefined);
  const rowOf = (point: Point | undefined) => (point === undefined ? undefined : pairing.pairOfPoint(point)?.rows[0]);
  return lacks(indexOf(pairing).rows, missing, rowOf(slip.sequence.members[position - 1]), rowOf(slip.member));
}

/** The same for the rows. */
function isTraceInRows(pairing: Pairing, slip: NumberSlip<Row>): boolean {
  if (!belongTogether(pairing)) return false;
  const { missing, position } = slip.problem;
  if (missing === undefined) return concerned(slip).some((row) => pairing.pairOfRow(row) === undefined);
  const pointOf = (row: Row | undefined) => (row === undefined ? undefined : pairing.pairOfRow(row)?.points[0]);
  return lacks(indexOf(pairing).points, missing, pointOf(slip.sequence.members[position - 1]), pointOf(slip.member));
}

/** Whether the other part has, without a counterpart here, a passed-over number or something between the two neighbours. */
function lacks<Member>(
  other: PartIndex<Member>,
  missing: { readonly from: number; readonly to: number },
  before: Member | undefined,
  after: Member | undefined,
): boolean {
  if (other.lacksNumber(missing.from, missing.to)) return true;
  const from = before === undefined ? undefined : other.positionOf(before);
  const to = after === undefined ? undefined : other.positionOf(after);
  return to !== undefined && other.lacksBetween((from ?? -1) + 1, to);
}
