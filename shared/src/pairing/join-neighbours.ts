import type { Candidate } from './candidates.ts';
import { gramSimilarity } from './similarity.ts';
import type { PointTask, RowTask, Task } from './task.ts';

export interface JoinedPair {
  readonly left: readonly PointTask[];
  readonly right: readonly RowTask[];
  readonly similarity: number;
}

/** How like its counterpart a task must be to be a part of it. */
const PART_OF = 0.4;
/** Fewer joined tasks than this are slips, not a layout. */
const THROUGHOUT = 3;
/** The share of a part's tasks that must be joined ones in a layout that splits tasks. */
const SHARE = 0.2;

/**
 * Lets tasks without a counterpart join the pair beside them, where one part splits tasks throughout that the other
 * states as one. A few such tasks are pasted copies or insertions, and stay alone.
 */
export function joinNeighbours(
  points: readonly PointTask[],
  rows: readonly RowTask[],
  pairs: readonly Candidate[],
): readonly JoinedPair[] {
  const pointsOf = joined(points, pairs.map(({ left, right }) => ({ own: left, other: rows[right] })));
  const rowsOf = joined(rows, pairs.map(({ left, right }) => ({ own: right, other: points[left] })));
  return pairs.map(({ left, right, similarity }) => ({
    left: pointsOf.get(left) ?? [],
    right: rowsOf.get(right) ?? [],
    similarity,
  }));
}

/** For each paired task of one part, by position: itself and those that join it, in order. */
function joined<T extends Task<unknown>>(
  tasks: readonly T[],
  pairs: readonly { readonly own: number; readonly other: Task<unknown> | undefined }[],
): ReadonlyMap<number, readonly T[]> {
  const counterparts = new Map(pairs.map(({ own, other }) => [own, other]));
  const hosts = new Map<number, number>();
  const paired = tasks.map(({ index }) => (counterparts.has(index) ? index : undefined));
  const before = carried(paired);
  const after = carried([...paired].reverse()).reverse();
  for (const task of tasks) {
    if (counterparts.has(task.index)) continue;
    const likeness = (host: number | undefined) => {
      const other = host === undefined ? undefined : counterparts.get(host);
      return other === undefined ? 0 : gramSimilarity(task.grams, other.grams);
    };
    const [up, down] = [before[task.index], after[task.index]];
    const host = likeness(down) > likeness(up) ? down : up;
    if (host !== undefined && likeness(host) >= PART_OF) hosts.set(task.index, host);
  }
  const layout = hosts.size >= THROUGHOUT && hosts.size >= tasks.length * SHARE;
  const result = new Map<number, T[]>();
  for (const task of tasks) {
    const host = counterparts.has(task.index) ? task.index : layout ? hosts.get(task.index) : undefined;
    if (host === undefined) continue;
    const group = result.get(host);
    if (group === undefined) result.set(host, [task]);
    else group.push(task);
  }
  return result;
}

/** Each empty place takes the value before it. */
function carried(values: readonly (number | undefined)[]): (number | undefined)[] {
  let last: number | undefined;
  return values.map((value) => {
    if (value !== undefined) last = value;
    return last;
  });
}
