import type { Row, UnitList } from '../../model/policy-document.ts';
import type { Pair, Pairing } from '../../pairing/pairing.ts';
import { slips } from '../../units/slip-index.ts';
import type { Subject } from '../subject.ts';
import { oncePerSubject } from './once-per-subject.ts';
import { runTogether } from './run-together.ts';
import { unitCounts } from './unit-counts.ts';
import { listsNaming } from './unit-lists.ts';

/** Shorter names have too many neighbours. */
const SHORTEST = 4;

/**
 * For each unknown name that stands on one side of a pair: the name on the other side that it is a slip of. The other side
 * must lack the unknown name and have exactly one that is one slip away, which is known, or named more often.
 */
export const pairSlips = oncePerSubject((subject): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  const counts = unitCounts(subject).ofTasks;
  const unknown = new Set([...counts.keys()].filter((name) => findUnknown(name, subject)));
  if (unknown.size === 0) return found;
  for (const pairing of subject.pairings) {
    for (const { points, rows } of pairsNaming(pairing, unknown, subject)) {
      if (!points.some(({ units }) => holdsUnknown(units)) && !rows.some(rowHoldsUnknown)) continue;
      const inPoints = namesOf(points.map(({ units }) => units));
      const inRows = namesOf(rows.flatMap(({ leadUnits, responsibleUnits }) => [leadUnits, responsibleUnits]));
      for (const [side, other] of [
        [inPoints, inRows],
        [inRows, inPoints],
      ] as const) {
        for (const name of side) {
          if (other.has(name) || found.has(name) || !unknown.has(name)) continue;
          const meant = [...other].filter((candidate) => !side.has(candidate) && isMeant(name, candidate));
          const [only] = meant;
          if (only !== undefined && meant.length === 1) found.set(name, only);
        }
      }
    }
  }
  return found;

  function holdsUnknown(list: UnitList | undefined): boolean {
    return list?.mentions.some(({ name }) => unknown.has(name)) ?? false;
  }

  function rowHoldsUnknown({ leadUnits, responsibleUnits }: Row): boolean {
    return holdsUnknown(leadUnits) || holdsUnknown(responsibleUnits);
  }

  function isMeant(name: string, candidate: string): boolean {
    if (name.length < SHORTEST || slips(name, candidate).count !== 1) return false;
    // Of two unknown names one replaced character makes two companies: 城投集团 and 交投集团.
    return !unknown.has(candidate) || (slips(name, candidate).cost < 1 && isMoreUsual(candidate, name));
  }

  function isMoreUsual(name: string, than: string): boolean {
    return (counts.get(name) ?? 0) > (counts.get(than) ?? 0);
  }
});

/** The pairs that may hold any of some names, in order. */
function pairsNaming(pairing: Pairing, names: ReadonlySet<string>, subject: Subject): readonly Pair[] {
  const { listed, ofTasks } = unitCounts(subject);
  // Rows that have lost their shape have lists that are not judged.
  if (listed !== ofTasks) return pairing.pairs;
  const naming = new Set(
    listsNaming(subject, names).map(({ point, row }) =>
      point === undefined ? row && pairing.pairOfRow(row) : pairing.pairOfPoint(point),
    ),
  );
  return pairing.pairs.filter((pair) => naming.has(pair));
}

function findUnknown(name: string, subject: Subject): boolean {
  return subject.directory.identify(name, subject.year).kind === 'unknown' && runTogether(name, subject) === undefined;
}

function namesOf(lists: readonly (UnitList | undefined)[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list?.mentions.map(({ name }) => name) ?? []));
}
