import type { Validity } from './unit.ts';

/** First and first-no-more month (`2024-01`) or year (`2024`) of a name. */
interface Period {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/**
 * Whether a name is right in a year: it is `valid` when it was so in any month of that year. An absent date claims nothing.
 * A year alone means its January.
 */
export function validityIn(unit: Period, year: number | undefined): Validity {
  if (year === undefined) return 'valid';
  const from = monthNumber(unit.from);
  const to = monthNumber(unit.to);
  if (to !== undefined && to <= year * 12) return 'retired';
  if (from !== undefined && from > year * 12 + 11) return 'not-yet';
  return 'valid';
}

/** True when the two names were in force at one time, as far as the dates are known. */
export function coexist(a: Period, b: Period): boolean {
  return !endsBefore(a, b) && !endsBefore(b, a);
}

function endsBefore(a: Period, b: Period): boolean {
  const end = monthNumber(a.to);
  const start = monthNumber(b.from);
  return end !== undefined && start !== undefined && end <= start;
}

/** Months since the year 0. */
function monthNumber(date: string | undefined): number | undefined {
  const match = date === undefined ? null : /^(\d{4})(?:-(\d{2}))?$/.exec(date);
  if (match === null) return undefined;
  return Number(match[1]) * 12 + (match[2] === undefined ? 0 : Number(match[2]) - 1);
}
