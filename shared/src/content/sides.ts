import type { Point, Row } from '../model/policy-document.ts';
import type { Pair } from '../pairing/pairing.ts';
import type { MappedText } from '../text/mapped-text.ts';
import { normalMapped } from '../text/normal-form.ts';
import type { SourceText } from '../text/source-text.ts';

/** One text of a pair's side in normal form, and whose it is. */
export interface SideText {
  readonly source: SourceText;
  readonly owner: Point | Row;
  /** `task`: the row's title, which ends without a mark. */
  readonly role: 'point' | 'task' | 'measures';
  /** Normal form, not longer than what rules compare. */
  readonly text: MappedText;
}

/** The two sides of a pair: the points' texts, and the rows' titles and measures. */
export interface Sides {
  readonly points: readonly SideText[];
  readonly rows: readonly SideText[];
}

/** No point is this long; what lies behind is not compared, so that a hostile text costs no more than its length. */
const LONGEST = 8000;

/** What a text that a rule compares may cost: more figures or names than this in one text are not compared. */
export const MOST_COMPARED = 100;

const known = new WeakMap<Pair, Sides>();

/** The texts that the rules about content compare. Read once for a pair. */
export function sidesOf(pair: Pair): Sides {
  const before = known.get(pair);
  if (before !== undefined) return before;
  const sides = {
    points: pair.points.map((point) => sideText(point, 'point', point.text)),
    rows: pair.rows.flatMap((row) => [
      ...(row.task === undefined ? [] : [sideText(row, 'task', row.task)]),
      ...(row.measures === undefined ? [] : [sideText(row, 'measures', row.measures)]),
    ]),
  };
  known.set(pair, sides);
  return sides;
}

function sideText(owner: Point | Row, role: SideText['role'], text: MappedText): SideText {
  return { source: owner.source, owner, role, text: normalMapped(text.slice(0, LONGEST)) };
}
