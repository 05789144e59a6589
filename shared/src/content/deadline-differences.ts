import type { Point, Row } from '../model/policy-document.ts';
import type { Pair } from '../pairing/pairing.ts';
import type { SourceText } from '../text/source-text.ts';
import { agreement, type Context, contextOf } from './context.ts';
import { dateMentions } from './dates.ts';
import { type Deadline, deadlineCell, deadlines, sameDay } from './deadlines.ts';
import { MOST_COMPARED, type SideText, sidesOf } from './sides.ts';
import { isOutside, type YearScope } from './year-scope.ts';

/** A deadline, and where it is stated. */
export interface PlacedDeadline {
  readonly deadline: Deadline;
  readonly source: SourceText;
  readonly owner: Point | Row;
  /** `units`: with the point's units (`…，6月底完成`). `column`: in the 完成时限 cell. */
  readonly where: 'point' | 'units' | 'task' | 'measures' | 'column';
}

/** A deadline that is stated in two ways: the one that stands alone, and one that speaks against it. */
export interface DeadlineDifference {
  readonly odd: PlacedDeadline;
  readonly other: PlacedDeadline;
}

interface InText extends PlacedDeadline {
  readonly side: SideText;
  readonly context: Context;
}

/**
 * The deadlines of a pair that contradict one another: the point's text against the row's, the words with the point's
 * units against the column, and, where the point has none there, the texts against the column. A text with several stages
 * is not held against a column. A deadline of a year outside the scope is another rule's business: once its year is mended, it
 * is compared.
 */
export function deadlineDifferences(pair: Pair, scope: YearScope | undefined): readonly DeadlineDifference[] {
  const isStale = ({ deadline }: PlacedDeadline) => deadline.year !== undefined && isOutside(deadline.year, scope);
  return contradictions(pair, scope).filter(({ odd, other }) => !isStale(odd) && !isStale(other));
}

function contradictions(pair: Pair, scope: YearScope | undefined): readonly DeadlineDifference[] {
  const sides = sidesOf(pair);
  const inPoints = sides.points.flatMap((side) => inText(side, scope));
  const inRows = sides.rows.flatMap((side) => inText(side, scope));
  const columns = pair.rows.flatMap((row) => inField(row, 'column', row.deadline, scope));
  const units = pair.points.flatMap((point) => inField(point, 'units', point.deadline, scope));
  const differ = (a: PlacedDeadline, b: PlacedDeadline) => differs(a.deadline, b.deadline, scope);

  const found = textDifferences(inPoints, inRows, differ).map(([point, row]) =>
    // Where the column or the units take the row's side, the point stands alone.
    [...columns, ...units].some((field) => !differ(field, row))
      ? { odd: point, other: row }
      : { odd: row, other: point },
  );
  if (found.length > 0) return found;
  if (units.length > 0 && columns.length > 0)
    return columns.some((column) => units.some((unit) => !differ(column, unit)))
      ? []
      : columns.slice(0, 1).flatMap((odd) => units.slice(0, 1).map((other) => ({ odd, other })));
  const fields = columns.length > 0 ? columns : units;
  return fieldDifference(fields, inPoints, inRows, differ);
}

function inText(side: SideText, scope: YearScope | undefined): readonly InText[] {
  return deadlines(side.text, yearOf(scope))
    .slice(0, MOST_COMPARED)
    .map((deadline) => ({
      deadline,
      source: side.source,
      owner: side.owner,
      where: side.role,
      side,
      context: contextOf(side.text.text, deadline.from, deadline.to),
    }));
}

function inField(
  owner: Point | Row,
  where: 'units' | 'column',
  text: Point['deadline'],
  scope: YearScope | undefined,
): readonly PlacedDeadline[] {
  if (text === undefined) return [];
  const cell = deadlineCell(text, yearOf(scope));
  return cell.kind === 'dates'
    ? cell.deadlines.map((deadline) => ({ deadline, source: owner.source, owner, where }))
    : [];
}

/** What a date without a year means; a plan for several years leaves it open. */
function yearOf(scope: YearScope | undefined): number | undefined {
  return scope !== undefined && scope.first === scope.last ? scope.first : undefined;
}

function differs(a: Deadline, b: Deadline, scope: YearScope | undefined): boolean {
  if (!sameDay(a, b)) return true;
  if (a.year === undefined || b.year === undefined || a.year === b.year) return false;
  return !isOutside(a.year, scope) && !isOutside(b.year, scope);
}

