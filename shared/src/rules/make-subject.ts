import type { Memory } from '../memory/memory.ts';
import type { PolicyDocument, TaskList, WorkPoints } from '../model/policy-document.ts';
import { pairParts } from '../pairing/pair-parts.ts';
import type { Pairing } from '../pairing/pairing.ts';
import type { UnitDirectory } from '../units/unit.ts';
import { matchParts } from './match-parts.ts';
import type { Subject } from './subject.ts';

/**
 * What the rules judge: the parts of one document, or of several that belong together, in the order given.
 * @param year The caller's year; where it is absent the first document that states one decides, work points before lists.
 */
export function makeSubject(
  documents: readonly PolicyDocument[],
  directory: UnitDirectory,
  year?: number,
  memory?: Memory,
): Subject {
  const workPoints = documents.flatMap((document) => document.workPoints);
  const taskLists = documents.flatMap((document) => document.taskLists);
  // What the work points say of themselves comes first, so that a pair is judged alike in either order of its files.
  const weight = (document: PolicyDocument) =>
    document.workPoints.length > 0 ? 2 : Number(document.taskLists.length > 0);
  const telling = [...documents].sort((a, b) => weight(b) - weight(a));
  const place = telling.find((document) => document.place !== undefined)?.place;
  const local = directory.forPlace(place);
  const judgedYear = year ?? telling.find((document) => document.year !== undefined)?.year;
  memory?.begin(local, judgedYear, place);
  return {
    documents,
    workPoints,
    taskLists,
    pairings: pairAll(workPoints, taskLists, local, memory),
    points: workPoints.flatMap((part) => part.points),
    rows: taskLists.flatMap((list) => list.rows),
    directory: local,
    year: judgedYear,
    place,
    memory,
  };
}

function pairAll(
  workPoints: readonly WorkPoints[],
  taskLists: readonly TaskList[],
  directory: UnitDirectory,
  memory: Memory | undefined,
): readonly Pairing[] {
  return matchParts(
    workPoints.filter((part) => part.points.length > 0),
    taskLists.filter((list) => list.rows.length > 0),
    memory,
  ).map((match) => pairParts(match.workPoints, match.taskList, directory, memory));
}
