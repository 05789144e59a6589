import type { Point, Row, WorkPoints } from '../model/policy-document.ts';
import { countFirst } from '../text/count-first.ts';
import { mendSubs, numberRanges } from './numbering.ts';
import type { Group } from './task.ts';

/** A layout is one that occurs this often; less often it is a slip of numbering. */
const THROUGHOUT = 3;

/**
 * The rows that are one task: `3-1` and `3-2`, or, where the layout does so throughout, a run of rows under one number
 * (repeated, or given once and left empty below).
 */
export function groupRows(rows: readonly Row[], points: readonly Point[]): readonly Group<Row>[] {
  const typed = rows.map(({ label }) => label);
  if (numberRanges(typed) !== undefined || points.some((point) => point.label.sub !== undefined)) return singles(rows);
  const numbers = mendSubs(typed);
  const bySub = runs(rows, (at) => numbers[at]?.sub !== undefined && numbers[at]?.value === numbers[at - 1]?.value);
  const byNumber = runs(rows, (at) => typed[at] === undefined || typed[at].value === typed[at - 1]?.value);
  const throughout =
    byNumber.filter(({ members }) => members.length > 1).length >= Math.min(THROUGHOUT, points.length / 2);
  const nearer = Math.abs(byNumber.length - points.length) < Math.abs(bySub.length - points.length);
  return (throughout && nearer ? byNumber : bySub).map(({ from, members }) => {
    const number = numbers[from]?.value;
    return number === undefined ? { members } : { members, number };
  });
}

/** The points that are one task: those of a row's range (`1-3`), `3.1` and `3.2` under a row 3, or a whole domain or section. */
export function groupPoints(workPoints: WorkPoints, rows: readonly Row[]): readonly Group<Point>[] {
  const { points } = workPoints;
  const ranges = numberRanges(rows.map(({ label }) => label));
  if (ranges !== undefined) {
    const starts = ranges.map(({ from }) => from);
    const startOf = ({ label }: Point) => starts[lastAtMost(starts, label.value)];
    const startOfNth = (at: number) => (points[at] === undefined ? undefined : startOf(points[at]));
    return runs(points, (at) => startOfNth(at) === startOfNth(at - 1)).map(({ from, members }) => {
      const number = startOfNth(from);
      return number === undefined ? { members } : { members, number };
    });
  }
  if (!rows.some((row) => row.label?.sub !== undefined)) {
    const labelAt = (at: number) => points[at]?.label;
    const bySub = runs(points, (at) => labelAt(at)?.sub !== undefined && labelAt(at)?.value === labelAt(at - 1)?.value);
    if (bySub.length < points.length) return bySub;
  }
  for (const tiers of [workPoints.domains, workPoints.sections]) {
    const held = tiers.filter((tier) => tier.points.length > 0);
    const covered = held.reduce((sum, tier) => sum + tier.points.length, 0);
    const fits = Math.abs(held.length - rows.length) <= rows.length / 10 && points.length >= rows.length * 1.5;
    if (fits && covered === points.length)
      return held.map((tier, index) => ({ members: tier.points, number: index + 1 }));
  }
  return singles(points);
}

/** Index of the last of ascending numbers that is not greater than `value`; -1 where there is none. */
function lastAtMost(numbers: readonly number[], value: number): number {
  return countFirst(numbers, (number) => number <= value) - 1;
}

function singles<Member>(members: readonly Member[]): readonly Group<Member>[] {
  return members.map((member) => ({ members: [member] }));
}

/** The members cut into runs: the one at a position that `continues` the one before stands in its run. */
function runs<Member>(
  members: readonly Member[],
  continues: (position: number) => boolean,
): { readonly from: number; readonly members: Member[] }[] {
  const result: { from: number; members: Member[] }[] = [];
  for (const [position, member] of members.entries()) {
    const run = result.at(-1);
    if (run !== undefined && continues(position)) run.members.push(member);
    else result.push({ from: position, members: [member] });
  }
  return result;
}
