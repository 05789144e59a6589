import { type Candidate, compare } from './compare.ts';
import type { PointTask, RowTask, Task } from './task.ts';

export interface JoinedPair {
  readonly left: readonly PointTask[];
  readonly right: readonly RowTask[];
  readonly similarity: number;
}

/** How like the other side a task must be to show that tasks are split. */
const PART_OF = 0.4;
/** What must speak, by words, units and place, for a task to be a part of its neighbour where numbers do not show it. */
const FITS = 0.3;
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
  const pointsOf = joined(
    points,
    pairs.map(({ left, right }) => ({ own: left, other: rows[right] })),
  );
  const rowsOf = joined(
    rows,
    pairs.map(({ left, right }) => ({ own: right, other: points[left] })),
  );
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
  const paired = tasks.map(({ index }) => (counterparts.has(index) ? index : undefined));
  const before = carried(paired);
  const after = carried([...paired].reverse()).reverse();
  const hosts = new Map<number, Host>();
  for (const task of tasks) {
    if (counterparts.has(task.index)) continue;
    const near = [before[task.index], after[task.index]].flatMap((position): Host[] => {
      const other = position === undefined ? undefined : counterparts.get(position);
      return position === undefined || other === undefined ? [] : [{ position, ...compare(task, other) }];
    });
    const [first, second] = near;
    const host = first !== undefined && second !== undefined && second.weight > first.weight ? second : first;
    if (host !== undefined) hosts.set(task.index, host);
  }
  // A part that splits tasks elsewhere (3-1, 3-2) does so here too, whatever the number.
  const splits = tasks.filter(({ members }) => members.length > 1).length >= THROUGHOUT;
  const parts = [...hosts.values()].filter(({ similarity }) => similarity >= PART_OF).length;
  const layout = splits || (parts >= THROUGHOUT && parts >= tasks.length * SHARE);
  const result = new Map<number, T[]>();
  for (const task of tasks) {
    const host = hosts.get(task.index);
    const joins = layout && host !== undefined && (host.similarity >= PART_OF || (!splits && host.weight >= FITS));
    const position = counterparts.has(task.index) ? task.index : joins ? host.position : undefined;
    if (position === undefined) continue;
    const group = result.get(position);
    if (group === undefined) result.set(position, [task]);
    else group.push(task);
  }
  return result;
}

/** The pair beside a task that it is more like, by the position of that pair's own task. */
interface Host {
  readonly position: number;
  readonly similarity: number;
  readonly weight: number;
}

/** Each empty place takes the value before it. */
function carried(values: readonly (number | undefined)[]): (number | undefined)[] {
  let last: number | undefined;
  return values.map((value) => {
    if (value !== undefined) last = value;
    return last;
  });
}
