import { citations } from './citations.ts';
import { dateMentions } from './dates.ts';
import { figures } from './figures.ts';
import { MOST_COMPARED, type Sides, type SideText } from './sides.ts';
import { looksLikeSlip, type SlipSide } from './slips.ts';
import { type ComparableText, comparable, type SmallDifference, smallDifferences } from './small-differences.ts';
import { coverOf, type Stated, statedAt } from './stated.ts';
import { type Term, terms } from './terms.ts';

/** One side's writing of a name, and the characters in which it differs from the other's. */
interface PlacedTerm {
  readonly side: SideText;
  readonly term: Stated;
  /** Empty, at its place, where the other side has characters that are missing here. */
  readonly differs: Stated;
}

/** A named thing that the two sides of a pair write almost, but not quite, alike. */
export interface TermDifference {
  readonly point: PlacedTerm;
  readonly row: PlacedTerm;
}

/** A side's text; what it states is read when first asked for. */
interface Reading {
  readonly side: SideText;
  readonly words: ComparableText;
  readonly terms: () => readonly Term[];
  /** Figures, dates and titles: other rules compare them. */
  readonly isElsewhere: (from: number, to: number) => boolean;
}

/**
 * The names that differ by a slip: a character or two swapped, missing, extra or replaced, while the words around them
 * agree. A name that the other side has too is in order, and so are two names that each side uses.
 */
export function termDifferences(sides: Sides): readonly TermDifference[] {
  const points = sides.points.map(reading);
  const rows = sides.rows.map(reading);
  const found: TermDifference[] = [];
  for (const point of points)
    for (const row of rows)
      for (const difference of smallDifferences(point.words, row.words)) {
        const named = differenceOfNames(point, row, difference);
        if (named !== undefined && isSlip(named, difference, points, rows)) found.push(named);
      }
  return onePerMistake(found);
}

interface NamedDifference extends TermDifference {
  readonly quoted: boolean;
  /** Both sides' names begin and end at the same place. */
  readonly whole: boolean;
}

function reading(side: SideText): Reading {
  let found: readonly Term[] | undefined;
  let covered: ((from: number, to: number) => boolean) | undefined;
  return {
    side,
    words: comparable(side.text.text),
    terms: () => {
      found ??= terms(side.text).slice(0, MOST_COMPARED);
      return found;
    },
    isElsewhere: (from, to) => {
      covered ??= coverOf([...figures(side.text), ...citations(side.text), ...dateMentions(side.text.text, undefined)]);
      return covered(from, to);
    },
  };
}

/** The name on both sides that the difference lies in; undefined when it lies in none, or when more than it differs. */
function differenceOfNames(point: Reading, row: Reading, difference: SmallDifference): NamedDifference | undefined {
  const inPoint = holder(point.terms(), difference.a);
  const inRow = holder(row.terms(), difference.b);
  const reaches = [inPoint, inRow].map((term, index) =>
    reachOf(term, index === 0 ? difference.a : difference.b, difference),
  );
  const best = longest(reaches);
  if (best === undefined || isElsewhere(point, difference.a) || isElsewhere(row, difference.b)) return undefined;
  const { before, after, quoted } = best;
  return {
    point: placed(point.side, difference.a, before, after),
    row: placed(row.side, difference.b, before, after),
    quoted,
    whole:
      inPoint !== undefined &&
      inRow !== undefined &&
      inPoint.from === difference.a.from - before &&
      inRow.from === difference.b.from - before &&
      inPoint.to === difference.a.to + after &&
      inRow.to === difference.b.to + after,
  };
}

function isElsewhere(reading: Reading, { from, to }: { from: number; to: number }): boolean {
  return reading.isElsewhere(from === to ? from - 1 : from, from === to ? to + 1 : to);
}

function holder(terms: readonly Term[], { from, to }: { from: number; to: number }): Term | undefined {
  return terms.find((term) => (from < to ? term.from <= from && to <= term.to : term.from < from && to < term.to));
}

interface Reach {
  readonly before: number;
  readonly after: number;
  readonly quoted: boolean;
}

/** How far the name reaches before and after the difference; undefined where the other side does not follow it there. */
function reachOf(
  term: Term | undefined,
  place: { from: number; to: number },
  difference: SmallDifference,
): Reach | undefined {
  if (term === undefined) return undefined;
  const before = place.from - term.from;
  const after = term.to - place.to;
  return before > difference.before || after > difference.after ? undefined : { before, after, quoted: term.quoted };
}

function longest(reaches: readonly (Reach | undefined)[]): Reach | undefined {
  return reaches.reduce((best, one) => {
    if (best === undefined || one === undefined) return best ?? one;
    if (best.quoted !== one.quoted) return best.quoted ? best : one;
    return one.before + one.after > best.before + best.after ? one : best;
  }, undefined);
}

function placed(side: SideText, { from, to }: { from: number; to: number }, before: number, after: number): PlacedTerm {
  return {
    side,
    term: statedAt(side.text, from - before, to + after),
    differs: statedAt(side.text, from, to),
  };
}

function isSlip(
  named: NamedDifference,
  difference: SmallDifference,
  points: readonly Reading[],
  rows: readonly Reading[],
): boolean {
  const pointInRows = occurs(named.point.term.words, rows, named.row);
  const rowInPoints = occurs(named.row.term.words, points, named.point);
  if (pointInRows && rowInPoints) return false;
  return looksLikeSlip({
    point: slipSide(named.point),
    row: slipSide(named.row),
    quoted: named.quoted,
    before: difference.before,
    after: difference.after,
    whole: named.whole,
    rightOnBoth: pointInRows || rowInPoints,
  });
}

function slipSide({ side, term, differs }: PlacedTerm): SlipSide {
  return {
    text: side.text.text,
    isTitle: side.role === 'task',
    from: term.from,
    to: term.to,
    differsFrom: differs.from,
    differsTo: differs.to,
  };
}

/** True when a side writes the name anywhere but at the place that is being compared. */
function occurs(words: string, readings: readonly Reading[], except: PlacedTerm): boolean {
  return readings.some(({ side }) => {
    const text = side.text.text;
    for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1))
      if (side !== except.side || at + words.length <= except.term.from || at >= except.term.to) return true;
    return false;
  });
}

/** A name that both title and measures repeat, or that is part of a longer one, is reported once. */
function onePerMistake(found: readonly TermDifference[]): readonly TermDifference[] {
  const kept: TermDifference[] = [];
  for (const difference of found)
    if (!kept.some((other) => touches(other.point, difference.point) || touches(other.row, difference.row)))
      kept.push(difference);
  return kept;
}

function touches(a: PlacedTerm, b: PlacedTerm): boolean {
  return a.side === b.side && a.term.from <= b.term.to && b.term.from <= a.term.to;
}
