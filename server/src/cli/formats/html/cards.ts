import type { Locale } from '#shared/text/localized.ts';
import { rulePage } from '../../../lsp/rule-page.ts';
import type { ReportedFinding } from '../../lint/report.ts';
import { severityWords } from '../../words.ts';
import { regionOf } from '../region.ts';
import { escapeXml } from '../xml.ts';
import { markedText } from './marked-text.ts';
import { htmlWords } from './words.ts';

/**
 * What a finding says.
 * @param units those of the task it stands in, for the filter.
 * @param quotes whether the line it stands in is shown with it.
 */
export function findingCard(
  finding: ReportedFinding,
  units: readonly string[],
  locale: Locale,
  quotes: boolean,
): string {
  const { source, rule, severity, message, related, fixes } = finding;
  const { startLine, startColumn } = regionOf(finding);
  const words = htmlWords[locale];
  const [fix] = fixes;
  const attributes = `data-rule="${escapeXml(rule)}" data-severity="${severity}" data-units="${escapeXml(JSON.stringify(units))}"`;
  return [
    `<article class="finding ${severity}" ${attributes}>`,
    `<p><b>${severityWords[severity][locale]}</b> ${escapeXml(message[locale])} <a href="${rulePage(rule, locale)}" rel="noreferrer">${escapeXml(rule)}</a> <small>${escapeXml(`${source.id}:${startLine}:${startColumn}`)}</small></p>`,
    ...(quotes ? [`<blockquote>${markedText(source, lineOf(finding), [finding])}</blockquote>`] : []),
    ...related.map(
      (place) =>
        `<p class="more">↳ ${escapeXml(`${place.source === source ? '' : `${place.source.id}:`}${regionOf(place).startLine}  ${place.message[locale]}`)}</p>`,
    ),
    ...(fix === undefined
      ? []
      : [`<p class="more">→ ${escapeXml(`${fix.safe ? words.safe : words.suggested}${fix.title[locale]}`)}</p>`]),
    '</article>',
  ].join('\n');
}

/** A long line is quoted around the place, so many code units on either side. */
const AROUND = 300;

function lineOf({ source, start, end }: ReportedFinding) {
  const { line } = source.positionAt(start);
  const lineEnd = source.lineStart(line + 1);
  return {
    start: Math.max(source.lineStart(line), start - AROUND),
    end: Math.min(Math.max(lineEnd, Math.min(end, lineEnd)), Math.max(start, Math.min(end, lineEnd)) + AROUND),
  };
}
