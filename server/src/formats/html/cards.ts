import type { Locale } from '#shared/text/localized.ts';
import { rulePage } from '../../pages.ts';
import { regionOf } from '../region.ts';
import type { ReportedFinding } from '../report.ts';
import { severityWords } from '../words.ts';
import { escapeXml } from '../xml.ts';
import { markedText, marksOf } from './marked-text.ts';
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
  const { source, rule, severity, message, fixes } = finding;
  const { startLine, startColumn } = regionOf(finding);
  const words = htmlWords[locale];
  const [fix] = fixes;
  const attributes = `data-rule="${escapeXml(rule)}" data-severity="${severity}" data-units="${escapeXml(JSON.stringify(units))}"`;
  return [
    `<article class="finding ${severity}" ${attributes}>`,
    `<p><b>${severityWords[severity][locale]}</b> ${escapeXml(message[locale])} <a href="${rulePage(rule, locale)}" rel="noreferrer">${escapeXml(rule)}</a> <small>${escapeXml(`${source.id}:${startLine}:${startColumn}`)}</small></p>`,
    ...(quotes ? [`<blockquote>${markedText(source, lineOf(finding), marksOf([finding]))}</blockquote>`] : []),
    ...relatedLines(finding, locale).map((line) => `<p class="more">↳ ${escapeXml(line)}</p>`),
    ...(fix === undefined
      ? []
      : [`<p class="more">→ ${escapeXml(`${fix.safe ? words.safe : words.suggested}${fix.title[locale]}`)}</p>`]),
    '</article>',
  ].join('\n');
}

/** The other places: those of which the same is said on one line. */
function relatedLines({ source, related }: ReportedFinding, locale: Locale): readonly string[] {
  const places = new Map<string, string[]>();
  for (const place of related) {
    const { startLine, startColumn } = regionOf(place);
    const text = `${place.source === source ? '' : `${place.source.id}:`}${startLine}:${startColumn}`;
    const known = places.get(place.message[locale]);
    if (known === undefined) places.set(place.message[locale], [text]);
    else known.push(text);
  }
  return [...places].map(([message, list]) => `${list.join(locale === 'zh' ? '、' : ', ')}  ${message}`);
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
