import type { NumberLabel, Point, PolicyDocument, Row, UnitList, UnitRole } from '#shared/model/policy-document.ts';
import type { Subject } from '#shared/rules/subject.ts';
import type { MappedText } from '#shared/text/mapped-text.ts';
import { type JsonPlace, jsonPlace } from '../../formats/place.ts';

/** What was read from one file: a public contract, printed as JSON as it is. */
export interface Inspection {
  readonly version: 1;
  readonly path: string;
  readonly year: number | null;
  readonly place: string | null;
  readonly title: string | null;
  readonly points: readonly InspectedPoint[];
  readonly rows: readonly InspectedRow[];
  /** Where the other part stands in a file of its own, its pairs too. */
  readonly pairs: readonly InspectedPair[];
}

interface InspectedTask {
  readonly number: number | null;
  /** The second number of `3-1`. */
  readonly sub?: number;
  readonly section: string | null;
  readonly domain: string | null;
  /** As written, white space and `<br>` dropped, a prefix given once restored. */
  readonly leadUnits: readonly string[];
  readonly responsibleUnits: readonly string[];
  readonly deadline: string | null;
  readonly start: JsonPlace;
  readonly end: JsonPlace;
}

export interface InspectedPoint extends InspectedTask {
  readonly text: string;
}

export interface InspectedRow extends InspectedTask {
  readonly task: string | null;
  readonly measures: string | null;
}

export interface InspectedPair {
  readonly point: number | null;
  readonly row: number | null;
  /** 0 to 1, two decimals. */
  readonly similarity: number;
}

export function makeInspection(document: PolicyDocument, subject: Subject): Inspection {
  return {
    version: 1,
    path: document.source.id,
    year: document.year ?? subject.year ?? null,
    place: document.place ?? subject.place ?? null,
    title: document.title ?? null,
    points: document.workPoints.flatMap((part) => part.points).map(inspectPoint),
    rows: document.taskLists.flatMap((list) => list.rows).map(inspectRow),
    pairs: subject.pairings.flatMap((pairing) => pairing.pairs).flatMap(inspectPair),
  };
}

function inspectPoint(point: Point): InspectedPoint {
  const domain = point.domain ?? undefined;
  return {
    ...numberOf(point.label),
    section: (point.section ?? domain?.section)?.heading.title.text ?? null,
    domain: domain?.heading.title.text ?? null,
    text: point.text.text,
    leadUnits: namesOf('lead', point.units),
    responsibleUnits: namesOf('responsible', point.units),
    deadline: textOf(point.deadline),
    start: jsonPlace(point.source, point.span.start),
    end: jsonPlace(point.source, point.span.end),
  };
}

function inspectRow(row: Row): InspectedRow {
  return {
    ...numberOf(row.label),
    section: textOf(row.section?.title),
    domain: textOf(row.domain),
    task: textOf(row.task),
    measures: textOf(row.measures),
    leadUnits: namesOf('lead', row.leadUnits, row.responsibleUnits),
    responsibleUnits: namesOf('responsible', row.leadUnits, row.responsibleUnits),
    deadline: textOf(row.deadline),
    start: jsonPlace(row.source, row.span.start),
    end: jsonPlace(row.source, row.span.end),
  };
}

function inspectPair({ points, rows, similarity }: Subject['pairings'][number]['pairs'][number]): InspectedPair[] {
  return points.flatMap((point) =>
    rows.map((row) => ({
      point: point.label.value,
      row: row.label?.value ?? null,
      similarity: Math.round(similarity * 100) / 100,
    })),
  );
}

function numberOf(label: NumberLabel | undefined): Pick<InspectedTask, 'number' | 'sub'> {
  return { number: label?.value ?? null, ...(label?.sub === undefined ? {} : { sub: label.sub }) };
}

function namesOf(role: UnitRole, ...lists: readonly (UnitList | undefined)[]): readonly string[] {
  return lists
    .flatMap((list) => list?.mentions ?? [])
    .filter((mention) => mention.role === role)
    .map((mention) => mention.name);
}

function textOf(text: MappedText | undefined): string | null {
  return text?.text ?? null;
}
