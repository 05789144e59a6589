import type { Severity } from '#shared/findings/finding.ts';
import type { SourceText } from '#shared/text/source-text.ts';
import type { Span } from '#shared/text/span.ts';
import type { ReportedFinding } from '../../lint/report.ts';
import { escapeXml } from '../xml.ts';

const weight: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** A range of a text as HTML, with the places of the findings marked; where several meet, the gravest one's colour. */
export function markedText(source: SourceText, span: Span, findings: readonly ReportedFinding[]): string {
  const inside = findings
    .filter((finding) => finding.source === source && finding.start < span.end && finding.end > span.start)
    .sort((a, b) => a.start - b.start);
  const bounds = new Set([span.start, span.end]);
  for (const { start, end } of inside) {
    bounds.add(Math.max(start, span.start));
    bounds.add(Math.min(end, span.end));
  }
  const cuts = [...bounds].sort((a, b) => a - b);
  let open: ReportedFinding[] = [];
  let next = 0;
  let html = '';
  for (const [index, cut] of cuts.entries()) {
    const end = cuts[index + 1];
    if (end === undefined) break;
    open = open.filter((finding) => finding.end > cut);
    for (let found = inside[next]; found !== undefined && found.start <= cut; found = inside[++next])
      if (found.end > cut) open.push(found);
    const text = escapeXml(source.text.slice(cut, end)).replaceAll('&#10;', '\n');
    const severity = worst(open);
    html += severity === undefined ? text : `<mark class="${severity}">${text}</mark>`;
  }
  return html;
}

function worst(findings: readonly ReportedFinding[]): Severity | undefined {
  return findings.reduce<Severity | undefined>(
    (found, { severity }) => (found === undefined || weight[severity] < weight[found] ? severity : found),
    undefined,
  );
}
