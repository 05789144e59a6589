import type { Finding, Severity } from './finding.ts';

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** In the order of the text; at one place the graver first, then by rule id. */
export function sortFindings<Found extends Pick<Finding, 'start' | 'end' | 'severity' | 'rule'>>(
  findings: readonly Found[],
): readonly Found[] {
  return [...findings].sort(
    (a, b) =>
      a.start - b.start ||
      a.end - b.end ||
      WEIGHT[a.severity] - WEIGHT[b.severity] ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
}
