import type { Row, TaskList, WorkPoints } from '../model/policy-document.ts';
import { normalForm } from '../text/normal-form.ts';
import { Triples } from '../text/triples.ts';

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
    const related = relatedTo(wordsOf(pointsText(points)), taskLists, listText);
    return related.length === 0 ? [] : [{ workPoints: points, taskList: joinLists(related) }];
  }
  if (taskLists.length === 1) {
    const related = relatedTo(wordsOf(listText(list)), workPoints, pointsText);
    return related.length === 0 ? [] : [{ workPoints: joinPoints(related), taskList: list }];
  }
  return matchEach(workPoints, taskLists);
}

function areStrangers(part: WorkPoints, list: TaskList): boolean {
  if (part.points.length < FEW || list.rows.length < FEW) return false;
  return !sharesAtLeast(UNRELATED, listText(list), wordsOf(pointsText(part)));
}

/** Each task list goes to the prose part that it shares most words with; lists of one part are taken as one. */
function matchEach(workPoints: readonly WorkPoints[], taskLists: readonly TaskList[]): readonly PartMatch[] {
  const words = workPoints.map((part) => wordsOf(pointsText(part)));
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
function relatedTo<T>(words: Triples, parts: readonly T[], textOf: (part: T) => string): readonly T[] {
  return parts.filter((part) => sharesAtLeast(RELATED, textOf(part), words));
}

/** Which part of a text's words are among the known ones. */
function shareOf(text: string, known: Triples): number {
  const own = wordsOf(text);
  return own.size === 0 ? 0 : commonWords(own, known, own.size) / own.size;
}

function sharesAtLeast(share: number, text: string, known: Triples): boolean {
  const own = wordsOf(text);
  return own.size > 0 && commonWords(own, known, share * own.size) >= share * own.size;
}

/** How many words both have; counted no further than to `enough`. */
function commonWords(own: Triples, known: Triples, enough: number): number {
  let common = 0;
  for (let at = 0; at + 3 <= own.text.length && common < enough; at++)
    if (own.first(own.text, at) === at && known.first(own.text, at) !== -1) common++;
  return common;
}

/** Three characters in a row: two occur anywhere in official prose. */
function wordsOf(text: string): Triples {
  return new Triples(normalForm(text));
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
