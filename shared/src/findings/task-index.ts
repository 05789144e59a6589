import type { Point, Row } from '../model/policy-document.ts';
import type { Subject } from '../rules/subject.ts';
import type { SourceText } from '../text/source-text.ts';

/** A point or a row with the numbers it goes by: its own first, then those of the other side. */
interface Task {
  readonly start: number;
  readonly end: number;
  readonly numbers: readonly number[];
}

/** Answers which task a place belongs to. */
export class TaskIndex {
  readonly #tasks = new Map<SourceText, Task[]>();

  constructor(subject: Subject) {
    for (const point of subject.points) this.#add(point, partnersOfPoint(subject, point));
    for (const row of subject.rows) this.#add(row, partnersOfRow(subject, row));
    for (const tasks of this.#tasks.values()) tasks.sort((a, b) => a.start - b.start);
  }

  /** The numbers of the task at an offset: its own first; empty outside every point and row. */
  numbersAt(source: SourceText, offset: number): readonly number[] {
    const tasks = this.#tasks.get(source) ?? [];
    let low = 0;
    let high = tasks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tasks[middle] as Task).start <= offset) low = middle + 1;
      else high = middle;
    }
    const task = tasks[low - 1];
    return task !== undefined && offset <= task.end ? task.numbers : [];
  }

  #add(own: Point | Row, partners: readonly (Point | Row)[]): void {
    const numbers = [own, ...partners].flatMap((task) => (task.label === undefined ? [] : [task.label.value]));
    const task = { start: own.span.start, end: own.span.end, numbers: [...new Set(numbers)] };
    const tasks = this.#tasks.get(own.source);
    if (tasks === undefined) this.#tasks.set(own.source, [task]);
    else tasks.push(task);
  }
}

function partnersOfPoint(subject: Subject, point: Point): readonly Row[] {
  return subject.pairings.flatMap((pairing) => pairing.pairOfPoint(point)?.rows ?? []);
}

function partnersOfRow(subject: Subject, row: Row): readonly Point[] {
  return subject.pairings.flatMap((pairing) => pairing.pairOfRow(row)?.points ?? []);
}
