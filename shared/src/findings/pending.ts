import type { Subject } from '../rules/subject.ts';
import type { MappedText } from '../text/mapped-text.ts';
import { contains, type Span } from '../text/span.ts';
import type { Finding } from './finding.ts';
import { markOf, topicOf } from './marks.ts';

/** A stretch of a document that a finding is about, with the words in which a mark about it stands. */
export interface MarkedPlace {
  readonly span: Span;
  readonly text: MappedText | undefined;
}

/** Its point or row; a paragraph that is neither. Nothing for the head of a table. */
export function placesOf({ source, start, end }: Finding, subject: Subject): readonly MarkedPlace[] {
  const range = { start, end };
  const point = subject.points.find((member) => member.source === source && contains(member.span, range));
  if (point !== undefined) return [{ span: point.span, text: point.text }];
  const row = subject.rows.find((member) => member.source === source && contains(member.span, range));
  if (row !== undefined)
    return [row.measures, row.task].flatMap((text) => (text === undefined ? [] : [{ span: row.span, text }]));
  const document = subject.documents.find((candidate) => candidate.source === source);
  const block = document?.blocks.find((candidate) => contains(candidate.span, range));
  return block?.kind === 'paragraph' || block?.kind === 'heading' ? [{ span: block.span, text: block.content }] : [];
}

/**
 * Without what a mark 【请确认：…】 in the same place puts off: the rule `placeholder` reports the mark, and the finding comes
 * back when the mark is taken out.
 */
export function withoutPending(findings: readonly Finding[], subject: Subject): readonly Finding[] {
  const marked = new Set(subject.documents.map(({ source }) => source).filter(({ text }) => text.includes(MARK_START)));
  if (marked.size === 0) return findings;
  return findings.filter(
    (finding) =>
      finding.rule === 'placeholder' ||
      !marked.has(finding.source) ||
      !placesOf(finding, subject).some(({ span }) =>
        finding.source.slice(span).includes(markOf(topicOf(finding.rule))),
      ),
  );
}

export const MARK_START = markOf('').slice(0, -1);
