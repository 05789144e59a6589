import {
  type FoldingRange,
  FoldingRangeKind,
  type FoldingRangeParams,
  type SelectionRange,
  type SelectionRangeParams,
} from 'vscode-languageserver';
import type { PolicyDocument } from '#shared/model/policy-document.ts';
import { unitLists } from '#shared/rules/support/unit-lists.ts';
import type { Span } from '#shared/text/span.ts';
import { spanRange } from '../convert.ts';
import type { Feature } from '../feature.ts';
import { targetAt } from '../lookup.ts';
import { allNodes, outlineOf } from '../outline.ts';
import type { Judged } from '../session.ts';

/** What can be folded away, and what a growing selection takes in: name, list, cell or text, task, domain, section, part. */
export const folding: Feature = {
  capabilities: () => ({ foldingRangeProvider: true, selectionRangeProvider: true }),

  start({ connection, session, guard }) {
    connection.onFoldingRanges(
      guard<FoldingRangeParams, FoldingRange[] | null>('folding', null, async ({ textDocument }, token) => {
        const judged = await session.oursAtRest(textDocument.uri, token);
        return judged === undefined ? null : foldingRanges(judged.file.document);
      }),
    );
    connection.onSelectionRanges(
      guard<SelectionRangeParams, SelectionRange[] | null>('selection', null, async ({ textDocument, positions }) => {
        const judged = await session.ours(textDocument.uri);
        if (judged === undefined) return null;
        const { source } = judged.file;
        return positions.map((position) => selectionAt(judged, source.offsetAt(position)));
      }),
    );
  },
};

function foldingRanges(document: PolicyDocument): FoldingRange[] {
  const { source, blocks } = document;
  const ranges = new Map<string, FoldingRange>();
  const add = ({ start, end }: Span, kind?: FoldingRangeKind) => {
    const startLine = source.positionAt(start).line;
    const last = start + source.text.slice(start, end).trimEnd().length;
    const endLine = source.positionAt(Math.max(start, last)).line;
    if (endLine <= startLine) return;
    ranges.set(`${startLine}-${endLine}`, { startLine, endLine, ...(kind === undefined ? {} : { kind }) });
  };
  for (const { span } of allNodes(outlineOf(document, 'zh'))) add(span);
  for (const block of blocks) {
    if (block.kind === 'table') add(block.span);
    if (block.kind === 'front-matter') add(block.span, FoldingRangeKind.Region);
    if (block.kind === 'comment') add(block.span, FoldingRangeKind.Comment);
  }
  return [...ranges.values()].sort((a, b) => a.startLine - b.startLine);
}

function selectionAt(judged: Judged, offset: number): SelectionRange {
  const { source, document, subject } = judged.file;
  const holds = ({ start, end }: Span) => start <= offset && offset <= end;
  const spans: Span[] = [{ start: 0, end: source.text.length }];
  for (const { span } of allNodes(outlineOf(document, 'zh'))) spans.push(span);
  for (const point of subject.points) if (point.source === source) spans.push(point.text.span, point.span);
  for (const { list, source: own } of unitLists(subject)) if (own === source) spans.push(list.span);
  for (const block of document.blocks) {
    spans.push(block.span);
    if (block.kind !== 'table') continue;
    const row = block.rows.find(({ span }) => holds(span));
    for (const cell of row?.cells ?? []) spans.push(cell.span, cell.content.span);
  }
  const target = targetAt(judged, offset);
  if (target !== undefined) spans.push(target.span);
  const around = spans.filter(holds).sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  let result: SelectionRange | undefined;
  let outer: Span | undefined;
  for (const span of around) {
    // Each must hold the next, and be larger.
    if (outer !== undefined && (span.start < outer.start || span.end > outer.end)) continue;
    if (outer !== undefined && span.start === outer.start && span.end === outer.end) continue;
    result = { range: spanRange(source, span), ...(result === undefined ? {} : { parent: result }) };
    outer = span;
  }
  return result ?? { range: spanRange(source, { start: offset, end: offset }) };
}
