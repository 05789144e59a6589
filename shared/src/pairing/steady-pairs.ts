import type { Point, Row } from '../model/policy-document.ts';
import { CLEAR, UNLIKE } from './candidates.ts';
import { compare, saysLittle } from './compare.ts';
import type { JoinedPair } from './join-neighbours.ts';
import { joinTasks, tasksOf } from './pair-parts.ts';
import type { Pairing } from './pairing.ts';
import { groupByNumber, ofNumber } from './same-number.ts';
import { type PointTask, pointTask, type RowTask, rowTask, type Task, type TaskContext } from './task.ts';

/**
 * Answers, while the words of tasks are edited one after the other, whether every task keeps its counterpart.
 *
 * In most drafts each point has one row of its number that is clearly like it, and the rows stand in the order of the points.
 * There an edit can only matter for the tasks of the same number. Elsewhere the tasks are paired anew and compared.
 */
export class SteadyPairs {
  readonly #context: TaskContext;
  readonly #points: PointTask[];
  readonly #rows: RowTask[];
  readonly #pointsByNumber: ReadonlyMap<number, readonly Task<unknown>[]>;
  readonly #rowsByNumber: ReadonlyMap<number, readonly Task<unknown>[]>;
  readonly #isPlain: boolean;
  readonly #pairs: string | undefined;

  private constructor(points: readonly PointTask[], rows: readonly RowTask[], context: TaskContext) {
    this.#context = context;
    this.#points = [...points];
    this.#rows = [...rows];
    this.#pointsByNumber = groupByNumber(points);
    this.#rowsByNumber = groupByNumber(rows);
    this.#isPlain = points.length === rows.length && points.every((point) => this.#isAtHome(point));
    this.#pairs = this.#isPlain ? undefined : describe(joinTasks(points, rows));
  }

  /** Undefined where the layout makes one task of several points or rows. */
  static of({ workPoints, taskList }: Pairing, context: TaskContext): SteadyPairs | undefined {
    const { points, rows } = tasksOf(workPoints, taskList, context);
    const isSingle = ({ members }: Task<unknown>) => members.length === 1;
    return points.every(isSingle) && rows.every(isSingle) ? new SteadyPairs(points, rows, context) : undefined;
  }

  /**
   * Puts a point with other words in the place of the one at a position.
   * @returns false, and keeps the old one, where a task might change its counterpart.
   */
  replacePoint(position: number, point: Point): boolean {
    const old = this.#points[position];
    if (old === undefined) return false;
    const { grams } = pointTask({ members: [point] }, position, this.#context);
    const now = { ...old, members: [point], grams };
    this.#points[position] = now;
    const stays = this.#isPlain ? this.#isAtHome(now) : this.#pairsStay();
    if (!stays) this.#points[position] = old;
    return stays;
  }

  /** The same for a row. */
  replaceRow(position: number, row: Row): boolean {
    const old = this.#rows[position];
    if (old === undefined) return false;
    const { grams } = rowTask({ members: [row] }, position, this.#context);
    this.#rows[position] = { ...old, members: [row], grams };
    const stays = this.#isPlain
      ? ofNumber(this.#pointsByNumber, old, 0).every(({ index }) => this.#isAtHome(this.#points[index]))
      : this.#pairsStay();
    if (!stays) this.#rows[position] = old;
    return stays;
  }

  /** Of the rows with the point's number only the one at its own position is like it, and that one clearly. */
  #isAtHome(point: PointTask | undefined): boolean {
    if (point === undefined) return false;
    let isClear = false;
    for (const { index } of ofNumber(this.#rowsByNumber, point, 0)) {
      const row = this.#rows[index];
      if (row === undefined || saysLittle(point, row)) return false;
      const { similarity } = compare(point, row);
      if (index === point.index) isClear = similarity >= CLEAR;
      else if (similarity >= UNLIKE) return false;
    }
    return isClear;
  }

  #pairsStay(): boolean {
    return describe(joinTasks(this.#points, this.#rows)) === this.#pairs;
  }
}

function describe(pairs: readonly JoinedPair[]): string {
  return pairs
    .map(({ left, right }) => `${left.map(({ index }) => index)}-${right.map(({ index }) => index)}`)
    .join(' ');
}
