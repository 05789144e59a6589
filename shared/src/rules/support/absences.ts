import type { Point, Row } from '../../model/policy-document.ts';
import type { Pairing } from '../../pairing/pairing.ts';
import type { Subject } from '../subject.ts';
import { duplicatesOf } from './near-duplicates.ts';

/** Points, or rows, next to one another that have no counterpart: one slip, such as a page lost in copying. */
export interface Absence<Member> {
  readonly pairing: Pairing;
  readonly members: readonly [Member, ...Member[]];
}

/** Below this share of paired tasks the two parts do not speak of the same things, and nothing is missing. */
const RELATED = 0.34;
/** A part that leaves out this much of the other, here and there, is a selection. */
const SELECTION = { share: 0.4, runs: 4 };

/** The points without a row, in runs. A pasted copy of another point is told as such and is not among them. */
export function pointsLackingRows(subject: Subject): readonly Absence<Point>[] {
  return subject.pairings.flatMap((pairing) => {
    const lacking = new Set(pairing.pointsWithoutRow.filter((point) => !isCopy(subject, point)));
    return absences(pairing, pairing.workPoints.points, lacking);
  });
}

/** The rows without a point, in runs. A pasted copy of another row is told as such and is not among them. */
export function rowsLackingPoints(subject: Subject): readonly Absence<Row>[] {
  return subject.pairings.flatMap((pairing) => {
    const lacking = new Set(pairing.rowsWithoutPoint.filter((row) => !isCopy(subject, row)));
    return absences(pairing, pairing.taskList.rows, lacking);
  });
}

/** False where the parts share so few tasks that comparing them says nothing. */
export function belongTogether({ pairs, workPoints, taskList }: Pairing): boolean {
  return pairs.length >= RELATED * Math.min(workPoints.points.length, taskList.rows.length);
}

/** True for what stands twice where its counterpart belongs to the other one: the slip is the copy, not the lack. */
function isCopy(subject: Subject, member: Point | Row): boolean {
  const { copies, twins } = duplicatesOf(subject);
  const twin = twins.get(member);
  return copies.has(member) || (twin !== undefined && subject.pairings.some((pairing) => isPaired(pairing, twin)));
}

function isPaired(pairing: Pairing, member: Point | Row): boolean {
  return ('pieces' in member ? pairing.pairOfPoint(member) : pairing.pairOfRow(member)) !== undefined;
}

function absences<Member>(
  pairing: Pairing,
  members: readonly Member[],
  lacking: ReadonlySet<Member>,
): readonly Absence<Member>[] {
  if (lacking.size === 0 || !belongTogether(pairing)) return [];
  const runs: [Member, ...Member[]][] = [];
  let before: Member | undefined;
  for (const member of members) {
    const run = runs.at(-1);
    if (lacking.has(member)) {
      if (run !== undefined && run.at(-1) === before) run.push(member);
      else runs.push([member]);
    }
    before = member;
  }
  if (lacking.size >= SELECTION.share * members.length && runs.length >= SELECTION.runs) return [];
  return runs.map((run) => ({ pairing, members: run }));
}
