import { createHash } from 'node:crypto';
import type { Locale } from '#shared/text/localized.ts';
import { findingCard } from './html/cards.ts';
import { pageScript } from './html/script.ts';
import { pageStyle } from './html/style.ts';
import { pairGrid } from './html/tasks.ts';
import { htmlWords } from './html/words.ts';
import { count, type FileReport, type LintReport, type ReportedFinding } from './report.ts';
import { summaryLines } from './summary.ts';
import { severityWords } from './words.ts';
import { escapeXml } from './xml.ts';

/**
 * One page that needs nothing else: each pair side by side with its findings in place. Everything from a document is
 * escaped, and the page's own policy lets no other script or style run.
 */
export function formatHtml(report: LintReport, locale: Locale): string {
  const plain = { locale, paint: (_style: unknown, text: string) => text };
  const words = htmlWords[locale];
  const [total = '', ...hints] = summaryLines(report, plain);
  const findings = report.files.flatMap((file) => file.findings);
  const groups = [...new Set(report.files.map((file) => file.group))].map((group) =>
    report.files.filter((file) => file.group === group),
  );
  const shown = groups.filter((files) => files.some((file) => file.findings.length > 0));
  const clean = groups.filter((files) => !shown.includes(files)).flat();
  return [
    '<!DOCTYPE html>',
    `<html lang="${locale === 'zh' ? 'zh-CN' : 'en'}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hashOf(pageStyle)}'; script-src 'sha256-${hashOf(pageScript)}'; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${words.title}</title>`,
    `<style>${pageStyle}</style>`,
    '</head>',
    '<body>',
    `<header><h1>${words.title}</h1><p class="total">${escapeXml(total)}</p>`,
    ...hints.map((hint) => `<p>${escapeXml(hint.trim())}</p>`),
    '</header>',
    filters(findings, report, locale),
    ...(shown.length < 2 ? [] : [contents(shown, locale)]),
    '<main>',
    ...shown.map((files, index) => groupSection(files, sectionId(index), locale)),
    ...(clean.length === 0
      ? []
      : [
          `<section class="clean"><h2>${words.clean}</h2><ul>`,
          ...clean.map(({ path }) => `<li>${escapeXml(path)}</li>`),
          '</ul></section>',
        ]),
    '</main>',
    `<script>${pageScript}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

function filters(findings: readonly ReportedFinding[], report: LintReport, locale: Locale): string {
  const words = htmlWords[locale];
  const units = report.files.flatMap((file) => file.tasks.flatMap((task) => (task.units.length > 0 ? task.units : [])));
  return [
    '<form class="filters" hidden>',
    choice('rule', words.rule, words.all, counted(findings.map(({ rule }) => rule))),
    choice(
      'unit',
      words.unit,
      words.all,
      [...new Set(units)].sort().map((unit) => [unit, unit]),
    ),
    ...(['error', 'warning', 'info'] as const).map(
      (severity) =>
        `<label><input type="checkbox" name="severity" value="${severity}" checked> ${severityWords[severity][locale]}</label>`,
    ),
    `<label><input type="checkbox" name="only"> ${words.only}</label>`,
    `<button type="reset">${words.reset}</button>`,
    `<span>${words.shown}<output></output></span>`,
    '</form>',
  ].join('\n');
}

function choice(name: string, label: string, all: string, values: readonly (readonly [string, string])[]): string {
  const options = values.map(([value, text]) => `<option value="${escapeXml(value)}">${escapeXml(text)}</option>`);
  return `<label>${label} <select name="${name}"><option value="">${all}</option>${options.join('')}</select></label>`;
}

function counted(values: readonly string[]): readonly (readonly [string, string])[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([value, count]) => [value, `${value} (${count})`]);
}

/** A list of the files that lead to their sections. */
function contents(groups: readonly (readonly FileReport[])[], locale: Locale): string {
  const items = groups.map((files, index) => {
    const id = sectionId(index);
    return `<li data-section="${id}"><a href="#${id}">${names(files)}</a> <small>${severityCounts(files, locale)}</small></li>`;
  });
  return [`<nav><h2>${htmlWords[locale].files}</h2><ul>`, ...items, '</ul></nav>'].join('\n');
}

function sectionId(index: number): string {
  return `files-${index + 1}`;
}

function names(files: readonly FileReport[]): string {
  return files.map(({ path }) => escapeXml(path)).join(' + ');
}

function severityCounts(files: readonly FileReport[], locale: Locale): string {
  const findings = files.flatMap((file) => file.findings);
  return (['error', 'warning', 'info'] as const)
    .map((severity) => [severity, count(findings, severity)] as const)
    .filter(([, number]) => number > 0)
    .map(([severity, number]) => `${severityWords[severity][locale]} ${number}`)
    .join(locale === 'zh' ? '，' : ', ');
}

function groupSection(files: readonly FileReport[], id: string, locale: Locale): string {
  const words = htmlWords[locale];
  const elsewhere = files.flatMap((file) =>
    file.findings.filter(
      (finding) => !file.tasks.some((task) => task.start <= finding.start && finding.start <= task.end),
    ),
  );
  return [
    `<section id="${id}">`,
    `<h2>${names(files)} <small>${severityCounts(files, locale)}</small></h2>`,
    ...(elsewhere.length === 0
      ? []
      : [
          `<div class="elsewhere"><h3>${words.elsewhere}</h3>`,
          ...elsewhere.map((finding) => findingCard(finding, [], locale, true)),
          '</div>',
        ]),
    pairGrid(files, locale),
    '</section>',
  ].join('\n');
}
