import type { Place, Severity } from '#shared/findings/finding.ts';
import type { Locale } from '#shared/text/localized.ts';
import type { SourceText } from '#shared/text/source-text.ts';
import { keepLineEndings } from '../files/line-endings.ts';
import { HOMEPAGE, rulePage } from '../pages.ts';
import type { LintReport, ReportedFinding } from './report.ts';
import { visible, visibleJson } from './visible.ts';

const severities: Readonly<Record<Severity, string>> = { error: 'ERROR', warning: 'WARNING', info: 'INFO' };

/** The diagnostic format of reviewdog. */
export function formatRdjson(report: LintReport, locale: Locale): string {
  const object = {
    source: { name: 'bizenv', url: HOMEPAGE },
    diagnostics: report.files.flatMap(({ findings }) => findings.map((finding) => diagnostic(finding, locale))),
  };
  return `${visibleJson(JSON.stringify(object, null, 2))}\n`;
}

function diagnostic(finding: ReportedFinding, locale: Locale) {
  const { rule, severity, message, related } = finding;
  const suggestions = suggestionsOf(finding);
  return {
    message: visible(message[locale]),
    location: locationOf(finding),
    severity: severities[severity],
    code: { value: rule, url: rulePage(rule, locale) },
    ...(suggestions.length === 0 ? {} : { suggestions }),
    ...(related.length === 0
      ? {}
      : {
          related_locations: related.map((place) => ({
            message: visible(place.message[locale]),
            location: locationOf(place),
          })),
        }),
  };
}

/** A suggestion stands for itself and for one file: a fix of several edits cannot be told in this format. */
function suggestionsOf({ source, fixes }: ReportedFinding) {
  return fixes.flatMap(({ edits }) => {
    const [edit] = edits;
    if (edit === undefined || edits.length > 1 || edit.source !== source) return [];
    return [{ range: rangeOf(edit), text: keepLineEndings(source.text, edit.text) }];
  });
}

function locationOf(place: Place) {
  return { path: place.source.id, range: rangeOf(place) };
}

function rangeOf({ source, start, end }: Place) {
  return { start: positionOf(source, start), end: positionOf(source, end) };
}

/** Lines and columns from 1; this format counts columns in bytes of UTF-8. */
function positionOf(source: SourceText, offset: number) {
  const { line } = source.positionAt(offset);
  const before = source.text.slice(source.lineStart(line), offset);
  return { line: line + 1, column: Buffer.byteLength(before) + 1 };
}
