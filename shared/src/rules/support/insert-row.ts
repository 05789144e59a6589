import type { Edit, Fix } from '../../findings/finding.ts';
import type { Column, Point, Row, UnitList, UnitRole } from '../../model/policy-document.ts';
import type { Pairing } from '../../pairing/pairing.ts';
import { joinLines } from '../../text/join-lines.ts';
import type { Subject } from '../subject.ts';
import { clausesOf } from './clauses.ts';
import { joinEdits } from './edit-list.ts';
import { lineBreakOf } from './line-break.ts';
import { makeRoom } from './make-room.ts';
import { indexOf } from './pairing-index.ts';
import { endOfLineAbove, extentOfLine } from './table-lines.ts';

/** A row for each of the points, which stand one after another, at their place in the list; later rows make room. */
export function insertRowsFix(
  subject: Subject,
  pairing: Pairing,
  points: readonly [Point, ...Point[]],
): Fix | undefined {
  const insertions = bySection(points).flatMap((group) => insertionOf(subject, pairing, points, group) ?? []);
  const { after } = neighboursOf(pairing, points, points[0]);
  if (insertions.length === 0) return undefined;
  const following = after === undefined ? [] : pairing.taskList.rows.slice(indexOf(pairing).rows.positionOf(after));
  const room = makeRoom(points[0].label.value, points.at(-1)?.label.value ?? 0, following);
  const title = { zh: '按要点补一行（重点任务名称请核对）', en: 'Add a row filled from the point (check its title)' };
  return { title, safe: false, edits: joinEdits([...insertions, ...room]) };
}

/** The new rows of one section, behind the row or the section row that they follow. */
function insertionOf(
  subject: Subject,
  pairing: Pairing,
  points: readonly [Point, ...Point[]],
  group: readonly [Point, ...Point[]],
): Edit | undefined {
  const { before, after } = neighboursOf(pairing, points, group[0]);
  const model = before ?? after;
  if (model === undefined) return undefined;
  const { source } = model;
  const at =
    before === undefined ? endOfLineAbove(subject, model.tableRow) : extentOfLine(subject, before.tableRow).end;
  return {
    source,
    start: at,
    end: at,
    text: group.map((point) => lineBreakOf(source) + rowLine(point, model)).join(''),
  };
}

function bySection(points: readonly [Point, ...Point[]]): readonly [Point, ...Point[]][] {
  const groups: [Point, ...Point[]][] = [];
  for (const point of points) {
    const group = groups.at(-1);
    if (group !== undefined && group[0].section === point.section) group.push(point);
    else groups.push([point]);
  }
  return groups;
}

interface Neighbours {
  /** The row to insert after; undefined where the new row comes first in its section. */
  readonly before: Row | undefined;
  /** The next row that has a counterpart. */
  readonly after: Row | undefined;
}

/** The rows beside a run of points; `at` is the point whose section decides where its rows go. */
function neighboursOf(pairing: Pairing, points: readonly [Point, ...Point[]], at: Point): Neighbours {
  const all = pairing.workPoints.points;
  const { positionOf } = indexOf(pairing).points;
  const rowsNear = (from: number, step: 1 | -1) => {
    for (let at = from; at >= 0 && at < all.length; at += step) {
      const point = all[at];
      const rows = point === undefined ? undefined : pairing.pairOfPoint(point)?.rows;
      if (point !== undefined && rows !== undefined) return { point, row: step === 1 ? rows[0] : rows.at(-1) };
    }
    return undefined;
  };
  const before = rowsNear((positionOf(points[0]) ?? 0) - 1, -1);
  const after = rowsNear((positionOf(points.at(-1) ?? points[0]) ?? 0) + 1, 1);
  const first = before?.point.section !== at.section && after?.point.section === at.section;
  return { before: first ? undefined : before?.row, after: after?.row };
}

function rowLine(point: Point, model: Row): string {
  const cells = model.table.columns.map((column) => cellText(column, point, model).replaceAll('|', '\\|'));
  return `| ${cells.join(' | ')} |`.replace(/(?<! ) {2,}\|/g, ' |');
}

function cellText({ role }: Column, point: Point, model: Row): string {
  switch (role) {
    case 'number':
      return String(point.label.value);
    case 'section':
      return oneLine(model.cells.section?.content.text);
    case 'domain':
      return oneLine(point.domain?.heading.title.text ?? model.domain?.text);
    case 'task':
      return clausesOf(point.text.text)[0] ?? '';
    case 'measures':
      return oneLine(point.text.text);
    case 'lead':
      return names(point.units, 'lead');
    case 'responsible':
      return hasLeadColumn(model) ? names(point.units, 'responsible') : names(point.units, 'lead', 'responsible');
    case 'deadline':
      return oneLine(point.deadline?.text);
    default:
      return '';
  }
}

/** Otherwise one column holds them all, as written in the point. */
function hasLeadColumn({ table }: Row): boolean {
  return table.columns.some(({ role }) => role === 'lead');
}

function names(units: UnitList | undefined, ...roles: readonly UnitRole[]): string {
  const mentions = units?.mentions ?? [];
  return mentions
    .filter(({ role }) => roles.includes(role))
    .map(({ name }) => name)
    .join('、');
}

function oneLine(text: string | undefined): string {
  return joinLines(text ?? '', '');
}
