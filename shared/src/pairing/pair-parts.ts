import type { Memory } from '../memory/memory.ts';
import type { Point, Row, TaskList, WorkPoints } from '../model/policy-document.ts';
import type { UnitDirectory } from '../units/unit.ts';
import { align } from './align.ts';
import type { Comparing } from './compare.ts';
import { groupPoints, groupRows } from './groups.ts';
import { type JoinedPair, joinNeighbours } from './join-neighbours.ts';
import type { Pair, Pairing } from './pairing.ts';
import { type PointTask, pointTask, type RowTask, rowTask, type TaskContext } from './task.ts';

/** Which points and rows are the same task, by number and content. Never throws; empty parts have no pairs. */
export function pairParts(
  workPoints: WorkPoints,
  taskList: TaskList,
  directory: UnitDirectory,
  memory?: Memory,
): Pairing {
  const { points, rows } = tasksOf(workPoints, taskList, { directory, memory });
  const pairs = joinTasks(points, rows).map(
    ({ left, right, similarity }): Pair => ({
      points: left.flatMap((task: PointTask) => task.members),
      rows: right.flatMap((task: RowTask) => task.members),
      similarity,
    }),
  );
  const byPoint = new Map<Point, Pair>(pairs.flatMap((pair) => pair.points.map((point) => [point, pair] as const)));
  const byRow = new Map<Row, Pair>(pairs.flatMap((pair) => pair.rows.map((row) => [row, pair] as const)));
  return {
    workPoints,
    taskList,
    pairs,
    pointsWithoutRow: workPoints.points.filter((point) => !byPoint.has(point)),
    rowsWithoutPoint: taskList.rows.filter((row) => !byRow.has(row)),
    pairOfPoint: (point) => byPoint.get(point),
    pairOfRow: (row) => byRow.get(row),
  };
}

/** The tasks of both parts, as their layout groups points and rows. */
export function tasksOf(
  workPoints: WorkPoints,
  taskList: TaskList,
  context: TaskContext,
): { readonly points: readonly PointTask[]; readonly rows: readonly RowTask[] } {
  return {
    points: groupPoints(workPoints, taskList.rows).map((group, index) => pointTask(group, index, context)),
    rows: groupRows(taskList.rows, workPoints.points).map((group, index) => rowTask(group, index, context)),
  };
}

/** @param comparing What compares two tasks, where something is known of them. */
export function joinTasks(
  points: readonly PointTask[],
  rows: readonly RowTask[],
  comparing?: Comparing,
): readonly JoinedPair[] {
  return joinNeighbours(points, rows, align(points, rows, comparing));
}
