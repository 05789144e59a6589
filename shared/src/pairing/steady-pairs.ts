import type { Point, Row } from '../model/policy-document.ts';
import { CLEAR } from './candidates.ts';
import { compare, comparingAgain, placeAgreement, saysLittle } from './compare.ts';
import type { JoinedPair } from './join-neighbours.ts';
import { joinTasks, tasksOf } from './pair-parts.ts';
import type { Pairing } from './pairing.ts';
import { groupByNumber, ofNumber } from './same-number.ts';
import { type PointTask, pointTask, type RowTask, rowTask, type Task, type TaskContext } from './task.ts';

/** Weights are summed over all tasks: one that is greater by less than this may not be the greater sum. */
const CLEARLY = 1e-6;

/**
 * Answers, while the words and units of tasks are edited one after the other, whether every task keeps its counterpart.
 *
 * In most drafts each point has one row of its number that is clearly like it, more than all others of that number, and the
 * rows stand in the order of the points. Pairing those is more than any other pairing is worth, and leaves no task over. There
 * an edit can only matter for the tasks of the same number. Elsewhere the tasks are paired anew and compared.
 */
export class SteadyPairs {
  readonly #context: TaskContext;
  readonly #points: PointTask[];
  readonly #rows: RowTask[];
  /** For each point and each row of the parts the task that it belongs to, and its position there. */
  readonly #pointTaskOf: readonly Membership[];
  readonly #rowTaskOf: readonly Membership[];
  /** For each point the rows, and for each row the points, that it is compared with for their number, by position. */
  readonly #rowsOf: readonly (readonly number[])[];
  readonly #pointsOf: readonly number[][];
  readonly #comparing = comparingAgain();
  readonly #isPlain: boolean;
  readonly #pairs: string | undefined;

  constructor({ workPoints, taskList }: Pairing, context: TaskContext) {
    const { points, rows } = tasksOf(workPoints, taskList, context);
    this.#context = context;
    this.#points = [...points];
    this.#rows = [...rows];
    this.#pointTaskOf = memberships(workPoints.points, points);
    this.#rowTaskOf = memberships(taskList.rows, rows);
    const byNumber = groupByNumber(rows);
    this.#rowsOf = points.map((point) => ofNumber(byNumber, point, 0).map(({ index }) => index));
    this.#pointsOf = rows.map(() => []);
    for (const [position, compared] of this.#rowsOf.entries())
      for (const row of compared) this.#pointsOf[row]?.push(position);
    this.#isPlain = points.length === rows.length && points.every((point) => this.#isAtHome(point));
    this.#pairs = this.#isPlain ? undefined : describe(joinTasks(points, rows, this.#comparing));
  }

  /**
   * Puts a point or a row with other words or units in the place of the one at a position among the points or rows.
   * @returns false, and keeps the old one, where a task might change its counterpart.
   */
  replace(position: number, task: Point | Row): boolean {
    return 'pieces' in task ? this.#replacePoint(position, task) : this.#replaceRow(position, task);
  }

  #replacePoint(position: number, point: Point): boolean {
    const { index, member } = this.#pointTaskOf[position] ?? NOWHERE;
    const old = this.#points[index];
    if (old === undefined) return false;
    const members = old.members.with(member, point);
    const { grams, leads } = pointTask({ members }, index, this.#context);
    const now = { ...old, members, grams, leads };
    this.#points[index] = now;
    const stays = this.#isPlain ? this.#isAtHome(now) : this.#pairsStay();
    if (!stays) this.#points[index] = old;
    return stays;
  }

  #replaceRow(position: number, row: Row): boolean {
    const { index, member } = this.#rowTaskOf[position] ?? NOWHERE;
    const old = this.#rows[index];
    if (old === undefined) return false;
    const members = old.members.with(member, row);
    const { grams, leads, domain } = rowTask({ members }, index, this.#context);
    const now = { ...old, members, grams, leads, domain };
    if (domain !== old.domain && !this.#isComparedAlike(old, now)) return false;
    this.#rows[index] = now;
    const stays = this.#isPlain
      ? (this.#pointsOf[index] ?? []).every((point) => this.#isAtHome(this.#points[point]))
      : this.#pairsStay();
    if (!stays) this.#rows[index] = old;
    return stays;
  }

  /** Which rows a point is compared with hangs on whether they have anything of their place in common. */
  #isComparedAlike(old: RowTask, now: RowTask): boolean {
    return this.#points.every(
      (point) => point.number !== old.number || placeAgreement(point, old) > 0 === placeAgreement(point, now) > 0,
    );
  }

  /** Of the rows that it is compared with the one at its own position is the likest by far, and clearly like it. */
  #isAtHome(point: PointTask | undefined): boolean {
    const home = point && this.#rows[point.index];
    if (point === undefined || home === undefined || !(this.#rowsOf[point.index] ?? []).includes(home.index))
      return false;
    const own = compare(point, home);
    return (
      own.similarity >= CLEAR &&
      (this.#rowsOf[point.index] ?? []).every((index) => {
        const row = this.#rows[index];
        if (row === undefined || saysLittle(point, row)) return false;
        return row === home || compare(point, row).weight + CLEARLY < own.weight;
      })
    );
  }

  #pairsStay(): boolean {
    return describe(joinTasks(this.#points, this.#rows, this.#comparing)) === this.#pairs;
  }
}

interface Membership {
  readonly index: number;
  readonly member: number;
}

const NOWHERE: Membership = { index: -1, member: -1 };

function memberships<Member>(members: readonly Member[], tasks: readonly Task<Member>[]): readonly Membership[] {
  const known = new Map(
    tasks.flatMap(({ index, members: own }) => own.map((one, member) => [one, { index, member }] as const)),
  );
  return members.map((one) => known.get(one) ?? NOWHERE);
}

function describe(pairs: readonly JoinedPair[]): string {
  return pairs
    .map(({ left, right }) => `${left.map(({ index }) => index)}-${right.map(({ index }) => index)}`)
    .join(' ');
}
