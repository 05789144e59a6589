import type { Locale } from '#shared/text/localized.ts';
import { regionOf } from './region.ts';
import { count, type FileReport, type LintReport, type ReportedFinding } from './report.ts';
import { severityWords } from './words.ts';
import { emptyTag, escapeXml, openTag } from './xml.ts';

/** Surefire's readers ask for a time; a finding takes none. */
const time = 0;

/**
 * JUnit XML: a suite for each file, a test for each finding. What is information only does not fail; a file without
 * findings is one test that passed.
 */
export function formatJunit(report: LintReport, locale: Locale): string {
  const totals = report.files.map(totalsOf);
  const sum = (of: 'tests' | 'failures') => totals.reduce((all, total) => all + total[of], 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    openTag('testsuites', { name: 'bizenv', time, tests: sum('tests'), failures: sum('failures'), errors: 0 }),
    ...report.files.map((file) => suite(file, locale)),
    '</testsuites>',
    '',
  ].join('\n');
}

function totalsOf({ findings }: FileReport) {
  return { tests: Math.max(1, findings.length), failures: count(findings, 'error') + count(findings, 'warning') };
}

function suite(file: FileReport, locale: Locale): string {
  const { path, findings } = file;
  const attributes = { name: path, time, ...totalsOf(file), errors: 0, skipped: 0 };
  const tests =
    findings.length === 0
      ? [`    ${emptyTag('testcase', { classname: path, name: path, time })}`]
      : findings.map((finding) => testCase(finding, path, locale));
  return [`  ${openTag('testsuite', attributes)}`, ...tests, '  </testsuite>'].join('\n');
}

function testCase(finding: ReportedFinding, path: string, locale: Locale): string {
  const { rule, severity, message } = finding;
  const { startLine, startColumn } = regionOf(finding);
  const place = `${path}:${startLine}:${startColumn}`;
  const text = escapeXml(`${place}: ${severityWords[severity][locale]}: ${message[locale]} (${rule})`);
  const body =
    severity === 'info'
      ? `<system-out>${text}</system-out>`
      : `${openTag('failure', { message: message[locale], type: severity })}${text}</failure>`;
  return `    ${openTag('testcase', { classname: path, name: `${rule} (${startLine}:${startColumn})`, time })}${body}</testcase>`;
}
