import type { Edit, Finding, RelatedPlace } from '#shared/findings/finding.ts';
import type { Locale } from '#shared/text/localized.ts';
import { keepLineEndings } from '../lint/line-endings.ts';
import type { FileReport, LintReport } from '../lint/report.ts';
import { visibleJson } from '../visible.ts';
import { jsonPlace } from './place.ts';

/** The report for programs: one object, whose shape is a public contract. */
export function formatJson(report: LintReport, locale: Locale): string {
  const { files, errors, warnings, infos, fixable } = report.summary;
  const object = {
    version: 1,
    files: report.files.map((file) => fileObject(file, locale)),
    summary: { files, errors, warnings, infos, fixable },
  };
  return `${visibleJson(JSON.stringify(object, null, 2))}\n`;
}

function fileObject({ path, year, findings }: FileReport, locale: Locale) {
  return { path, year: year ?? null, findings: findings.map((finding) => findingObject(finding, locale)) };
}

function findingObject(finding: Finding, locale: Locale) {
  const { source, rule, severity, message, start, end, fixes, related, data } = finding;
  const [fix] = fixes;
  return {
    rule,
    severity,
    message: message[locale],
    start: jsonPlace(source, start),
    end: jsonPlace(source, end),
    ...(fix === undefined
      ? {}
      : {
          fix: {
            safe: fix.safe,
            title: fix.title[locale],
            edits: fix.edits.map((edit) => editObject(edit, finding)),
          },
        }),
    ...(related.length === 0 ? {} : { related: related.map((place) => relatedObject(place, locale)) }),
    data,
  };
}

/** An edit is one of the finding's own file unless it names another. */
function editObject({ source, start, end, text }: Edit, finding: Finding) {
  return {
    ...(source === finding.source ? {} : { path: source.id }),
    start,
    end,
    text: text.includes('\n') ? keepLineEndings(source.text, text) : text,
  };
}

function relatedObject({ source, start, end, message }: RelatedPlace, locale: Locale) {
  return {
    path: source.id,
    start: jsonPlace(source, start),
    end: jsonPlace(source, end),
    message: message[locale],
  };
}
