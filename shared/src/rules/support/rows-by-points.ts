import type { Point, Row } from '../../model/policy-document.ts';
import { heaviestChain } from '../../pairing/heaviest-chain.ts';
import type { Pairing } from '../../pairing/pairing.ts';

/**
 * The rows of a list in runs, each holding the counterparts of one of the `groups` of points: what counts as one section
 * even where the section row stands a line off, or is not there. The few rows that moved or have no point go with those
 * around them.
 */
export function rowsByPoints({ taskList, pairOfRow }: Pairing, groups: readonly (readonly Point[])[]): Row[][] {
  const { rows } = taskList;
  const places = new Map(groups.flat().map((point, place) => [point, place]));
  const groupOf = new Map(groups.flatMap((points, group) => points.map((point) => [point, group] as const)));
  const pointOf = (row: Row | undefined) => (row === undefined ? undefined : pairOfRow(row)?.points[0]);
  const ownGroup = (at: number) => {
    const point = pointOf(rows[at]);
    return point === undefined ? undefined : groupOf.get(point);
  };
  const links = rows.flatMap((row, left) => {
    const point = pointOf(row);
    const right = point === undefined ? undefined : places.get(point);
    return right === undefined ? [] : [{ left, right, weight: 1 }];
  });
  const starts = [0];
  let before: number | undefined;
  for (const { left: after } of heaviestChain(links)) {
    if (before !== undefined && ownGroup(before) !== ownGroup(after))
      starts.push(startBetween(rows, ownGroup, before, after));
    before = after;
  }
  return starts.map((start, index) => rows.slice(start, starts[index + 1]));
}

/** Where the later of two groups begins, whose rows at `before` and `after` are known. */
function startBetween(
  rows: readonly Row[],
  ownGroup: (at: number) => number | undefined,
  before: number,
  after: number,
): number {
  let least = before + 1;
  for (let at = least; at < after; at++) if (ownGroup(at) === ownGroup(before)) least = at + 1;
  let start = after;
  for (let at = least; at < start; at++) if (ownGroup(at) === ownGroup(after)) start = at;
  while (start > least && leadsUp(rows[start - 1], rows[start])) start--;
  return start;
}

/** Whether a row's number leads up to that of the next, in a sequence that begins with 1. */
function leadsUp(row: Row | undefined, next: Row | undefined): boolean {
  const [value, following] = [row?.label?.value, next?.label?.value];
  return value !== undefined && following !== undefined && (value === following - 1 || value === 1);
}
