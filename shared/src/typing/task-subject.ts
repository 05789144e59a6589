import type { Point, Row } from '../model/policy-document.ts';
import type { Subject } from '../rules/subject.ts';
import type { SourceText } from '../text/source-text.ts';

/** A subject of one task alone, for rules that judge the words of each task by themselves; year, place and titles are the whole's. */
export function taskSubject(whole: Subject, source: SourceText, point: Point, row: Row): Subject {
  const block = { ...row.table.block, rows: [row.tableRow], continues: true as const };
  const table = { ...row.table, block };
  const workPoints = whole.workPoints.map((part) => ({ ...part, source, sections: [], domains: [], points: [point] }));
  const taskLists = whole.taskLists.map((list) => ({ ...list, source, tables: [table], sections: [], rows: [row] }));
  const pair = { points: [point], rows: [row], similarity: 1 };
  const blocks = [...point.pieces.map((piece) => piece.block), block];
  return {
    ...whole,
    documents: whole.documents.map((document) => ({ ...document, source, blocks })),
    workPoints,
    taskLists,
    points: [point],
    rows: [row],
    pairings: whole.pairings.map((pairing, index) => ({
      workPoints: workPoints[index] ?? pairing.workPoints,
      taskList: taskLists[index] ?? pairing.taskList,
      pairs: [pair],
      pointsWithoutRow: [],
      rowsWithoutPoint: [],
      pairOfPoint: (one) => (one === point ? pair : undefined),
      pairOfRow: (one) => (one === row ? pair : undefined),
    })),
  };
}
