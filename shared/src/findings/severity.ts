import type { RuleSettings } from '../rules/run-rules.ts';
import type { Finding } from './finding.ts';

/** The configured severity in place of the rule's own, whatever the rule chose for the single finding. */
export function applySeverity(findings: readonly Finding[], settings: RuleSettings): readonly Finding[] {
  return findings.flatMap((finding) => {
    const severity = settings[finding.rule];
    if (severity === undefined) return [finding];
    return severity === 'off' ? [] : [{ ...finding, severity }];
  });
}
