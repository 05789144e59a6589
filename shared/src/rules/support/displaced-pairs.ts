import type { Point, Row } from '../../model/policy-document.ts';
import { heaviestChain } from '../../pairing/heaviest-chain.ts';
import type { Pair, Pairing } from '../../pairing/pairing.ts';
import type { Subject } from '../subject.ts';
import { belongTogether } from './absences.ts';
import { pointSlips, rowSlips } from './number-slips.ts';
import { oncePerSubject } from './once-per-subject.ts';
import { indexOf } from './pairing-index.ts';

/** The first pair of a block that stands elsewhere in the list than among the points. */
export interface Displaced {
  readonly row: Row;
  readonly point: Point;
}

/** Pairs that stand in another order in the list than among the points, or whose numbers are told to be out of order. */
export const pairsOutOfOrder = oncePerSubject((subject): ReadonlyMap<Pairing, ReadonlySet<Pair>> => {
  const told = outOfOrderByNumber(subject);
  return new Map(
    subject.pairings.map((pairing) => {
      const byNumber = pairing.pairs.filter(({ points, rows }) =>
        [...points, ...rows].some((member) => told.has(member)),
      );
      // Of two that changed places either may be the one that moved.
      return [pairing, new Set([...outOfOrder(pairing), ...outOfOrder(pairing, 'later'), ...byNumber])];
    }),
  );
});

/** Points and rows that the numbering rules tell to be out of order. */
function outOfOrderByNumber(subject: Subject): ReadonlySet<Point | Row> {
  return new Set(
    [...pointSlips(subject), ...rowSlips(subject)].flatMap(({ sequence, problem }): readonly (Point | Row)[] =>
      problem.kind === 'disorder' ? sequence.members.slice(problem.position, problem.last + 1) : [],
    ),
  );
}

/** Where tasks follow another order in the list than among the points, once a block; silent where the numbers tell it. */
export const displacedPairs = oncePerSubject((subject): readonly Displaced[] => {
  const told = new Set<Point | Row>(
    [...pointSlips(subject), ...rowSlips(subject)].flatMap(({ sequence, problem }) => {
      const members: readonly (Point | Row)[] = sequence.members;
      return members.slice(problem.position, problem.last + 1);
    }),
  );
  return subject.pairings.flatMap((pairing) => {
    if (!belongTogether(pairing)) return [];
    const { positionOf } = indexOf(pairing).rows;
    const found: Displaced[] = [];
    let before: number | undefined;
    for (const { points, rows } of outOfOrder(pairing)) {
      const [point] = points;
      const [row] = rows;
      if (point === undefined || row === undefined) continue;
      const position = positionOf(row);
      const continues = before !== undefined && position === before + 1;
      before = position;
      const numberGoesAlong = point.label.value === row.label?.value;
      if (!continues && !numberGoesAlong && !told.has(point) && !told.has(row)) found.push({ row, point });
    }
    return found;
  });
});

/** The fewest pairs whose removal leaves both parts in one order; where there is a choice, those that came earlier or later. */
function outOfOrder(pairing: Pairing, choice: 'earlier' | 'later' = 'earlier'): readonly Pair[] {
  const { positionOf } = indexOf(pairing).rows;
  const places = pairing.pairs.map(({ rows }, left) => {
    const right = rows[0] === undefined ? 0 : (positionOf(rows[0]) ?? 0);
    const favoured = choice === 'earlier' ? right > left : right < left;
    return { left, right, weight: favoured ? 1 + 1 / (2 * pairing.pairs.length) : 1 };
  });
  const inOrder = new Set(heaviestChain(places).map(({ left }) => left));
  return pairing.pairs.filter((_, index) => !inOrder.has(index));
}
