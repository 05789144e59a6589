import { type Agreement, agreement, type Context, contextOf } from './context.ts';
import { type Figure, figures, sameQuantity } from './figures.ts';
import { MOST_COMPARED, type Sides, type SideText } from './sides.ts';

/** A figure, and the text that states it. */
export interface PlacedFigure {
  readonly figure: Figure;
  readonly side: SideText;
}

/** A quantity that the two sides of a pair state differently. */
export interface FigureDifference {
  readonly point: PlacedFigure;
  readonly row: PlacedFigure;
  /** `bound`: the number is the same, but one side says at least and the other at most. */
  readonly differs: 'quantity' | 'bound';
}

interface Candidate extends PlacedFigure {
  readonly context: Context;
}

interface Match {
  readonly point: Candidate;
  readonly row: Candidate;
  readonly agreement: Agreement;
  readonly equal: boolean;
}

/**
 * The quantities that both sides state of one thing, and differently. What a figure is about is told by the words around
 * it: each figure is compared with the one on the other side whose surroundings agree best. One that has no counterpart
 * there is no difference.
 */
export function figureDifferences(sides: Sides): readonly FigureDifference[] {
  const points = candidates(sides.points);
  if (points.length === 0) return [];
  const rows = candidates(sides.rows);
  const matches = points.flatMap((point) =>
    rows.filter((row) => row.figure.measure.kind === point.figure.measure.kind).map((row) => matchOf(point, row)),
  );
  const bestOfPoint = bestMatches(matches, (match) => match.point);
  const bestOfRow = bestMatches(matches, (match) => match.row);
  const found: FigureDifference[] = [];
  const reported = new Set<Candidate>();
  for (const row of rows) {
    const match = bestOfRow.get(row);
    if (match === undefined) continue;
    const { point } = match;
    if (match.equal) {
      if (contradict(point.figure, row.figure) && isStrong(match.agreement))
        found.push({ point, row, differs: 'bound' });
      continue;
    }
    const mutual = bestOfPoint.get(point) === match;
    const stated = holds(points, row) || holds(rows, point);
    // A total beside its parts: the row has the point's figure too, and it is about nothing else.
    const total = rows.some(
      (other) =>
        other.side === row.side && sameQuantity(other.figure, point.figure) && bestOfRow.get(other)?.point === point,
    );
    if (total) continue;
    const sure = isStrong(match.agreement) ? mutual || !holds(points, row) : mutual && !stated && isFair(match);
    // A title and its measures repeat a figure: one wrong figure in the point is one difference.
    if (sure && !reported.has(point)) {
      reported.add(point);
      found.push({ point, row, differs: 'quantity' });
    }
  }
  return found;
}

function candidates(texts: readonly SideText[]): readonly Candidate[] {
  return texts
    .flatMap((side) =>
      figures(side.text).map((figure) => ({
        figure,
        side,
        context: contextOf(side.text.text, figure.outer.from, figure.outer.to),
      })),
    )
    .slice(0, MOST_COMPARED);
}

function matchOf(point: Candidate, row: Candidate): Match {
  return {
    point,
    row,
    agreement: agreement(point.context, row.context),
    equal: sameQuantity(point.figure, row.figure),
  };
}

/** For each candidate the match whose words agree best; of equals, the one that states the same quantity. */
function bestMatches(matches: readonly Match[], of: (match: Match) => Candidate): ReadonlyMap<Candidate, Match> {
  const best = new Map<Candidate, Match>();
  for (const match of matches) {
    const before = best.get(of(match));
    if (before === undefined || rank(match) > rank(before)) best.set(of(match), match);
  }
  return best;
}

function rank(match: Match): number {
  return match.agreement.score + (match.equal ? 1 : 0);
}

/** The words on both sides of the figure are the same: it can be about nothing else. */
function isStrong({ adjacent, shared }: Agreement): boolean {
  return adjacent >= 5 && adjacent + 10 * shared >= 9;
}

/** The words around are much the same. */
function isFair({ agreement: { adjacent, shared } }: Match): boolean {
  return shared >= 0.5 || (shared >= 0.3 && adjacent >= 2);
}

function holds(candidates: readonly Candidate[], { figure }: Candidate): boolean {
  return candidates.some((other) => sameQuantity(other.figure, figure));
}

function contradict(a: Figure, b: Figure): boolean {
  return a.bound !== undefined && b.bound !== undefined && a.bound !== b.bound;
}
