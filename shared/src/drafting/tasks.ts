import type { Point, Row } from '../model/policy-document.ts';
import type { Pairing } from '../pairing/pairing.ts';
import type { Subject } from '../rules/subject.ts';
import { oncePerSubject } from '../rules/support/once-per-subject.ts';
import type { SourceText } from '../text/source-text.ts';

/** One task of a subject with both its sides; a side that is missing, or of a part that is not there, is empty. */
export interface Task {
  /** Undefined in a document that has one part only. */
  readonly pairing: Pairing | undefined;
  readonly points: readonly Point[];
  readonly rows: readonly Row[];
}

/**
 * The tasks in order of the points; a row without a point stands where the list has it. Each point and each row belongs to
 * one, though a part may be paired with several others.
 */
export const tasksOf = oncePerSubject((subject): readonly Task[] => {
  const tasks: Task[] = [];
  const places = new Map<Point | Row, number>();
  for (const task of sidesOf(subject)) {
    const known = [...task.points, ...task.rows].find((member) => places.has(member));
    const place = (known === undefined ? undefined : places.get(known)) ?? tasks.length;
    const isNew = (member: Point | Row) => !places.has(member);
    const { pairing = task.pairing, points = [], rows = [] } = tasks[place] ?? {};
    const joined = {
      pairing,
      points: [...points, ...task.points.filter(isNew)],
      rows: [...rows, ...task.rows.filter(isNew)],
    };
    tasks[place] = joined;
    for (const member of [...joined.points, ...joined.rows]) places.set(member, place);
  }
  return tasks;
});

function sidesOf(subject: Subject): readonly Task[] {
  return [
    ...subject.pairings.flatMap(tasksOfPairing),
    ...subject.workPoints
      .filter((part) => !subject.pairings.some(({ workPoints }) => workPoints === part))
      .flatMap(({ points }) => points.map((point) => ({ pairing: undefined, points: [point], rows: [] }))),
    ...subject.taskLists
      .filter((list) => !subject.pairings.some(({ taskList }) => taskList === list))
      .flatMap(({ rows }) => rows.map((row) => ({ pairing: undefined, points: [], rows: [row] }))),
  ];
}

/** The task that a point or a row belongs to. */
export function taskOf(subject: Subject, member: Point | Row): Task | undefined {
  return byMember(subject).get(member);
}

/** The task in whose point or row an offset stands. */
export function taskAt(subject: Subject, source: SourceText, offset: number): Task | undefined {
  const holds = (member: Point | Row) =>
    member.source === source && member.span.start <= offset && offset <= member.span.end;
  // Where a point's text ends and the next one begins at one offset, the later one is meant.
  const member = subject.points.findLast(holds) ?? subject.rows.findLast(holds);
  return member === undefined ? undefined : taskOf(subject, member);
}

/** The number by which people know a task: its point's, else its row's. */
export function taskNumber({ points, rows }: Task): number | undefined {
  return points[0]?.label.value ?? rows.find(({ label }) => label !== undefined)?.label?.value;
}

const byMember = oncePerSubject((subject): ReadonlyMap<Point | Row, Task> => {
  const tasks = new Map<Point | Row, Task>();
  for (const task of tasksOf(subject)) for (const member of [...task.points, ...task.rows]) tasks.set(member, task);
  return tasks;
});

function tasksOfPairing(pairing: Pairing): readonly Task[] {
  const { rows } = pairing.taskList;
  const position = new Map(rows.map((row, index) => [row, index]));
  const tasks: Task[] = [];
  const told = new Set<unknown>();
  let next = 0;
  /** The rows without a point that the list has before a place. */
  const addRowsUntil = (end: number) => {
    for (; next < end; next++) {
      const row = rows[next];
      if (row !== undefined && pairing.pairOfRow(row) === undefined) tasks.push({ pairing, points: [], rows: [row] });
    }
  };
  for (const point of pairing.workPoints.points) {
    const pair = pairing.pairOfPoint(point);
    if (pair === undefined) tasks.push({ pairing, points: [point], rows: [] });
    else if (!told.has(pair)) {
      told.add(pair);
      addRowsUntil(Math.min(...pair.rows.map((row) => position.get(row) ?? rows.length)));
      tasks.push({ pairing, points: pair.points, rows: pair.rows });
    }
  }
  addRowsUntil(rows.length);
  return tasks;
}
