import type { Point, Row, UnitMention } from '../../model/policy-document.ts';
import type { Pair, Pairing } from '../../pairing/pairing.ts';
import { toSimplified } from '../../text/traditional.ts';
import type { Subject } from '../subject.ts';
import { lacksLeadColumn } from './lead-column.ts';
import { oncePerSubject } from './once-per-subject.ts';
import { findPlaceholders } from './placeholders.ts';
import { unitColumnsAreCertain } from './row-shape.ts';
import { bodiesOf, possibleBodiesOf } from './unit-identity.ts';

/** The units of one side of a pair that are compared, and the bodies they mean, in order and each once. */
export interface LeadSide {
  readonly mentions: readonly UnitMention[];
  readonly bodies: readonly string[];
}

export interface LeadComparison {
  readonly pair: Pair;
  readonly point: LeadSide;
  readonly row: LeadSide;
  /** Mentions whose bodies the other side does not have. */
  readonly onlyInPoint: readonly UnitMention[];
  readonly onlyInRow: readonly UnitMention[];
  /** True where the order says who leads the others, so that it may be compared. */
  readonly orderMatters: boolean;
}

/**
 * What is compared with what, as the document's layout has it: the leads of both sides; all units of both sides, where
 * points list leads and supporting units together; or the first unit of the point with the leads of the row.
 */
type Layout = 'leads' | 'all' | 'first';

/** The lead units of every pair that has some on both sides, compared by the document's own layout. */
export const leadComparisons = oncePerSubject((subject): readonly LeadComparison[] =>
  subject.pairings.flatMap((pairing) => compareLeads(pairing, subject)),
);

/** Points that end without lead units although the document's other points have them. */
export function pointsWithoutLead(subject: Subject): readonly Point[] {
  return subject.workPoints.flatMap(({ points, sections, domains }) => {
    const headed = [...sections, ...domains].some(({ heading }) => heading.units !== undefined);
    const bare = points.filter(
      (point) => point.units === undefined && (subject.rows.length > 0 || !commandsUnits(point)),
    );
    const listed = points.filter(({ units }) => units !== undefined).length;
    // Units behind the headings serve the points below, unless the points nearly all have their own.
    if (headed && listed < points.length * 0.9) return [];
    const lost = listed > bare.length ? bare : [];
    const labelled = points.filter(({ units }) => units?.namesLead).length;
    const unlabelled = points.filter((point) => point.units !== undefined && !point.units.mentions.some(isLead));
    const shared = unlabelled.some(
      ({ source, units }) => units !== undefined && source.slice(units.span).includes('负责'),
    );
    // One list without a lead among at least three that all name theirs is a slip; more of them are a layout, and so is
    // `A、B按职责分工负责`, which says that nobody leads.
    return !shared && labelled >= 3 && unlabelled.length === 1 && labelled + unlabelled.length === listed
      ? [...lost, ...unlabelled]
      : lost;
  });
}

/** `各地要…`, `市发展改革委要…`: closing points address those who are to act in their own sentences, and list none. */
function commandsUnits({ text }: Point): boolean {
  return /(?:^|[。；，])各(?:地|县|区|市|级|部门|单位|有关|相关|责任|乡镇|街道)[^。；，]{0,30}(?:要|应当?|须|必须)(?!求|素|件|点|紧|闻)/.test(
    toSimplified(text.text),
  );
}

export function isLead(mention: UnitMention): boolean {
  return mention.role === 'lead';
}

