import type { Place, Severity } from '#shared/findings/finding.ts';
import type { SourceText } from '#shared/text/source-text.ts';
import type { Span } from '#shared/text/span.ts';
import type { ReportedFinding } from '../report.ts';
import { escapeXml } from '../xml.ts';

/** A place that is to be marked in a text. */
export interface Mark extends Place {
  readonly severity: Severity;
  /** False for the other places that a finding names. */
  readonly isMain: boolean;
}

const weight: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** The places of the findings, and the other places that they name. */
export function marksOf(findings: readonly ReportedFinding[]): readonly Mark[] {
  return findings.flatMap(({ source, start, end, severity, related }) => [
    { source, start, end, severity, isMain: true },
    ...related.map((place) => ({ ...place, severity, isMain: false })),
  ]);
}

/** A range of a text as HTML with its marks; where several meet, the finding’s own before others, then the gravest. */
export function markedText(source: SourceText, span: Span, marks: readonly Mark[]): string {
  const inside = marks
    .filter((mark) => mark.source === source && mark.start < span.end && mark.end > span.start)
    .sort((a, b) => a.start - b.start);
  const bounds = new Set([span.start, span.end]);
  for (const { start, end } of inside) {
    bounds.add(Math.max(start, span.start));
    bounds.add(Math.min(end, span.end));
  }
  const cuts = [...bounds].sort((a, b) => a - b);
  let open: Mark[] = [];
  let next = 0;
  let html = '';
  for (const [index, cut] of cuts.entries()) {
    const end = cuts[index + 1];
    if (end === undefined) break;
    open = open.filter((mark) => mark.end > cut);
    for (let found = inside[next]; found !== undefined && found.start <= cut; found = inside[++next])
      if (found.end > cut) open.push(found);
    const text = escapeXml(source.text.slice(cut, end)).replaceAll('&#10;', '\n');
    const mark = foremost(open);
    html += mark === undefined ? text : `<mark class="${mark.severity}${mark.isMain ? '' : ' also'}">${text}</mark>`;
  }
  return html;
}

function foremost(marks: readonly Mark[]): Mark | undefined {
  const rank = ({ severity, isMain }: Mark) => weight[severity] + (isMain ? 0 : 3);
  return marks.reduce<Mark | undefined>(
    (found, mark) => (found === undefined || rank(mark) < rank(found) ? mark : found),
    undefined,
  );
}
