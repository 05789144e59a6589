import type { Point, Row, WorkPoints } from '../model/policy-document.ts';
import type { Group } from './task.ts';

/** A layout is one that occurs this often; less often it is a slip of numbering. */
const THROUGHOUT = 3;

/**
 * The rows that are one task: `3-1` and `3-2`, or, where the layout does so throughout, a run of rows under one number
 * (repeated, or given once and left empty below).
 */
export function groupRows(rows: readonly Row[], points: readonly Point[]): readonly Group<Row>[] {
  if (rowRanges(rows) !== undefined || points.some((point) => point.label.sub !== undefined)) return singles(rows);
  const bySub = runs(rows, (row, before) => row.label?.sub !== undefined && row.label.value === before.label?.value);
  const byNumber = runs(rows, (row, before) => row.label === undefined || row.label.value === before.label?.value);
  const throughout = byNumber.filter((members) => members.length > 1).length >= Math.min(THROUGHOUT, points.length / 2);
  const nearer = Math.abs(byNumber.length - points.length) < Math.abs(bySub.length - points.length);
  return (throughout && nearer ? byNumber : bySub).map((members) => ({ members }));
}

/** The points that are one task: those of a row's range (`1-3`), `3.1` and `3.2` under a row 3, or a whole domain or section. */
export function groupPoints(workPoints: WorkPoints, rows: readonly Row[]): readonly Group<Point>[] {
  const { points } = workPoints;
  const ranges = rowRanges(rows);
  if (ranges !== undefined) {
    const starts = ranges.map(({ from }) => from);
    const startOf = ({ label }: Point) => starts[lastAtMost(starts, label.value)];
    return runs(points, (point, before) => startOf(point) === startOf(before)).map((members) => {
      const number = members[0] === undefined ? undefined : startOf(members[0]);
      return number === undefined ? { members } : { members, number };
    });
  }
  if (!rows.some((row) => row.label?.sub !== undefined)) {
    const bySub = runs(points, (point, before) => point.label.sub !== undefined && point.label.value === before.label.value);
    if (bySub.length < points.length) return bySub.map((members) => ({ members }));
  }
  for (const tiers of [workPoints.domains, workPoints.sections]) {
    const held = tiers.filter((tier) => tier.points.length > 0);
    const covered = held.reduce((sum, tier) => sum + tier.points.length, 0);
    const fits = Math.abs(held.length - rows.length) <= rows.length / 10 && points.length >= rows.length * 1.5;
    if (fits && covered === points.length) return held.map((tier, index) => ({ members: tier.points, number: index + 1 }));
  }
  return singles(points);
}

/** Row numbers that are ranges of points (`1-3`, `4-6`, `7`), where they all are; undefined otherwise. */
function rowRanges(rows: readonly Row[]): readonly { readonly from: number; readonly to: number }[] | undefined {
  const ranges: { from: number; to: number }[] = [];
  let wide = 0;
  for (const { label } of rows) {
    if (label === undefined) return undefined;
    const to = label.sub ?? label.value;
    const before = ranges.at(-1);
    if (to < label.value || (before !== undefined && label.value <= before.to)) return undefined;
    if (to > label.value) wide++;
    ranges.push({ from: label.value, to });
  }
  return wide >= 2 ? ranges : undefined;
}

/** Index of the last of ascending numbers that is not greater than `value`; -1 where there is none. */
function lastAtMost(numbers: readonly number[], value: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function singles<Member>(members: readonly Member[]): readonly Group<Member>[] {
  return members.map((member) => ({ members: [member] }));
}

/** The members cut into runs: one that `continues` the member before stands in the same run. */
function runs<Member>(members: readonly Member[], continues: (member: Member, before: Member) => boolean): Member[][] {
  const result: Member[][] = [];
  let before: Member | undefined;
  for (const member of members) {
    const run = result.at(-1);
    if (run !== undefined && before !== undefined && continues(member, before)) run.push(member);
    else result.push([member]);
    before = member;
  }
  return result;
}
