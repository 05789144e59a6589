import type { Place } from '../../findings/finding.ts';
import type { Point, Row, UnitList, UnitMention } from '../../model/policy-document.ts';
import type { SourceText } from '../../text/source-text.ts';
import type { Subject } from '../subject.ts';
import { oncePerSubject } from './once-per-subject.ts';
import { unitColumnsAreCertain } from './row-shape.ts';

/** One unit list of a subject with what it belongs to; a heading's list belongs to neither a point nor a row. */
export interface ListedUnits {
  readonly list: UnitList;
  readonly source: SourceText;
  readonly point?: Point;
  readonly row?: Row;
}

/**
 * Every unit list of the subject: points, headings, section rows, lead cells, responsible cells. Cells of a row that has
 * lost its shape are left out: what stands in its unit columns may be anything.
 */
export const unitLists = oncePerSubject((subject): readonly ListedUnits[] => [...findUnitLists(subject)]);

function* findUnitLists(subject: Subject): Generator<ListedUnits> {
  for (const part of subject.workPoints) {
    const headings = [...part.sections, ...part.domains].map(({ heading }) => heading);
    for (const { units } of headings) if (units !== undefined) yield { list: units, source: part.source };
    for (const point of part.points) {
      if (point.units !== undefined) yield { list: point.units, source: point.source, point };
    }
  }
  for (const list of subject.taskLists) {
    for (const { units } of list.sections) if (units !== undefined) yield { list: units, source: list.source };
    for (const row of list.rows) {
      if (!unitColumnsAreCertain(row)) continue;
      if (row.leadUnits !== undefined) yield { list: row.leadUnits, source: row.source, row };
      if (row.responsibleUnits !== undefined) yield { list: row.responsibleUnits, source: row.source, row };
    }
  }
}

/** The lists of a point; of a row that of its leads first. */
export function listsOf(task: Point | Row): readonly (UnitList | undefined)[] {
  return 'pieces' in task ? [task.units] : [task.leadUnits, task.responsibleUnits];
}

/** Where each name stands: the positions among the unit lists of the subject of those that hold it, ascending. */
export const placesOfNames = oncePerSubject((subject): ReadonlyMap<string, readonly number[]> => {
  const places = new Map<string, number[]>();
  for (const [position, { list }] of unitLists(subject).entries()) {
    for (const { name } of list.mentions) {
      const known = places.get(name);
      if (known === undefined) places.set(name, [position]);
      else if (known.at(-1) !== position) known.push(position);
    }
  }
  return places;
});

/** The unit lists that hold any of some names, in order. */
export function listsNaming(subject: Subject, names: ReadonlySet<string>): readonly ListedUnits[] {
  if (names.size === 0) return [];
  const places = placesOfNames(subject);
  const positions = new Set([...names].flatMap((name) => places.get(name) ?? []));
  const lists = unitLists(subject);
  return [...positions].sort((a, b) => a - b).flatMap((position) => lists[position] ?? []);
}

/** The unit lists of a subject, and the places of the names in them. */
export interface PlacedLists {
  readonly lists: readonly ListedUnits[];
  readonly places: ReadonlyMap<string, readonly number[]>;
}

/** The same where some tasks have taken the place of others, one by one; undefined where one has a list more or less. */
export function listsAfter(
  before: PlacedLists,
  positions: ReadonlyMap<UnitList, number>,
  replaced: readonly (readonly [gone: Point | Row, come: Point | Row])[],
): PlacedLists | undefined {
  const lists = [...before.lists];
  const places = new Map(before.places);
  for (const [former, task] of replaced) {
    const others = listsOf(task);
    for (const [index, old] of listsOf(former).entries()) {
      const list = others[index];
      if ((old === undefined) !== (list === undefined)) return undefined;
      const position = old && positions.get(old);
      if (old === undefined || list === undefined || position === undefined) continue;
      const owner = 'pieces' in task ? { point: task } : { row: task };
      lists[position] = { list, source: task.source, ...owner };
      const [gone, come] = [namesOf(old), namesOf(list)];
      for (const name of gone)
        if (!come.has(name))
          places.set(
            name,
            (places.get(name) ?? []).filter((other) => other !== position),
          );
      for (const name of come)
        if (!gone.has(name))
          places.set(
            name,
            [...(places.get(name) ?? []), position].sort((a, b) => a - b),
          );
    }
  }
  return { lists, places };
}

function namesOf({ mentions }: UnitList): ReadonlySet<string> {
  return new Set(mentions.map(({ name }) => name));
}

export function mentionPlace(source: SourceText, mention: UnitMention): Place {
  return { source, ...mention.text.span };
}

/** `name` as it is to stand where `mention` stands: without the prefix that the name before it already gives. */
export function nameInPlace(name: string, mention: UnitMention): string {
  const prefix = mention.restoredPrefix;
  return prefix !== undefined && name.startsWith(prefix) ? name.slice(prefix.length) : name;
}
