import type { Finding, Severity } from '../findings/finding.ts';
import { rules } from './all.ts';
import { makeReporter, type RuleFailure, toError } from './check-report.ts';
import type { Rule } from './define-rule.ts';
import type { Subject } from './subject.ts';

/** What the configuration says of rules: `off`, or a severity in place of the rule's own. */
export type RuleSettings = Readonly<Record<string, 'off' | Severity>>;

export interface RulesOutcome {
  readonly findings: readonly Finding[];
  readonly failures: readonly RuleFailure[];
}

/** Does the work and gives its result; may take the time of it. */
export type Measure = <Result>(step: string, work: () => Result) => Result;

export const unmeasured: Measure = (_step, work) => work();

/** Runs every rule that is not `off`. A rule that throws costs its own findings only. */
export function runRules(
  subject: Subject,
  settings: RuleSettings = {},
  among: readonly Rule[] = rules,
  measure: Measure = unmeasured,
): RulesOutcome {
  const findings: Finding[] = [];
  const failures: RuleFailure[] = [];
  for (const rule of among) {
    if (settings[rule.id] === 'off') continue;
    try {
      measure(rule.id, () => rule.check(subject, makeReporter(rule, subject, findings, failures)));
    } catch (error) {
      failures.push({ rule: rule.id, error: toError(error) });
    }
  }
  return { findings, failures };
}
