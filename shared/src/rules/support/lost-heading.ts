import type { Fix } from '../../findings/finding.ts';
import type { Domain, Point, Section } from '../../model/policy-document.ts';
import type { Pairing } from '../../pairing/pairing.ts';
import type { Subject } from '../subject.ts';
import type { NumberedHeading } from './heading-slips.ts';
import { lineBreakOf } from './line-break.ts';
import { numberLike } from './number-format.ts';
import type { NumberSlip } from './number-slips.ts';
import { sectionMatches } from './section-match.ts';
import { titleForm, titleText } from './titles.ts';

/** Puts back a heading that was lost, with the title that the list has for it: its section row, or its rows' domain. */
export function lostHeadingFix(subject: Subject, { problem, member }: NumberSlip<NumberedHeading>): Fix | undefined {
  const { missing } = problem;
  if (missing === undefined || missing.from !== missing.to) return undefined;
  for (const { pairing, ofRow } of sectionMatches(subject)) {
    if ('domains' in member.of) {
      const row = pairing.taskList.sections.find(
        (section) => section.tier === 'section' && section.label?.value === missing.from && !ofRow.has(section),
      );
      const first = pairing.taskList.rows.find(({ section }) => section !== undefined && section === row);
      const point = first === undefined ? undefined : pairing.pairOfRow(first)?.points[0];
      if (row !== undefined && point !== undefined)
        return insertHeading(pairing, member.of, missing.from, row.title.text, startOf(point));
    } else if ('heading' in member.of) {
      const lost = lostDomain(pairing, member.of);
      if (lost !== undefined) return insertHeading(pairing, member.of, missing.from, lost.title, lost.point.span.start);
    }
  }
  return undefined;
}

/** The first point of a section: its domain's heading goes with it. */
function startOf(point: Point): number {
  const opens = point.domain?.points[0] === point;
  return opens && point.domain !== undefined ? point.domain.heading.block.span.start : point.span.start;
}

/** The first point in front of a domain whose row has a domain that no heading has. */
function lostDomain({ workPoints, pairOfPoint }: Pairing, next: Domain): { point: Point; title: string } | undefined {
  const titles = new Set(workPoints.domains.map(({ heading }) => titleForm(heading.title.text)));
  const before = workPoints.domains[workPoints.domains.indexOf(next) - 1];
  for (const point of before?.points ?? []) {
    const row = pairOfPoint(point)?.rows[0];
    const title = (row?.domain ?? row?.domainRow?.title)?.text ?? '';
    if (title !== '' && !titles.has(titleForm(title))) return { point, title };
  }
  return undefined;
}

/** A heading of that number and title, in the manner of another one, in front of a place. */
function insertHeading(
  { workPoints: { source } }: Pairing,
  { heading: { block, label } }: Section | Domain,
  number: number,
  title: string,
  place: number,
): Fix | undefined {
  if (label === undefined) return undefined;
  const at = source.lineStart(source.positionAt(place).line);
  const { text } = source;
  const digits = numberLike(text.slice(label.digits.start, label.digits.end), number);
  const mark = `${text.slice(label.span.start, label.digits.start)}${digits}${text.slice(label.digits.end, label.span.end)}`;
  const words = `${mark}${titleText(title)}`;
  const line = text.slice(block.span.start, label.span.start) + words + lineBreakOf(source).repeat(2);
  return {
    title: { zh: `按清单补上标题“${words}”`, en: `Put back the heading “${words}”` },
    safe: false,
    edits: [{ source, start: at, end: at, text: line }],
  };
}
