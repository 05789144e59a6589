import type { Pair, Pairing } from '../../pairing/pairing.ts';
import type { Subject } from '../subject.ts';
import { duplicatesOf } from './near-duplicates.ts';

/** How much less a pasted text has to do with its new neighbour than with the one it was copied from. */
const LESS = 0.5;

/**
 * The pairs that only their numbers keep together, since one side was pasted over with the text of another task: its copy
 * is told, and what else differs, such as the units that were pasted along, is that same slip.
 */
export function overwrittenPairs(pairing: Pairing, subject: Subject): ReadonlySet<Pair> {
  const { twins } = duplicatesOf(subject);
  if (twins.size === 0) return new Set();
  const homeOf = new Map(
    pairing.pairs.flatMap((pair) => [...pair.points, ...pair.rows].map((member) => [member, pair] as const)),
  );
  return new Set(
    pairing.pairs.filter((pair) =>
      [...pair.points, ...pair.rows].some((member) => {
        const twin = twins.get(member);
        const home = twin === undefined ? undefined : homeOf.get(twin);
        return home !== undefined && pair.similarity < LESS * home.similarity;
      }),
    ),
  );
}
