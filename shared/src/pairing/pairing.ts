import type { Point, Row, TaskList, WorkPoints } from '../model/policy-document.ts';

/** How the points of a part and the rows of a list belong together. Rules, hovers and reports read it; nobody pairs again. */
export interface Pairing {
  readonly workPoints: WorkPoints;
  readonly taskList: TaskList;
  /** In document order of the points. */
  readonly pairs: readonly Pair[];
  readonly pointsWithoutRow: readonly Point[];
  readonly rowsWithoutPoint: readonly Row[];
  pairOfPoint(point: Point): Pair | undefined;
  pairOfRow(row: Row): Pair | undefined;
}

/** One task: usually one point and one row; several on one side where the layout does so throughout. */
export interface Pair {
  readonly points: readonly Point[];
  readonly rows: readonly Row[];
  /** 0 to 1: how alike the words of both sides are. */
  readonly similarity: number;
}
