import type { Edit, Fix, RelatedPlace } from '#shared/findings/finding.ts';
import type { Locale } from '#shared/text/localized.ts';
import { keepLineEndings } from '../files/line-endings.ts';
import { Checksum } from './checksum.ts';
import { jsonText, later, linesOf, listOf, objectOf } from './json-pieces.ts';
import { jsonPlace } from './place.ts';
import type { FileReport, Fixed, LintReport, ReportedFinding } from './report.ts';

/**
 * The report for programs: one object, whose shape is a public contract. That of a shard also holds what `bizenv merge`
 * needs to make any other format of it, and has one line a file: it may be longer than a text can be.
 */
export function formatJson(report: LintReport, locale: Locale): Iterable<string> {
  const head = reportObject(report);
  const files = filesOf(report, locale);
  if (report.shard === undefined) return jsonText(objectOf({ ...head, files: listOf(files) }));
  // A report that is made into others is taken as it was written, or not at all.
  const checksum = new Checksum();
  checksum.add(head);
  return jsonText(objectOf({ ...head, files: linesOf(counted(files, checksum)), checksum: later(() => checksum.hex) }));
}

function* counted(files: Iterable<unknown>, checksum: Checksum) {
  for (const file of files) {
    checksum.add(file);
    yield file;
  }
}

/** All but the files, which have their place in it. */
function reportObject({ summary, shard, changedSince, fixed, baseline }: LintReport) {
  const { files, errors, warnings, infos, fixable } = summary;
  return {
    version: 1,
    ...(shard === undefined ? {} : { shard }),
    ...(changedSince === undefined ? {} : { changedSince }),
    files: [],
    summary: { files, errors, warnings, infos, fixable },
    ...(fixed === undefined ? {} : { fixed: fixedObject(fixed) }),
    ...(baseline === undefined ? {} : { baseline }),
  };
}

function* filesOf({ files, shard }: LintReport, locale: Locale) {
  for (const file of files) yield fileObject(file, shard !== undefined, locale);
}

function fixedObject({ findings, rules, files, written }: Fixed) {
  return { findings, rules, files, written };
}

function fileObject(
  { path, source, year, points, rows, findings, group, tasks }: FileReport,
  whole: boolean,
  locale: Locale,
) {
  return {
    path,
    year: year ?? null,
    findings: findings.map((finding) => ({
      ...findingObject(finding, locale),
      ...(whole ? wholeFinding(finding, locale) : {}),
    })),
    ...(whole ? { points, rows, group, text: source.text, tasks } : {}),
  };
}

/** What other formats say of a finding, and this one does not. */
function wholeFinding(finding: ReportedFinding, locale: Locale) {
  const { key, identity, fixes } = finding;
  return { key, identity, fixes: fixes.map((fix) => fixObject(fix, finding, locale)) };
}

function fixObject({ safe, title, edits }: Fix, finding: ReportedFinding, locale: Locale) {
  return { safe, title: title[locale], edits: edits.map((edit) => editObject(edit, finding)) };
}

function findingObject(finding: ReportedFinding, locale: Locale) {
  const { source, rule, severity, message, start, end, fixes, related, data } = finding;
  const [fix] = fixes;
  return {
    rule,
    severity,
    message: message[locale],
    start: jsonPlace(source, start),
    end: jsonPlace(source, end),
    ...(fix === undefined ? {} : { fix: fixObject(fix, finding, locale) }),
    ...(related.length === 0 ? {} : { related: related.map((place) => relatedObject(place, locale)) }),
    data,
  };
}

/** An edit is one of the finding's own file unless it names another. */
function editObject({ source, start, end, text }: Edit, finding: ReportedFinding) {
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
