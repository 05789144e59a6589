import type { Finding, Fix, Place } from '#shared/findings/finding.ts';
import type { FileResult, LintResult } from '#shared/lint.ts';
import type { Point, Row, UnitList } from '#shared/model/policy-document.ts';
import type { MappedText } from '#shared/text/mapped-text.ts';
import type { LiveFinding } from '#shared/typing/moved-findings.ts';

/** Everything that a surface can show of a result, as plain data: what was read, what was found, and the fixes. */
export function described({ files, failures }: LintResult): unknown {
  return { files: files.map(describeFile), failures: failures.map(({ rule, error }) => [rule, error.message]) };
}

function describeFile({ document, subject, holdsParts, findings, suppressed }: FileResult): unknown {
  return {
    title: document.title,
    year: document.year,
    yearSpan: document.yearSpan,
    place: document.place,
    lead: document.leadConvention,
    blocks: document.blocks.map(({ kind, span }) => [kind, span.start, span.end]),
    points: document.workPoints.map((part) => [
      part.span,
      part.pointMark,
      part.restarts,
      part.points.map(describePoint),
    ]),
    rows: document.taskLists.map((list) => [list.span, list.rows.map(describeRow)]),
    pairs: subject.pairings.map(({ pairs }) =>
      pairs.map(({ points, rows, similarity }) => [
        points.map(({ span }) => span.start),
        rows.map(({ span }) => span.start),
        similarity,
      ]),
    ),
    holdsParts,
    findings: findings.map(describeFinding),
    suppressed: suppressed.map(({ finding, directives }) => [
      describeFinding(finding),
      directives.map(({ comment }) => comment.span),
    ]),
  };
}

function describePoint({ label, section, domain, pieces, text, units, deadline, span }: Point): unknown {
  return {
    label,
    section: section?.heading.span,
    domain: domain?.heading.span,
    pieces: pieces.map(({ block, content, joins }) => [block.kind, block.span, describeText(content), joins]),
    text: describeText(text),
    units: describeUnits(units),
    deadline: describeText(deadline),
    span,
  };
}

function describeRow(row: Row): unknown {
  const { label, section, domainRow, cells, continues, span } = row;
  return {
    label,
    section: section?.row.span,
    domainRow: domainRow?.row.span,
    cells: Object.entries(cells).map(([role, { content, span: cell, bold, breaks }]) => [
      role,
      describeText(content),
      cell,
      bold,
      breaks,
    ]),
    continues: continues?.span,
    texts: [row.domain, row.task, row.measures, row.deadline].map(describeText),
    units: [row.leadUnits, row.responsibleUnits].map(describeUnits),
    span,
  };
}

function describeUnits(list: UnitList | undefined): unknown {
  if (list === undefined) return undefined;
  return {
    span: list.span,
    spans: list.spans,
    namesLead: list.namesLead,
    namesSupport: list.namesSupport,
    mentions: list.mentions.map(({ text, ...mention }) => ({ ...mention, text: describeText(text) })),
    separators: list.separators.map(describeText),
  };
}

/** The text with the place of each of its characters. */
function describeText(text: MappedText | undefined): unknown {
  if (text === undefined) return undefined;
  let places = '';
  for (let i = 0; i < text.length; i++) {
    const { start, end } = text.spanOf(i, i + 1);
    places += `${start}-${end} `;
  }
  return [text.text, text.span, places];
}

/** The findings without their fixes, as plain data. */
export function describedFindings(findings: readonly LiveFinding[]): unknown {
  return findings.map((finding) => ({ ...(describeFinding({ ...finding, fixes: [] }) as object) }));
}

function describeFinding(finding: Finding): unknown {
  const { rule, severity, message, related, fixes, unnecessary, data } = finding;
  return {
    ...describePlace(finding),
    rule,
    severity,
    message,
    related: related.map((place) => ({ ...describePlace(place), message: place.message })),
    fixes: fixes.map(describeFix),
    unnecessary,
    data,
  };
}

function describeFix({ title, safe, edits }: Fix): unknown {
  return { title, safe, edits: edits.map((edit) => ({ ...describePlace(edit), text: edit.text })) };
}

function describePlace({ source, start, end }: Place): { id: string; start: number; end: number } {
  return { id: source.id, start, end };
}
