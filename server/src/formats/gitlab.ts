import type { Severity } from '#shared/findings/finding.ts';
import type { Locale } from '#shared/text/localized.ts';
import { fingerprintOf } from './fingerprint.ts';
import { regionOf } from './region.ts';
import type { LintReport } from './report.ts';
import { visible, visibleJson } from './visible.ts';

const severities: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' };

/** A GitLab Code Quality report. */
export function formatGitlab(report: LintReport, locale: Locale): string {
  const issues = report.files.flatMap(({ path, findings }) =>
    findings.map((finding) => {
      const { startLine, endLine } = regionOf(finding);
      return {
        description: visible(finding.message[locale]),
        check_name: finding.rule,
        fingerprint: fingerprintOf(finding),
        severity: severities[finding.severity],
        location: { path, lines: { begin: startLine, end: endLine } },
      };
    }),
  );
  return `${visibleJson(JSON.stringify(issues, null, 2))}\n`;
}
