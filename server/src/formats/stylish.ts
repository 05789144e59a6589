import type { Finding, Place } from '#shared/findings/finding.ts';
import { excerptOf } from './excerpt.ts';
import type { FileReport, LintReport } from './report.ts';
import { fixedLines, summaryLines } from './summary.ts';
import type { View } from './view.ts';
import { visible } from './visible.ts';
import { severityWords } from './words.ts';

/** So many related places say enough; the JSON format has them all. */
const MOST_RELATED = 5;

const severityColors = { error: 'red', warning: 'yellow', info: 'cyan' } as const;

/** The report for people: each finding with the place it speaks of. */
export function formatStylish(report: LintReport, view: View): string {
  const parts = report.files
    .filter((file) => file.findings.length > 0)
    .map(
      (file) => `${fileHeader(file, view)}\n\n${file.findings.map((finding) => findingText(finding, view)).join('\n')}`,
    );
  const lines = [...fixedLines(report.fixed, view), ...summaryLines(report, view)];
  return `${[...parts, lines.join('\n')].join('\n')}\n`;
}

function fileHeader({ path, year, points, rows }: FileReport, { locale, paint }: View): string {
  const facts =
    locale === 'zh'
      ? [
          year === undefined ? '未写明年份' : `${year} 年`,
          ...(points === 0 ? [] : [`要点 ${points} 项`]),
          ...(rows === 0 ? [] : [`清单 ${rows} 行`]),
        ].join('，')
      : [
          year === undefined ? 'no year given' : `year ${year}`,
          ...(points === 0 ? [] : [`${points} points`]),
          ...(rows === 0 ? [] : [`${rows} rows`]),
        ].join(', ');
  return `${paint('underline', visible(path))}  ${paint('dim', facts)}`;
}

function findingText(finding: Finding, view: View): string {
  const { rule, severity, message } = finding;
  const { locale, paint } = view;
  const word = paint(severityColors[severity], severityWords[severity][locale]);
  const head = `  ${lineAndColumn(finding)}  ${word}  ${visible(message[locale])}  ${paint('dim', rule)}`;
  return `${[head, ...excerptLines(finding, view), ...relatedLines(finding, view), ...fixLines(finding, view)].join('\n')}\n`;
}

function lineAndColumn({ source, start }: Place): string {
  const { line, character } = source.positionAt(start);
  return `${line + 1}:${character + 1}`;
}

function excerptLines(finding: Finding, { paint, width, widthOf }: View): readonly string[] {
  const number = String(finding.source.positionAt(finding.start).line + 1);
  const gutter = `    ${number} │ `;
  const { text, carets } = excerptOf(finding, width - gutter.length, widthOf);
  return [
    paint('dim', gutter) + text,
    `${paint('dim', `    ${' '.repeat(number.length)} │ `)}${paint(severityColors[finding.severity], carets)}`,
  ];
}

function relatedLines({ source, related }: Finding, { locale, paint }: View): readonly string[] {
  const shown = related.length > MOST_RELATED + 1 ? related.slice(0, MOST_RELATED) : related;
  const rest = related.length - shown.length;
  const more = locale === 'zh' ? `另有 ${rest} 处` : `and ${rest} more places`;
  return [
    ...shown.map((place) => {
      const path = place.source === source ? '' : `${visible(place.source.id)}:`;
      return `    ${paint('dim', `↳ ${path}${lineAndColumn(place)}`)}  ${visible(place.message[locale])}`;
    }),
    ...(rest === 0 ? [] : [`    ${paint('dim', `↳ ${more}`)}`]),
  ];
}

function fixLines({ fixes: [fix] }: Finding, { locale, paint }: View): readonly string[] {
  if (fix === undefined) return [];
  const title = visible(fix.title[locale]);
  const hint = fix.safe
    ? { zh: `可自动修改：${title}（--fix）`, en: `Can be fixed: ${title} (--fix)` }
    : { zh: `建议：${title}（--fix-suggestions）`, en: `Suggestion: ${title} (--fix-suggestions)` };
  return [`    ${paint('green', '→')} ${hint[locale]}`];
}
