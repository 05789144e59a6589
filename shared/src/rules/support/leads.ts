import type { Point, Row, UnitMention } from '../../model/policy-document.ts';
import type { Pair, Pairing } from '../../pairing/pairing.ts';
import { toSimplified } from '../../text/traditional.ts';
import type { Subject } from '../subject.ts';
import { keptOver } from './kept-over.ts';
import { lacksLeadColumn } from './lead-column.ts';
import { type Layout, type Outcome, outcomesOf } from './lead-outcomes.ts';
import { oncePerSubject } from './once-per-subject.ts';
import { overwrittenPairs } from './overwritten.ts';
import { findPlaceholders } from './placeholders.ts';
import { unitColumnsAreCertain } from './row-shape.ts';
import { unitCounts } from './unit-counts.ts';
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

/** The pairs whose two sides do not name the same lead units in the same order, compared by the document's own layout. */
export const leadComparisons = oncePerSubject((subject): readonly LeadComparison[] =>
  subject.pairings.flatMap((pairing) => compareLeads(pairing, subject)),
);

/** Points that end without lead units although the document's other points have them. */
export const pointsWithoutLead = oncePerSubject((subject): readonly Point[] =>
  subject.workPoints.flatMap(({ points, sections, domains }) => {
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
  }),
);

/** `各地要…`, `市发展改革委要…`: closing points address those who are to act in their own sentences, and list none. */
function commandsUnits({ text }: Point): boolean {
  return /(?:^|[。；，;,])各(?:地|县|区|市|级|部门|单位|有关|相关|责任|乡镇|街道)[^。；，;,]{0,30}(?:要|应当?|须|必须)(?!求|素|件|点|紧|闻)/.test(
    toSimplified(text.text),
  );
}

export function isLead(mention: UnitMention): boolean {
  return mention.role === 'lead';
}

function compareLeads(pairing: Pairing, subject: Subject): LeadComparison[] {
  if (lacksLeadColumn(pairing.taskList, subject)) return [];
  const lost = new Set(pointsWithoutLead(subject));
  const overwritten = overwrittenPairs(pairing, subject);
  const blank = blankNames(subject);
  const areCertain = keptOver(subject.memory, 'pairs with certain columns', pairing.pairs, ({ rows }) =>
    rows.every(unitColumnsAreCertain),
  );
  const pairs = pairing.pairs.filter((pair, position) => {
    const { points, rows } = pair;
    if (overwritten.has(pair) || (lost.size > 0 && points.some((point) => lost.has(point)))) return false;
    return areCertain[position] === true && !(blank.size > 0 && hasBlank(points, rows, blank));
  });
  const outcomesBy = outcomesOf(subject, (pair, layout) => findOutcome(pair, layout, subject));
  const judgedBy = (layout: Layout): JudgedLayout => {
    const outcomes = outcomesBy(pairs, layout);
    const agreeing = outcomes.filter((outcome) => outcome === 'same' || outcome === 'other-order').length;
    return { layout, outcomes, agreeing };
  };
  let best = judgedBy('leads');
  // The plain reading wins a tie; another one must explain clearly more pairs, since a few slips must not choose a layout.
  const margin = Math.max(2, pairs.length / 3);
  for (const layout of ['all', 'first'] as const) {
    if (best.agreeing + margin >= pairs.length) break;
    const other = judgedBy(layout);
    if (other.agreeing > best.agreeing + margin) best = other;
  }
  const { layout, outcomes, agreeing } = best;
  const compared = outcomes.filter((outcome) => outcome !== 'none').length;
  // Where most pairs of a list of some length disagree, the two parts name their units by a layout that is not understood,
  // or a column is lost: a hundred findings would say less than none.
  if (compared >= LEAST_PAIRS && agreeing * 2 < compared) return [];
  return pairs.flatMap((pair, index) => {
    const outcome = outcomes[index];
    return outcome === 'none' || outcome === 'same' ? [] : (comparePair(pair, layout, subject) ?? []);
  });
}

/** All pairs compared by one layout. */
interface JudgedLayout {
  readonly layout: Layout;
  readonly outcomes: readonly Outcome[];
  /** How many pairs name the same units on both sides. */
  readonly agreeing: number;
}

/** So few pairs may all differ by mistake. */
const LEAST_PAIRS = 6;

function findOutcome(pair: Pair, layout: Layout, subject: Subject): Outcome {
  const compared = comparePair(pair, layout, subject);
  if (compared === undefined) return 'none';
  if (compared.onlyInPoint.length + compared.onlyInRow.length > 0) return 'different';
  const { point, row } = compared;
  return point.bodies.every((body, index) => body === row.bodies[index]) ? 'same' : 'other-order';
}

/** The names that are still to be filled in. */
function blankNames(subject: Subject): ReadonlySet<string> {
  return new Set([...unitCounts(subject).ofTasks.keys()].filter((name) => findPlaceholders(name).length > 0));
}

/** A unit that is still to be filled in differs from nothing. */
function hasBlank(points: readonly Point[], rows: readonly Row[], blank: ReadonlySet<string>): boolean {
  const lists = [...points.map(({ units }) => units), ...rows.flatMap((row) => [row.leadUnits, row.responsibleUnits])];
  return lists.some((list) => list?.mentions.some(({ name }) => blank.has(name)));
}

/** The units of a pair compared by a layout; undefined where one side names none to compare. */
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
  return new Set([...bodies, ...mentions.flatMap((mention) => possibleBodiesOf(mention.name, subject))]);
}

function missing(side: LeadSide, other: ReadonlySet<string>, subject: Subject): readonly UnitMention[] {
  // Of names run together one is enough: unit-separator reports them, and once they are apart each is compared.
  return side.mentions.filter((mention) => {
    const meanings = [...bodiesOf(mention, subject), ...possibleBodiesOf(mention.name, subject)];
    return !meanings.some((body) => other.has(body));
  });
}

function side(mentions: readonly UnitMention[], subject: Subject): LeadSide {
  return { mentions, bodies: [...new Set(mentions.flatMap((mention) => bodiesOf(mention, subject)))] };
}
