import type { Place } from '#shared/findings/finding.ts';
import { findingIdentities, findingKeys } from '#shared/findings/key.ts';
import * as engine from '#shared/lint.ts';
import { rules } from '#shared/rules/all.ts';
import type { Locale } from '#shared/text/localized.ts';
import { SourceText } from '#shared/text/source-text.ts';
import { createDirectory } from '#shared/units/create-directory.ts';
import { parseDirectoryFile } from '#shared/units/directory-file.ts';
import type { UnitDirectory } from '#shared/units/unit.ts';
import type * as api from '../types/library.d.ts';
import { builtInDirectory, builtInFiles } from './directories/built-in.ts';
import { version as readVersion } from './version.ts';

// The package's entry: its documentation is that of ../types/library.d.ts.

export const version: typeof api.version = readVersion();

export const lint: typeof api.lint = (texts, options = {}) => {
  const sources = sourcesOf(texts);
  return resultsOf(engine.lint(sources, optionsOf(options)), options.locale ?? 'zh');
};

export const fix: typeof api.fix = (texts, which, options = {}) => {
  const outcome = engine.fix(sourcesOf(texts), optionsOf(options), which);
  const fixed: Record<string, number> = {};
  for (const { rule } of outcome.fixed) fixed[rule] = (fixed[rule] ?? 0) + 1;
  return {
    files: resultsOf(outcome.judged, options.locale ?? 'zh'),
    texts: outcome.texts.map(({ id, text }) => ({ path: id, text })),
    fixed,
  };
};

export const listRules: typeof api.listRules = (locale = 'zh') =>
  rules.map(({ id, severity, fix: kind, docs }) => ({ id, severity, fix: kind, summary: docs.summary[locale] }));

function sourcesOf(texts: api.Text | readonly api.Text[]): readonly SourceText[] {
  const list = isList(texts) ? texts : [texts];
  const paths = list.map(({ path }) => path);
  const repeated = paths.find((path, index) => paths.indexOf(path) !== index);
  if (repeated !== undefined) throw new TypeError(`two texts have the path ${repeated}`);
  return list.map(({ path, text }) => new SourceText(text, path));
}

function isList(texts: api.Text | readonly api.Text[]): texts is readonly api.Text[] {
  return Array.isArray(texts);
}

function optionsOf({ year, rules: settings = {}, units = [], pairs = [] }: api.Options): engine.LintOptions {
  const unknown = Object.keys(settings).find((id) => !rules.some((rule) => rule.id === id));
  if (unknown !== undefined) throw new TypeError(`there is no rule ${unknown}`);
  return {
    directory: directoryOf(units),
    rules: settings,
    pairs,
    ...(year === undefined ? {} : { year }),
  };
}

function directoryOf(units: readonly api.Text[]): UnitDirectory {
  if (units.length === 0) return builtInDirectory();
  const files = units.map(({ path, text }) => {
    const parsed = parseDirectoryFile(text, path);
    if (parsed.kind === 'file') return parsed.file;
    throw new TypeError(parsed.problems.map(({ message }) => `${path}: ${message.en}`).join('; '));
  });
  return createDirectory([...builtInFiles, ...files]);
}

function resultsOf({ files, failures }: engine.LintResult, locale: Locale): readonly api.FileResult[] {
  const [failure] = failures;
  if (failure !== undefined) throw failure.error;
  return files.map(({ source, document, subject, holdsParts, findings }) => {
    const keys = findingKeys(findingIdentities(findings, subject));
    return {
      path: source.id,
      year: document.year ?? subject.year,
      holdsParts,
      findings: findings.map((finding) => ({
        rule: finding.rule,
        severity: finding.severity,
        message: finding.message[locale],
        ...positionsOf(finding),
        fixes: finding.fixes.map(({ safe, title, edits }) => ({
          safe,
          title: title[locale],
          edits: edits.map((edit) => ({ path: edit.source.id, start: edit.start, end: edit.end, text: edit.text })),
        })),
        related: finding.related.map((place) => ({
          path: place.source.id,
          ...positionsOf(place),
          message: place.message[locale],
        })),
        data: finding.data,
        key: keys.get(finding) ?? finding.rule,
      })),
    };
  });
}

function positionsOf({ source, start, end }: Place): { readonly start: api.Position; readonly end: api.Position } {
  return { start: positionOf(source, start), end: positionOf(source, end) };
}

function positionOf(source: SourceText, offset: number): api.Position {
  const { line, character } = source.positionAt(offset);
  return { line: line + 1, column: character + 1, offset };
}
