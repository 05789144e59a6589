import type { Memory } from '../memory/memory.ts';
import { shareOf, sharesAtLeast, wordsOf, wordsToSpare } from '../memory/shared-words.ts';
import type { Row, TaskList, WorkPoints } from '../model/policy-document.ts';
import { LikelyParts } from './support/likely-parts.ts';

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
export function matchParts(
  workPoints: readonly WorkPoints[],
  taskLists: readonly TaskList[],
  memory?: Memory,
): readonly PartMatch[] {
  const [points] = workPoints;
  const [list] = taskLists;
  if (points === undefined || list === undefined) return [];
  if (workPoints.length === taskLists.length)
    return workPoints.flatMap((part, index) => {
      const taskList = taskLists[index];
      if (taskList === undefined || areStrangers(part, taskList, memory, index)) return [];
      return [{ workPoints: part, taskList }];
    });
  if (workPoints.length === 1) {
    const related = relatedTo(pointTexts(points), taskLists, rowTexts, memory);
    return related.length === 0 ? [] : [{ workPoints: points, taskList: joinLists(related) }];
  }
  if (taskLists.length === 1) {
    const related = relatedTo(rowTexts(list), workPoints, pointTexts, memory);
    return related.length === 0 ? [] : [{ workPoints: joinPoints(related), taskList: list }];
  }
  return matchEach(workPoints, taskLists);
}

/**
 * How many words of a prose part and its task list may come or go before the two could be taken for strangers, or for parts
 * of one matter where they were strangers.
 */
export function wordsToMatch(part: WorkPoints, list: TaskList, memory: Memory): number {
  if (part.points.length < FEW || list.rows.length < FEW) return Number.POSITIVE_INFINITY;
  return wordsToSpare(UNRELATED, memory, 'words of part 0');
}

function areStrangers(part: WorkPoints, list: TaskList, memory: Memory | undefined, index: number): boolean {
  if (part.points.length < FEW || list.rows.length < FEW) return false;
  return !sharesAtLeast(UNRELATED, rowTexts(list), pointTexts(part), memory, `words of part ${index}`);
}

/** Each task list goes to the prose part that it shares most words with; lists of one part are taken as one. */
function matchEach(workPoints: readonly WorkPoints[], taskLists: readonly TaskList[]): readonly PartMatch[] {
  const words = workPoints.map((part) => wordsOf(pointTexts(part)));
  const likely = new LikelyParts(workPoints.map((part) => pointTexts(part).join('\n')));
  const lists = workPoints.map((): TaskList[] => []);
  const isOneText = [...workPoints, ...taskLists].every(({ source }) => source === workPoints[0]?.source);
  for (const [index, list] of taskLists.entries()) {
    const texts = rowTexts(list);
    const own = wordsOf(texts);
    let best: { readonly part: number; readonly share: number } | undefined;
    for (const part of likely.of(texts.join('\n'), isOneText ? partsBefore(list, workPoints) : index)) {
      const known = words[part];
      const share = known === undefined ? 0 : shareOf(own, known);
      if (best === undefined || share > best.share) best = { part, share };
    }
    if (best !== undefined && best.share >= RELATED) lists[best.part]?.push(list);
  }
  return workPoints.flatMap((part, index) => {
    const own = lists[index] ?? [];
    return own.length === 0 ? [] : [{ workPoints: part, taskList: joinLists(own) }];
  });
}

/** How many prose parts of its text stand before a task list. */
function partsBefore(list: TaskList, workPoints: readonly WorkPoints[]): number {
  let low = 0;
  let high = workPoints.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((workPoints[middle]?.span.start ?? 0) < list.span.start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The parts that speak of the same things. */
function relatedTo<T>(
  known: readonly string[],
  parts: readonly T[],
  textsOf: (part: T) => readonly string[],
  memory: Memory | undefined,
): readonly T[] {
  let words: ReturnType<typeof wordsOf> | undefined;
  const wordsOfKnown = () => {
    words ??= wordsOf(known);
    return words;
  };
  return parts.filter((part, index) =>
    sharesAtLeast(RELATED, textsOf(part), known, memory, `related part ${index}`, wordsOfKnown),
  );
}

function pointTexts(part: WorkPoints): readonly string[] {
  return part.points.map((point) => point.text.text);
}

function rowTexts(list: TaskList): readonly string[] {
  return list.rows.map(rowText);
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
