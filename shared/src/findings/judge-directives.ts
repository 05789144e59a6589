import type { Directive } from '../model/policy-document.ts';
import { rules } from '../rules/all.ts';
import { makeReporter, type RuleFailure } from '../rules/check-report.ts';
import type { RuleSettings } from '../rules/run-rules.ts';
import type { Subject } from '../rules/subject.ts';
import unusedDirective, { reportUnknownRule, reportUnused, reportUnusedRule } from '../rules/unused-directive.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Finding } from './finding.ts';
import { type DirectiveUse, type SuppressedFinding, suppress } from './suppress.ts';

export interface DirectivesOutcome {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  readonly failures: readonly RuleFailure[];
}

/**
 * The part of `unused-directive` that can only be judged after suppression: directives that name an unknown rule, or
 * that silenced nothing. A rule that is off or that failed proves nothing about a directive that names it.
 */
export function judgeDirectives(
  subject: Subject,
  uses: ReadonlyMap<Directive, DirectiveUse>,
  settings: RuleSettings,
  ran: readonly RuleFailure[],
): DirectivesOutcome {
  const findings: Finding[] = [];
  const failures: RuleFailure[] = [];
  if (settings[unusedDirective.id] === 'off') return { findings, suppressed: [], failures };
  const report = makeReporter(unusedDirective, subject, findings, failures);
  const known = rules.map((rule) => rule.id);
  const unjudged = new Set([
    ...known.filter((id) => settings[id] === 'off'),
    ...ran.map((failure) => failure.rule),
    unusedDirective.id,
  ]);
  const closers = closersOf(uses);
  for (const document of subject.documents)
    for (const directive of document.directives) {
      const use = uses.get(directive);
      if (directive.problem !== undefined || use === undefined) continue;
      const unknown = directive.rules.filter((rule) => !known.includes(rule.id));
      for (const rule of unknown) reportUnknownRule(report, document.source, directive, rule, known);
      if (directive.kind === 'enable') {
        if (use.ended.size === 0 && unknown.length === 0) reportUnused(report, document.source, directive, undefined);
        continue;
      }
      reportUse(directive, use, document.source);
    }
  // Only a directive that names this rule silences it: a wildcard that is unused would silence its own finding.
  const { kept, suppressed } = suppress(findings, subject, 'named');
  return { findings: kept, suppressed, failures };

  function reportUse(directive: Directive, use: DirectiveUse, source: SourceText): void {
    if (directive.rules.length === 0) {
      if (use.silenced.size === 0 && ran.length === 0) reportUnused(report, source, directive, closers.get(directive));
      return;
    }
    const judged = directive.rules.filter((rule) => known.includes(rule.id));
    const useless = judged.filter((rule) => !use.silenced.has(rule.id) && !unjudged.has(rule.id));
    if (useless.length === directive.rules.length) reportUnused(report, source, directive, closers.get(directive));
    else for (const rule of useless) reportUnusedRule(report, source, directive, rule);
  }
}

/** For each `disable`, the `enable` that ends it and nothing else. */
function closersOf(uses: ReadonlyMap<Directive, DirectiveUse>): ReadonlyMap<Directive, Directive> {
  const closers = new Map<Directive, Directive>();
  for (const [directive, use] of uses) {
    const [only] = use.ended;
    if (only !== undefined && use.ended.size === 1) closers.set(only, directive);
  }
  return closers;
}
