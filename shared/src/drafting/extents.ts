import type { Point, PolicyDocument, Row } from '../model/policy-document.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';

/** A stretch of whole lines that moves as one, with the blank lines behind it. */
export interface Extent {
  readonly source: SourceText;
  /** Without the blank lines. */
  readonly body: Span;
  /** Up to where the next thing begins. */
  readonly whole: Span;
}

/** The lines of points that stand one after another, with the comments above that silence findings on them. */
export function pointsExtent(documents: readonly PolicyDocument[], points: readonly [Point, ...Point[]]): Extent {
  const { source } = points[0];
  const last = points.at(-1) ?? points[0];
  const lastBlock = last.pieces.at(-1)?.block.span.end ?? last.span.end;
  const body = {
    start: startWithComments(documents, points[0]),
    end: Math.max(lastBlock, last.span.end, lineEnd(source, last.units?.span.end ?? 0)),
  };
  return { source, body, whole: withBlankLines(source, body) };
}

/** The lines of rows that stand one after another. */
export function rowsExtent(rows: readonly [Row, ...Row[]]): Extent {
  const { source } = rows[0];
  const start = source.lineStart(source.positionAt(rows[0].tableRow.span.start).line);
  const end = lineEnd(source, (rows.at(-1) ?? rows[0]).tableRow.span.end);
  const next = source.lineStart(source.positionAt(end).line + 1);
  return { source, body: { start, end }, whole: { start, end: Math.max(next, end) } };
}

export function lineEnd(source: SourceText, offset: number): number {
  const rest = /[\r\n]/.exec(source.text.slice(offset));
  return rest === null ? source.text.length : offset + rest.index;
}

function startWithComments(documents: readonly PolicyDocument[], point: Point): number {
  const { source } = point;
  const document = documents.find((candidate) => candidate.source === source);
  const block = point.pieces[0]?.block;
  let start = source.lineStart(source.positionAt(block?.span.start ?? point.span.start).line);
  if (document === undefined || block === undefined) return start;
  const silencing = new Set(
    document.directives.filter(({ kind }) => kind === 'disable-next-line').map(({ comment }) => comment.span.start),
  );
  for (let index = document.blocks.indexOf(block) - 1; index >= 0; index--) {
    const above = document.blocks[index];
    if (above?.kind !== 'comment' || !above.comments.some(({ span }) => silencing.has(span.start))) break;
    start = above.span.start;
  }
  return start;
}

function withBlankLines(source: SourceText, { start, end }: Span): Span {
  const blank = /^(?:[ \t]*(?:\r\n|\n|\r))+/.exec(source.text.slice(end, end + 200));
  return { start, end: end + (blank?.[0].length ?? 0) };
}
