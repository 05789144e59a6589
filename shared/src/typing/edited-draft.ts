import type { Point, PolicyDocument, Row, UnitList } from '../model/policy-document.ts';
import type { Pair, Pairing } from '../pairing/pairing.ts';
import type { Subject } from '../rules/subject.ts';
import { pairsOutOfOrder } from '../rules/support/displaced-pairs.ts';
import { headingSlips } from '../rules/support/heading-slips.ts';
import { headingSources } from '../rules/support/heading-sources.ts';
import { duplicatesOf, NO_DUPLICATES } from '../rules/support/near-duplicates.ts';
import { countsAfter, unitCounts } from '../rules/support/unit-counts.ts';
import { listsAfter, placesOfNames, unitLists } from '../rules/support/unit-lists.ts';
import { titledYears } from '../rules/support/year-scope.ts';
import type { FollowedTask } from './task-places.ts';

/**
 * A draft without duplicates some of whose tasks were edited since it was looked at as a whole. The edited ones stand in texts
 * of their own, the others where they stood: whoever judges it has to find out afterwards where the places are now.
 */
export class EditedDraft {
  readonly #whole: Subject;
  readonly #points: Point[];
  readonly #rows: Row[];
  /** Where each unit list stands among all of the whole draft; made when first needed. */
  #positions: ReadonlyMap<UnitList, number> | undefined;
  /** The pairs with an edited task, by the pair they were. */
  readonly #pairs = new Map<Pair, Pair>();

  constructor(whole: Subject) {
    this.#whole = whole;
    this.#points = [...whole.points];
    this.#rows = [...whole.rows];
  }

  /** A task was edited: its point and its row are now what it says. */
  update({ pair, pointPosition, rowPosition, point, row }: FollowedTask): void {
    this.#points[pointPosition] = point;
    this.#rows[rowPosition] = row;
    this.#pairs.set(pair, { ...pair, points: [point], rows: [row] });
  }

  /** Whether the pairs stand in one order on both sides. */
  get isInOrder(): boolean {
    return [...pairsOutOfOrder(this.#whole).values()].every(({ size }) => size === 0);
  }

  /** All tasks, for rules that go by their unit lists or their domains. */
  get subject(): Subject {
    const texts = new Set([...this.#pairs.values()].flatMap(({ points, rows }) => [...points, ...rows]));
    const [whole] = this.#whole.documents;
    const documents = [...new Set([...texts].map(({ source }) => source))]
      .filter((source) => source !== whole?.source)
      .flatMap((source) => (whole === undefined ? [] : withoutParts({ ...whole, source, blocks: [] })));
    const workPoints = this.#whole.workPoints.map((part) => ({ ...part, points: this.#points }));
    const taskLists = this.#whole.taskLists.map((list) => ({ ...list, rows: this.#rows }));
    const subject: Subject = {
      ...this.#whole,
      documents: [...this.#whole.documents, ...documents],
      workPoints,
      taskLists,
      points: this.#points,
      rows: this.#rows,
      pairings: this.#whole.pairings.map((pairing, index) => ({
        ...this.#pairing(pairing),
        workPoints: workPoints[index] ?? pairing.workPoints,
        taskList: taskLists[index] ?? pairing.taskList,
      })),
    };
    // No edit that is followed changes any of these.
    duplicatesOf.give(subject, NO_DUPLICATES);
    headingSlips.give(subject, headingSlips(this.#whole));
    headingSources.give(subject, headingSources(this.#whole));
    if (this.isInOrder) pairsOutOfOrder.give(subject, new Map());
    this.#giveUnits(subject);
    return subject;
  }

  /** Of tens of thousands of lists those of the edited tasks alone are others than they were. */
  #giveUnits(subject: Subject): void {
    const replaced = [...this.#pairs].flatMap(([before, after]) =>
      ([...before.points, ...before.rows] as (Point | Row)[]).flatMap((gone, index) => {
        const come = ([...after.points, ...after.rows] as (Point | Row)[])[index];
        return come === undefined || come === gone ? [] : [[gone, come] as const];
      }),
    );
    this.#positions ??= new Map(unitLists(this.#whole).map(({ list }, position) => [list, position]));
    const before = { lists: unitLists(this.#whole), places: placesOfNames(this.#whole) };
    const after = listsAfter(before, this.#positions, replaced);
    if (after === undefined) return;
    unitLists.give(subject, after.lists);
    placesOfNames.give(subject, after.places);
    // Elsewhere the names are compared in the order of the document.
    if (!subject.directory.covers(subject.place)) return;
    const [gone, come] = [replaced.map(([task]) => task), replaced.map(([, task]) => task)];
    const counts = countsAfter(unitCounts(this.#whole), gone, come);
    if (counts !== undefined) unitCounts.give(subject, counts);
  }

  #pairing(pairing: Pairing): Pairing {
    const edited = new Map<Point | Row, Pair>();
    for (const pair of this.#pairs.values()) for (const task of [...pair.points, ...pair.rows]) edited.set(task, pair);
    return {
      ...pairing,
      pairs: pairing.pairs.map((pair) => this.#pairs.get(pair) ?? pair),
      pairOfPoint: (point) => edited.get(point) ?? pairing.pairOfPoint(point),
      pairOfRow: (row) => edited.get(row) ?? pairing.pairOfRow(row),
    };
  }

  /** One task alone, for rules that judge the words of each task by themselves; year, place and titles are the whole's. */
  taskSubject({ pair, point, row }: FollowedTask): Subject {
    const block = { ...row.table.block, rows: [row.tableRow], continues: true as const };
    const table = { ...row.table, block };
    const workPoints = this.#whole.workPoints.map((part) => ({
      ...part,
      source: point.source,
      sections: [],
      domains: [],
      points: [point],
    }));
    const taskLists = this.#whole.taskLists.map((list) => ({
      ...list,
      source: row.source,
      tables: [table],
      sections: [],
      rows: [row],
    }));
    const own: Pair = { ...pair, points: [point], rows: [row], similarity: 1 };
    const subject: Subject = {
      ...this.#whole,
      documents: this.#whole.documents.flatMap((document) => [
        { ...document, source: point.source, blocks: point.pieces.map((piece) => piece.block), taskLists: [] },
        { ...document, source: row.source, blocks: [block], workPoints: [] },
      ]),
      workPoints,
      taskLists,
      points: [point],
      rows: [row],
      pairings: this.#whole.pairings.map((pairing, index) => ({
        workPoints: workPoints[index] ?? pairing.workPoints,
        taskList: taskLists[index] ?? pairing.taskList,
        pairs: [own],
        pointsWithoutRow: [],
        rowsWithoutPoint: [],
        pairOfPoint: (one) => (one === point ? own : undefined),
        pairOfRow: (one) => (one === row ? own : undefined),
      })),
    };
    titledYears.give(subject, titledYears(this.#whole));
    return subject;
  }
}

function withoutParts(document: PolicyDocument): PolicyDocument {
  return { ...document, workPoints: [], taskLists: [], directives: [] };
}