type Differ = (a: PlacedDeadline, b: PlacedDeadline) => boolean;

/** Deadlines of both texts that are about the same thing: the words behind or around them agree. */
function textDifferences(
  points: readonly InText[],
  rows: readonly InText[],
  differ: Differ,
): readonly (readonly [InText, InText])[] {
  const found: (readonly [InText, InText])[] = [];
  const used = new Set<InText>();
  for (const row of rows.filter((row) => points.every((point) => differ(point, row)))) {
    let best: { point: InText; score: number } | undefined;
    for (const point of points) {
      if (used.has(point)) continue;
      const alone = points.length === 1 && rows.filter(({ side }) => side === row.side).length === 1;
      const { adjacent, shared, score } = agreement(point.context, row.context);
      const same = (adjacent >= 3 && shared >= 0.2) || shared >= 0.5 || (alone && shared >= 0.25);
      if (same && (best === undefined || score > best.score)) best = { point, score };
    }
    // What the row states elsewhere in the point's words is no contradiction, but a second stage.
    if (best === undefined || rows.some((other) => best && other !== row && isTold(best.point, other, differ)))
      continue;
    used.add(best.point);
    found.push([best.point, row]);
  }
  return found;
}

function isTold(point: InText, row: InText, differ: Differ): boolean {
  if (differ(point, row)) return false;
  const { adjacent, shared } = agreement(point.context, row.context);
  return adjacent >= 3 || shared >= 0.3;
}

/** A column (or the words with the units) against the only deadline that the texts state. */
function fieldDifference(
  fields: readonly PlacedDeadline[],
  inPoints: readonly InText[],
  inRows: readonly InText[],
  differ: Differ,
): readonly DeadlineDifference[] {
  const field = fields[0];
  const told = [...inRows, ...inPoints].filter(({ deadline }) => deadline.kind === 'by');
  const first = told[0];
  if (field === undefined || first === undefined || fields.length > 1) return [];
  if (told.some((other) => differ(first, other))) return [];
  if (!differ(field, first) || told.some((other) => !differ(field, other))) return [];
  // 年底前 is kept by whatever ends earlier in the year.
  if (endsLater(first.deadline, field.deadline))
    return YEAR_END.test(first.deadline.words) ? [] : [{ odd: field, other: first }];
  if (told.some(isOneOfSeveral)) return [];
  // Where the point is silent, the row only tells more than the point does: its date is the end where it governs all.
  if (!told.every(inPoints.length > 0 ? isInLastSentence : governsAll)) return [];
  return [{ odd: field, other: first }];
}

/** `（9月底前交付500套）`, `其中9月底前…`: the deadline of a part. */
const PART = [/[（(〔][^（）()〔〕]*$/, /(?:其中|首批|第一批|部分)[^。；;]{0,12}$/];

const YEAR_END = /年[底末](?:之?前|以前)?$/;

function endsLater(a: Deadline, b: Deadline): boolean {
  const years = a.year === undefined || b.year === undefined ? 0 : a.year - b.year;
  return (years || a.month - b.month || a.day - b.day) > 0;
}

/** `6月底前出台细则，将…`, `9月底前完成60%`: other steps follow. */
const FIRST_STEP =
  /^,?(?:[^,。;!]{0,6}(?:启动|印发|出台|制定|发布|公布|形成|编制|组建|摸排|梳理|部署)[^,。;!]*,|[^,。;!]*(?:\d%|过半|一半))/;

/** An early deadline beside another time (`全年…，9月底前…`), or of a part, may be a first step. */
function isOneOfSeveral(one: InText): boolean {
  const { side, deadline } = one;
  const words = side.text.text;
  const before = words.slice(Math.max(0, deadline.from - 40), deadline.from);
  if (PART.some((pattern) => pattern.test(before)) || dateMentions(words, undefined).length !== 1) return true;
  return FIRST_STEP.test(words.slice(deadline.to)) && !governsAll(one);
}

/** An early deadline in one of several sentences may be that of a first step; in the last or only one it is the end. */
function isInLastSentence({ side, deadline }: InText): boolean {
  return !/[。;!]./.test(side.text.text.slice(deadline.to));
}

/** No clause but its own stands before or behind it. */
function governsAll({ side, deadline }: InText): boolean {
  const words = side.text.text;
  const after = words.slice(deadline.to).replace(/^,/, '');
  return !/[,。;!]/.test(words.slice(0, deadline.from)) && !/[,。;!]./.test(after);
}
