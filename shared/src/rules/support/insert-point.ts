import type { Edit, Fix } from '../../findings/finding.ts';
import type { Domain, Point, Row, UnitList } from '../../model/policy-document.ts';
import type { Pairing } from '../../pairing/pairing.ts';
import { joinLines } from '../../text/join-lines.ts';
import { nameForm } from '../../text/normal-form.ts';
import { joinEdits } from './edit-list.ts';
import { lineBreakOf } from './line-break.ts';
import { makeRoom } from './make-room.ts';
import { numberLike } from './number-format.ts';
import { indexOf } from './pairing-index.ts';

/** A point for each of the rows, which stand one after another, at their place among the points; later points make room. */
export function insertPointsFix(pairing: Pairing, rows: readonly [Row, ...Row[]]): Fix | undefined {
  const { before, after } = neighboursOf(pairing, rows);
  const model = before ?? after;
  if (model === undefined) return undefined;
  const numbers = rows.map(({ label }, index) => label?.value ?? (before?.label.value ?? 0) + 1 + index);
  const insertions = rows.map((row, index) => insertionOf(pairing, row, numbers[index] ?? 0, before, after, model));
  const following =
    after === undefined ? [] : pairing.workPoints.points.slice(indexOf(pairing).points.positionOf(after));
  const room = makeRoom(numbers[0] ?? 0, numbers.at(-1) ?? 0, following);
  const title = { zh: '按清单补一项要点', en: 'Add a point filled from the row' };
  return { title, safe: false, edits: joinEdits([...insertions, ...room]) };
}

/** A row's point behind the heading of its domain or the point before, else in front of the point after. */
function insertionOf(
  pairing: Pairing,
  row: Row,
  number: number,
  before: Point | undefined,
  after: Point | undefined,
  model: Point,
): Edit {
  const { source } = model;
  const blank = lineBreakOf(source).repeat(2);
  const text = pointText(row, number, model);
  const behind = placeBehind(pairing, row, before, after);
  if (behind !== undefined) return { source, start: behind, end: behind, text: blank + text };
  const start = lineStart(after ?? model);
  return { source, start, end: start, text: text + blank };
}

/** The points of the rows before and after that have some. */
function neighboursOf(
  pairing: Pairing,
  rows: readonly [Row, ...Row[]],
): { readonly before: Point | undefined; readonly after: Point | undefined } {
  const all = pairing.taskList.rows;
  const { positionOf } = indexOf(pairing).rows;
  const pointsNear = (from: number, step: 1 | -1) => {
    for (let at = from; at >= 0 && at < all.length; at += step) {
      const points = pairing.pairOfRow(all[at] as Row)?.points;
      if (points !== undefined) return points;
    }
    return [];
  };
  return {
    before: pointsNear((positionOf(rows[0]) ?? 0) - 1, -1).at(-1),
    after: pointsNear((positionOf(rows.at(-1) ?? rows[0]) ?? 0) + 1, 1)[0],
  };
}

/** The offset behind which a row's point belongs: the heading of its domain, or the point before; undefined: before `after`. */
function placeBehind(
  pairing: Pairing,
  row: Row,
  before: Point | undefined,
  after: Point | undefined,
): number | undefined {
  const key = nameForm(row.domain?.text ?? '');
  const titled = ({ heading }: Domain) => key !== '' && nameForm(heading.title.text) === key;
  const isHome = (point: Point | undefined) => point?.domain !== undefined && titled(point.domain);
  if (before !== undefined && isHome(before)) return before.span.end;
  if (isHome(after)) return undefined;
  const empty = pairing.workPoints.domains.find((domain) => domain.points.length === 0 && titled(domain));
  return empty?.heading.span.end ?? before?.span.end;
}

function lineStart({ source, span }: Point): number {
  return source.lineStart(source.positionAt(span.start).line);
}

/** The row's measures as a point, marked and closed as the neighbour is. */
function pointText(row: Row, number: number, model: Point): string {
  const { source, label } = model;
  const opening = source.text.slice(lineStart(model), label.digits.start);
  const mark = source.text.slice(label.digits.end, label.span.end);
  const space = source.text.charAt(label.span.end) === ' ' ? ' ' : '';
  const written = numberLike(source.text.slice(label.digits.start, label.digits.end), number);
  const words = joinLines(row.measures?.text || row.task?.text || '', '');
  const sentence = /[。！？]$/.test(words) ? words : `${words}。`;
  return `${opening}${written}${mark}${space}${sentence}${unitsText(row, model.units)}`;
}

function unitsText({ leadUnits, responsibleUnits }: Row, model: UnitList | undefined): string {
  const leads = names(leadUnits);
  const others = names(responsibleUnits);
  if (model?.namesLead && leads !== '') return `（牵头单位：${leads}${others === '' ? '' : `；责任单位：${others}`}）`;
  const listed = leads === '' ? others : leads;
  return listed === '' ? '' : `（${listed}）`;
}

function names(units: UnitList | undefined): string {
  return (units?.mentions ?? []).map(({ name }) => name).join('、');
}
