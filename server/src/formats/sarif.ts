import type { Edit, Place, RelatedPlace, Severity } from '#shared/findings/finding.ts';
import type { DocumentedRule } from '#shared/rules/define-rule.ts';
import { documentedRules } from '#shared/rules/documented.ts';
import type { Locale } from '#shared/text/localized.ts';
import type { SourceText } from '#shared/text/source-text.ts';
import { keepLineEndings } from '../files/line-endings.ts';
import { HOMEPAGE, rulePage } from '../pages.ts';
import { version } from '../version.ts';
import { fingerprintOf } from './fingerprint.ts';
import { jsonText, listOf, objectOf } from './json-pieces.ts';
import { regionOf } from './region.ts';
import type { LintReport, ReportedFinding } from './report.ts';
import { visible } from './visible.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const ROOT = '%SRCROOT%';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };
const indexes = new Map(documentedRules.map((rule, index) => [rule.id, index]));

/** SARIF 2.1.0, as GitHub code scanning and other viewers take it. */
export function formatSarif(report: LintReport, locale: Locale): Iterable<string> {
  const driver = {
    name: 'bizenv',
    semanticVersion: version(),
    informationUri: HOMEPAGE,
    rules: documentedRules.map((rule) => ruleObject(rule, locale)),
  };
  const run = objectOf({
    tool: { driver },
    language: locale === 'zh' ? 'zh-CN' : 'en',
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [ROOT]: { description: { text: rootWords[locale] } } },
    invocations: [{ executionSuccessful: true }],
    artifacts: report.files.map(({ source }) => ({ location: artifactOf(source) })),
    results: listOf(resultsOf(report, locale)),
  });
  return jsonText(objectOf({ $schema: SCHEMA, version: '2.1.0', runs: listOf([run]) }));
}

function* resultsOf({ files }: LintReport, locale: Locale) {
  for (const { findings } of files) for (const finding of findings) yield resultObject(finding, locale);
}

const rootWords = { zh: '检查时的工作文件夹', en: 'The working folder of the check' };

function ruleObject({ id, group, severity, fix, docs }: DocumentedRule, locale: Locale) {
  const { summary, why, remedy } = docs;
  return {
    id,
    ...nameOf(id),
    shortDescription: { text: summary[locale] },
    fullDescription: { text: why[locale] },
    help: { text: `${why[locale]}\n\n${remedy[locale]}`, markdown: `${why[locale]}\n\n${remedy[locale]}` },
    helpUri: rulePage(id, locale),
    defaultConfiguration: { level: levels[severity] },
    properties: {
      tags: [group],
      fix,
      precision: severity === 'error' ? 'very-high' : 'high',
      'problem.severity': severity === 'info' ? 'recommendation' : severity,
    },
  };
}

/** SARIF wants a name to be another one than the id, in more than its case. */
function nameOf(id: string) {
  if (!id.includes('-')) return {};
  return { name: id.replace(/(^|-)([a-z])/g, (_match, _dash, letter: string) => letter.toUpperCase()) };
}

function resultObject(finding: ReportedFinding, locale: Locale) {
  const { rule, severity, message, related, fixes } = finding;
  const index = indexes.get(rule);
  return {
    ruleId: rule,
    ...(index === undefined ? {} : { ruleIndex: index }),
    level: levels[severity],
    message: { text: plain(message[locale]) },
    locations: [{ physicalLocation: physical(finding) }],
    ...(related.length === 0
      ? {}
      : { relatedLocations: related.map((place, id) => relatedObject(place, id + 1, locale)) }),
    partialFingerprints: { 'bizenvFinding/v1': fingerprintOf(finding) },
    ...(fixes.length === 0
      ? {}
      : {
          fixes: fixes.map(({ title, safe, edits }) => ({
            description: { text: plain(title[locale]) },
            artifactChanges: changesOf(edits),
            properties: { safe },
          })),
        }),
  };
}

/** `[text](target)` would be a link and `{0}` a placeholder in a SARIF message; brackets alone are brackets. */
function plain(text: string): string {
  return visible(text).replaceAll('](', '\\](').replace(/[{}]/g, '$&$&');
}

function relatedObject(place: RelatedPlace, id: number, locale: Locale) {
  return { id, physicalLocation: physical(place), message: { text: plain(place.message[locale]) } };
}

function physical(place: Place) {
  return { artifactLocation: artifactOf(place.source), region: regionOf(place) };
}

function artifactOf({ id }: SourceText) {
  return { uri: id.split('/').map(encodeURIComponent).join('/'), uriBaseId: ROOT };
}

function changesOf(edits: readonly Edit[]) {
  const sources = [...new Set(edits.map((edit) => edit.source))];
  return sources.map((source) => ({
    artifactLocation: artifactOf(source),
    replacements: edits
      .filter((edit) => edit.source === source)
      .map((edit) => ({
        deletedRegion: regionOf(edit),
        insertedContent: { text: keepLineEndings(source.text, edit.text) },
      })),
  }));
}
