import type { Locale, Localized } from '#shared/text/localized.ts';
import { rulePage } from '../pages.ts';
import { regionOf } from './region.ts';
import type { FileReport, LintReport, ReportedFinding } from './report.ts';
import { bySeverity } from './severity-order.ts';
import { summaryLines } from './summary.ts';
import { visible } from './visible.ts';
import { severityWords } from './words.ts';
import { escapeXml } from './xml.ts';

/** A comment on GitHub holds 65,536 characters, and whoever posts it may add words of his own. */
const LONGEST = 60_000;

const marks = { error: '🔴', warning: '🟡', info: '🔵' } as const;

const words = {
  title: { zh: '工作要点与任务清单检查', en: 'Work points and task list' },
  place: { zh: '位置', en: 'Place' },
  finding: { zh: '问题', en: 'Finding' },
  rule: { zh: '规则', en: 'Rule' },
} satisfies Record<string, Localized>;

/** A comment for a merge request: totals, then each file folded, the file with the gravest findings first. */
export function formatMarkdown(report: LintReport, locale: Locale): string {
  const plain = { locale, paint: (_style: unknown, text: string) => text };
  const [total = '', ...hints] = summaryLines(report, plain);
  const head = [
    `### ${words.title[locale]}`,
    '',
    `**${escapeMarkdown(total)}**`,
    ...hints.map((hint) => `\n${hint.trim()}`),
  ].join('\n');
  const files = report.files.filter((file) => file.findings.length > 0).sort(worstFirst);
  let text = `${head}\n`;
  let left = report.summary.errors + report.summary.warnings + report.summary.infos;
  for (const file of files) {
    const lines = [...opening(file, locale)];
    const shown: string[] = [];
    let size = text.length + lines.join('\n').length + 100;
    for (const finding of bySeverity(file.findings)) {
      const row = tableRow(finding, locale);
      size += row.length + 1;
      if (size > LONGEST) break;
      shown.push(row);
    }
    if (shown.length === 0) break;
    text += `\n${[...lines, ...shown, '', '</details>', ''].join('\n')}`;
    left -= shown.length;
  }
  const rest = { zh: `另有 ${left} 个问题没有列出。`, en: `${left} more findings are not listed.` };
  return left === 0 ? text : `${text}\n${rest[locale]}\n`;
}

function worstFirst(a: FileReport, b: FileReport): number {
  const weigh = ({ findings }: FileReport) =>
    findings.reduce((sum, { severity }) => sum + { error: 1_000_000, warning: 1000, info: 1 }[severity], 0);
  return weigh(b) - weigh(a);
}

function opening({ path, findings }: FileReport, locale: Locale): readonly string[] {
  const counts = (['error', 'warning', 'info'] as const)
    .map((severity) => [severity, findings.filter((finding) => finding.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => `${marks[severity]} ${severityWords[severity][locale]} ${count}`);
  return [
    `<details><summary>${escapeXml(path)} — ${counts.join(' ')}</summary>`,
    '',
    `| | ${words.place[locale]} | ${words.finding[locale]} | ${words.rule[locale]} |`,
    '| --- | --- | --- | --- |',
  ];
}

function tableRow(finding: ReportedFinding, locale: Locale): string {
  const { rule, severity, message } = finding;
  const { startLine, startColumn } = regionOf(finding);
  const link = `[\`${rule}\`](${rulePage(rule, locale)})`;
  return `| ${marks[severity]} | ${startLine}:${startColumn} | ${escapeMarkdown(message[locale])} | ${link} |`;
}

/** Does nothing but stand between the sign of a reference and its word. */
const APART = '&#8203;';

/**
 * A text that stays text: no markup, no HTML, no link, and nobody is called by an `@` in a draft. GitHub and GitLab look for
 * references (`@name`, `#1`, `!1`, `$1`, `~label`, `%milestone`, `:emoji:`) in what the Markdown has become, where a backslash is gone.
 */
function escapeMarkdown(text: string): string {
  return visible(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_{}[\]|~$]/g, '\\$&')
    .replace(/[@#!$~%](?=[\p{L}\p{N}"])|&amp;(?=\d)|:(?=[\w+-]+:)/gu, `$&${APART}`)
    .replace(/(?<=:)(?=\/\/)|(?<=www)(?=\.)/gi, APART);
}