function compareLeads(pairing: Pairing, subject: Subject): LeadComparison[] {
  if (lacksLeadColumn(pairing.taskList, subject)) return [];
  const lost = new Set(pointsWithoutLead(subject));
  const pairs = pairing.pairs.filter(
    ({ points, rows }) =>
      !points.some((point) => lost.has(point)) && rows.every(unitColumnsAreCertain) && !hasBlank(points, rows),
  );
  const layouts: readonly Layout[] = ['leads', 'all', 'first'];
  const compared = layouts.map((layout) => pairs.flatMap((pair) => comparePair(pair, layout, subject) ?? []));
  const agreeing = compared.map(
    (list) => list.filter(({ onlyInPoint, onlyInRow }) => onlyInPoint.length + onlyInRow.length === 0).length,
  );
  // The plain reading wins a tie; another one must explain clearly more pairs, since a few slips must not choose a layout.
  const best = layouts.reduce(
    (chosen, _, index) =>
      (agreeing[index] ?? 0) > (agreeing[chosen] ?? 0) + Math.max(2, pairs.length / 3) ? index : chosen,
    0,
  );
  const chosen = compared[best] ?? [];
  // Where most pairs of a list of some length disagree, the two parts name their units by a layout that is not understood,
  // or a column is lost: a hundred findings would say less than none.
  return chosen.length >= LEAST_PAIRS && (agreeing[best] ?? 0) * 2 < chosen.length ? [] : chosen;
}

/** So few pairs may all differ by mistake. */
const LEAST_PAIRS = 6;

/** A unit that is still to be filled in differs from nothing. */
function hasBlank(points: readonly Point[], rows: readonly Row[]): boolean {
  const lists = [...points.map(({ units }) => units), ...rows.flatMap((row) => [row.leadUnits, row.responsibleUnits])];
  return lists.some((list) => list?.mentions.some(({ name }) => findPlaceholders(name).length > 0));
}

function comparePair(pair: Pair, layout: Layout, subject: Subject): LeadComparison | undefined {
  const inPoints = pair.points.flatMap(({ units }) => units?.mentions ?? []);
  const leadCells = pair.rows.flatMap(({ leadUnits }) => leadUnits?.mentions ?? []);
  const otherCells = pair.rows.flatMap(({ responsibleUnits }) => responsibleUnits?.mentions ?? []);
  const rowLeads = [...leadCells, ...otherCells].filter(isLead);
  const rowAll = [...leadCells, ...otherCells];
  const pointLeads = inPoints.filter(isLead);
  // An empty lead cell is empty-cell's finding; the supporting units beside it are no leads.
  if (rowLeads.length === 0 && pair.rows.some(({ cells }) => cells.lead !== undefined)) return undefined;
  const named = { point: pointLeads.length > 0, row: rowLeads.length > 0 };
  const byLead = layout === 'leads';
  const point = side(
    layout === 'first' ? inPoints.slice(0, 1) : byLead && named.point ? pointLeads : inPoints,
    subject,
  );
  const row = side(layout === 'first' || (byLead && named.row) ? rowLeads : rowAll, subject);
  if (point.bodies.length === 0 || row.bodies.length === 0) return undefined;
  const inPoint = meant(point, subject);
  const inRow = meant(row, subject);
  return {
    pair,
    point,
    row,
    // Where only one side says who leads, the other side's supporting units have no counterpart.
    onlyInPoint: byLead && !named.point && named.row ? [] : missing(point, inRow, subject),
    onlyInRow: byLead && !named.row && named.point ? [] : missing(row, inPoint, subject),
    orderMatters: byLead && named.point && named.row,
  };
}

/** The bodies of a side with those that its slips may mean. */
function meant({ bodies, mentions }: LeadSide, subject: Subject): ReadonlySet<string> {
  return new Set([...bodies, ...mentions.flatMap((mention) => possibleBodiesOf(mention, subject))]);
}

function missing(side: LeadSide, other: ReadonlySet<string>, subject: Subject): readonly UnitMention[] {
  // Of names run together one is enough: unit-separator reports them, and once they are apart each is compared.
  return side.mentions.filter((mention) => {
    const meanings = [...bodiesOf(mention, subject), ...possibleBodiesOf(mention, subject)];
    return !meanings.some((body) => other.has(body));
  });
}

function side(mentions: readonly UnitMention[], subject: Subject): LeadSide {
  return { mentions, bodies: [...new Set(mentions.flatMap((mention) => bodiesOf(mention, subject)))] };
}
