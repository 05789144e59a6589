import type { Unit, UnitDirectory } from './unit.ts';
import { validityIn } from './validity.ts';

/** No institution was renamed more often than this; a longer chain is a mistake in the file. */
const LONGEST_CHAIN = 32;

/**
 * The unit that does a unit's work in a year: the first one of its chain of successors that is valid then (the unit
 * itself when it is). Undefined when the chain ends, breaks off or turns in a circle before.
 */
export function successorIn(
  unit: Unit,
  year: number | undefined,
  directory: Pick<UnitDirectory, 'unit'>,
): Unit | undefined {
  const seen = new Set<string>();
  let current: Unit | undefined = unit;
  while (current !== undefined && !seen.has(current.name) && seen.size < LONGEST_CHAIN) {
    if (validityIn(current, year) === 'valid' && (year !== undefined || current.successor === undefined))
      return current;
    seen.add(current.name);
    current = current.successor === undefined ? undefined : directory.unit(current.successor);
  }
  return undefined;
}
