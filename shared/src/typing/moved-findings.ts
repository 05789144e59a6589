import type { Finding } from '../findings/finding.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';
import type { TextEdit } from '../text/text-edit.ts';

/** A finding without its fixes: those of a text that is still being typed nobody asks for. */
export type LiveFinding = Omit<Finding, 'fixes'>;

/** Whether an edit meets an end of a place that a finding tells: then it cannot be said whether what was typed belongs to it. */
export function isTouched(finding: LiveFinding, edit: TextEdit): boolean {
  return meetsEnd(finding, edit) || finding.related.some((place) => meetsEnd(place, edit));
}

function meetsEnd({ start, end }: Span, edit: TextEdit): boolean {
  return (edit.start <= start && start <= edit.end) || (edit.start <= end && end <= edit.end);
}

/** Findings that an edit does not touch, as they stand in the text after it. */
export function movedFindings(
  findings: readonly LiveFinding[],
  source: SourceText,
  edit: TextEdit,
): readonly LiveFinding[] {
  const offset = edit.length - (edit.end - edit.start);
  const moved = (place: number) => (place < edit.end ? place : place + offset);
  return findings.map((finding) => ({
    ...finding,
    source,
    start: moved(finding.start),
    end: moved(finding.end),
    related: finding.related.map((place) => ({
      ...place,
      source,
      start: moved(place.start),
      end: moved(place.end),
    })),
  }));
}
