import type { Finding, Severity } from '#shared/findings/finding.ts';

const weight: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** The gravest first; otherwise in the order given. */
export function bySeverity<Kind extends Finding>(findings: readonly Kind[]): readonly Kind[] {
  return [...findings].sort((a, b) => weight[a.severity] - weight[b.severity]);
}
