import { applyEdits } from '../findings/apply-fixes.ts';
import type { Edit } from '../findings/finding.ts';
import type { SourceText } from '../text/source-text.ts';
import { contains, type Span } from '../text/span.ts';

/** A range of a text that is replaced by pieces: words, and other stretches of the same text. */
export interface Placement {
  readonly source: SourceText;
  readonly span: Span;
  readonly pieces: readonly (string | Span)[];
}

/**
 * The edits that put stretches of texts in other places. What is changed inside a stretch (`inner`) goes along with it;
 * elsewhere it is an edit of its own; in what is taken out it is lost.
 */
export function arrange(placements: readonly Placement[], inner: readonly Edit[]): readonly Edit[] {
  const moved = placements.map(({ source, span, pieces }): Edit => {
    const text = pieces.map((piece) => (typeof piece === 'string' ? piece : textOf(source, piece, inner))).join('');
    return { source, start: span.start, end: span.end, text };
  });
  const outside = inner.filter(
    (edit) =>
      !placements.some(({ source, span }) => source === edit.source && span.start < span.end && contains(span, edit)),
  );
  return [...moved.filter((edit) => edit.text !== edit.source.text.slice(edit.start, edit.end)), ...outside];
}

/** A stretch with the edits inside it done. */
function textOf(source: SourceText, span: Span, inner: readonly Edit[]): string {
  const own = inner.filter((edit) => edit.source === source && contains(span, edit));
  const shifted = own.map(({ start, end, text }) => ({ start: start - span.start, end: end - span.start, text }));
  return applyEdits(source.text.slice(span.start, span.end), shifted);
}
