import type { Severity } from '#shared/findings/finding.ts';
import type { Locale } from '#shared/text/localized.ts';
import { regionOf } from './region.ts';
import type { LintReport, ReportedFinding } from './report.ts';
import { bySeverity } from './severity-order.ts';
import { summaryLines } from './summary.ts';
import { visible } from './visible.ts';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/**
 * Workflow commands of GitHub Actions. It shows ten of each kind for a step and fifty for a job: the gravest come first,
 * and the last line has the totals.
 */
export function formatGithub(report: LintReport, locale: Locale): string {
  const findings = bySeverity(report.files.flatMap((file) => file.findings));
  const plain = { locale, paint: (_style: unknown, text: string) => text };
  return `${[...findings.map((finding) => command(finding, locale)), ...summaryLines(report, plain)].join('\n')}\n`;
}

function command(finding: ReportedFinding, locale: Locale): string {
  const { source, rule, severity, message, related } = finding;
  const { startLine, startColumn, endLine, endColumn } = regionOf(finding);
  const properties = {
    file: source.id,
    line: startLine,
    // GitHub takes columns for places within one line only.
    ...(endLine === startLine ? { endLine, col: startColumn, endColumn } : { endLine }),
    title: rule,
  };
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  const others = related.map((place) => {
    const path = place.source === source ? '' : `${place.source.id}:`;
    return `\n↳ ${path}${regionOf(place).startLine}  ${place.message[locale]}`;
  });
  return `::${commands[severity]} ${list.join(',')}::${escapeData(`${message[locale]}${others.join('')}`)}`;
}

function escapeData(text: string): string {
  return visible(text, 'lines').replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
