import type { Row, TaskList, WorkPoints } from '../model/policy-document.ts';
import { normalForm } from '../text/normal-form.ts';

/** A prose part and the task list that belongs to it; either may be several of the document's parts taken as one. */
export interface PartMatch {
  readonly workPoints: WorkPoints;
  readonly taskList: TaskList;
}

/** Where a part has several others to choose from, it belongs to those that share at least so many of their words. */
const RELATED = 0.2;
/** Where there is no choice, only parts that have next to nothing in common are kept apart: a table of another matter. */
const UNRELATED = 0.1;
/** Parts with fewer tasks than this say too little to be told apart by their words. */
const FEW = 3;

/**
 * Which prose parts and task lists belong together: one and one, or as many of both in order; else by what they say.
 * A part that says nothing of the other side is left alone.
 */
export function matchParts(workPoints: readonly WorkPoints[], taskLists: readonly TaskList[]): readonly PartMatch[] {
  const [points] = workPoints;
  const [list] = taskLists;
  if (points === undefined || list === undefined) return [];
  if (workPoints.length === taskLists.length)
    return workPoints.flatMap((part, index) => {
      const taskList = taskLists[index];
      return taskList === undefined || areStrangers(part, taskList) ? [] : [{ workPoints: part, taskList }];
    });
  if (workPoints.length === 1) {
    const related = relatedTo(wordsOf(points), taskLists, listText);
    return related.length === 0 ? [] : [{ workPoints: points, taskList: joinLists(related) }];
  }
  if (taskLists.length === 1) {
    const related = relatedTo(wordsOfText(listText(list)), workPoints, pointsText);
    return related.length === 0 ? [] : [{ workPoints: joinPoints(related), taskList: list }];
  }
  return matchEach(workPoints, taskLists);
}

function areStrangers(part: WorkPoints, list: TaskList): boolean {
  if (part.points.length < FEW || list.rows.length < FEW) return false;
  return shareOf(listText(list), wordsOf(part)) < UNRELATED;
}

/** Each task list goes to the prose part that it shares most words with; lists of one part are taken as one. */
function matchEach(workPoints: readonly WorkPoints[], taskLists: readonly TaskList[]): readonly PartMatch[] {
  const words = workPoints.map(wordsOf);
  const lists = workPoints.map((): TaskList[] => []);
  for (const list of taskLists) {
    const text = listText(list);
    const shares = words.map((known) => shareOf(text, known));
    const best = shares.indexOf(Math.max(...shares));
    if ((shares[best] ?? 0) >= RELATED) lists[best]?.push(list);
  }
  return workPoints.flatMap((part, index) => {
    const own = lists[index] ?? [];
    return own.length === 0 ? [] : [{ workPoints: part, taskList: joinLists(own) }];
  });
}

/** The parts that speak of the same things. */
function relatedTo<T>(words: ReadonlySet<string>, parts: readonly T[], textOf: (part: T) => string): readonly T[] {
  return parts.filter((part) => shareOf(textOf(part), words) >= RELATED);
}

function shareOf(text: string, words: ReadonlySet<string>): number {
  const own = wordsOfText(text);
  if (own.size === 0) return 0;
  let common = 0;
  for (const word of own) if (words.has(word)) common++;
  return common / own.size;
}

function wordsOf(part: WorkPoints): ReadonlySet<string> {
  return wordsOfText(pointsText(part));
}

/** Three characters in a row: two occur anywhere in official prose. */
function wordsOfText(text: string): ReadonlySet<string> {
  const form = normalForm(text);
  const words = new Set<string>();
  for (let i = 0; i + 3 <= form.length; i++) words.add(form.slice(i, i + 3));
  return words;
}

function pointsText(part: WorkPoints): string {
  return part.points.map((point) => point.text.text).join('\n');
}

function listText(list: TaskList): string {
  return list.rows.map(rowText).join('\n');
}

function rowText(row: Row): string {
  return `${row.task?.text ?? ''}\n${row.measures?.text ?? ''}`;
}

function joinLists(lists: readonly TaskList[]): TaskList {
  const [first] = lists;
  const last = lists[lists.length - 1];
  if (first === undefined || last === undefined) throw new RangeError('no task list to join');
  if (lists.length === 1) return first;
  return {
    source: first.source,
    heading: first.heading,
    span: first.source === last.source ? { start: first.span.start, end: last.span.end } : first.span,
    tables: lists.flatMap((list) => list.tables),
    sections: lists.flatMap((list) => list.sections),
    rows: lists.flatMap((list) => list.rows),
  };
}

function joinPoints(parts: readonly WorkPoints[]): WorkPoints {
  const [first] = parts;
  const last = parts[parts.length - 1];
  if (first === undefined || last === undefined) throw new RangeError('no work points to join');
  if (parts.length === 1) return first;
  return {
    source: first.source,
    heading: first.heading,
    span: first.source === last.source ? { start: first.span.start, end: last.span.end } : first.span,
    sections: parts.flatMap((part) => part.sections),
    domains: parts.flatMap((part) => part.domains),
    points: parts.flatMap((part) => part.points),
    otherNumbers: parts.flatMap((part) => part.otherNumbers),
    pointMark: first.pointMark,
    restarts: first.restarts,
  };
}
