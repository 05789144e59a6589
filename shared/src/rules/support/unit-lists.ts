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

/** The lists where some tasks have taken the place of others, one by one; undefined where one has a list more or less. */
export function listsAfter(
  before: readonly ListedUnits[],
  positions: ReadonlyMap<UnitList, number>,
  replaced: readonly (readonly [gone: Point | Row, come: Point | Row])[],
): readonly ListedUnits[] | undefined {
  const lists = [...before];
  for (const [gone, come] of replaced) {
    const others = listsOf(come);
    for (const [index, old] of listsOf(gone).entries()) {
      const list = others[index];
      if ((old === undefined) !== (list === undefined)) return undefined;
      const position = old && positions.get(old);
      if (list === undefined || position === undefined) continue;
      const owner = 'pieces' in come ? { point: come } : { row: come };
      lists[position] = { list, source: come.source, ...owner };
    }
  }
  return lists;
}

export function mentionPlace(source: SourceText, mention: UnitMention): Place {
  return { source, ...mention.text.span };
}

/** `name` as it is to stand where `mention` stands: without the prefix that the name before it already gives. */
export function nameInPlace(name: string, mention: UnitMention): string {
  const prefix = mention.restoredPrefix;
  return prefix !== undefined && name.startsWith(prefix) ? name.slice(prefix.length) : name;
}
