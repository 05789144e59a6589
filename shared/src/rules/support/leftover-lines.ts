import type { Block, ParagraphBlock } from '../../markdown/block.ts';
import type { PointPiece, PolicyDocument } from '../../model/policy-document.ts';
import { normalForm } from '../../text/normal-form.ts';
import { oncePerSubject } from './once-per-subject.ts';
import { type PageArtifact, pageArtifact } from './page-artifacts.ts';
import { sentenceEnd } from './sentence-end.ts';

export type LeftoverKind = PageArtifact | 'running-line';

/** The paragraphs of the subject's documents that are left over from printing, each with what it is. */
export const leftoverLines = oncePerSubject((subject): ReadonlyMap<Block, LeftoverKind> => {
  const found = new Map<Block, LeftoverKind>();
  for (const document of subject.documents) {
    const parts = [...document.workPoints, ...document.taskLists].map(({ span }) => span.start);
    const partsStart = parts.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
    const isRunning = runningLines(document, partsStart);
    for (const block of document.blocks) {
      if (block.kind !== 'paragraph') continue;
      const line = document.source.slice(block.span);
      const kind = artifactAt(line, block.span.start > partsStart) ?? (isRunning(block) ? 'running-line' : undefined);
      if (kind !== undefined) found.set(block, kind);
    }
  }
  return found;
});

/** The line as typed is asked, since `- 12 -` is a list to Markdown. The notice is signed with a name and a date. */
function artifactAt(line: string, behindNotice: boolean): PageArtifact | undefined {
  const kind = pageArtifact(line);
  return kind === 'page-number' || behindNotice ? kind : undefined;
}

/** Lines inside the parts that repeat a part's title, or one another at least three times, and are no text of their own. */
function runningLines(document: PolicyDocument, partsStart: number): (block: ParagraphBlock) => boolean {
  const titles = new Set<string>();
  const used = new Set<Block>();
  for (const { heading } of [...document.workPoints, ...document.taskLists]) {
    if (heading === undefined) continue;
    used.add(heading.block);
    titles.add(normalForm(heading.title.text));
  }
  for (const { sections, domains, points } of document.workPoints) {
    for (const { heading } of [...sections, ...domains]) used.add(heading.block);
    for (const { pieces } of points) if (pieces[0] !== undefined) used.add(pieces[0].block);
  }
  const isPlain = ({ span, content }: ParagraphBlock) =>
    span.start > partsStart && content.length >= 4 && content.length <= 60;
  const counts = new Map<string, number>();
  for (const block of document.blocks) {
    if (block.kind !== 'paragraph' || !isPlain(block) || used.has(block)) continue;
    const text = normalForm(block.content.text);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return (block) => {
    if (!isPlain(block) || used.has(block)) return false;
    const text = normalForm(block.content.text);
    if (titles.has(text)) return true;
    const isText = sentenceEnd(text) !== 'none' || /[:,()〔〕《》、]|单位|部门|负责|牵头|附件/.test(text);
    return !isText && (counts.get(text) ?? 0) >= 3;
  };
}

/**
 * The pieces of points that a line left over from printing cuts off from the piece before, with that line: one mistake,
 * which page-artifact reports and mends. A leftover line that was itself read as a piece is among them.
 */
export const brokenByLeftovers = oncePerSubject((subject): ReadonlyMap<PointPiece, LeftoverCut> => {
  const leftovers = leftoverLines(subject);
  const found = new Map<PointPiece, LeftoverCut>();
  for (const { source, blocks } of subject.documents) {
    const places = new Map(blocks.map((block, index) => [block, index]));
    for (const point of subject.points) {
      if (point.source !== source) continue;
      let previous: PointPiece | undefined;
      for (const piece of point.pieces) {
        const from = previous && places.get(previous.block);
        const to = places.get(piece.block);
        if (leftovers.has(piece.block)) {
          found.set(piece, { lines: [], previous: undefined });
          continue;
        }
        const lines = from === undefined || to === undefined ? [] : blocks.slice(from + 1, to);
        if (lines.length > 0 && piece.joins === 'broken' && lines.every((line) => leftovers.has(line))) {
          found.set(piece, { lines, previous });
        }
        previous = piece;
      }
    }
  }
  return found;
});

export interface LeftoverCut {
  /** The lines between the two pieces. */
  readonly lines: readonly Block[];
  /** The piece before them; undefined for a piece that is a leftover line itself. */
  readonly previous: PointPiece | undefined;
}
