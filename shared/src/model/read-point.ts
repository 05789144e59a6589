import { MappedText } from '../text/mapped-text.ts';
import type { SourceText } from '../text/source-text.ts';
import { findUnits, type ProseContext, uniteLists } from './find-units.ts';
import { endsSentence, flatten } from './flat-text.ts';
import type { Domain, Point, PointPiece, Section } from './policy-document.ts';
import type { Item, Piece } from './read-items.ts';

export interface PointPlace {
  readonly section: Section | undefined;
  readonly domain: Domain | undefined;
}

/** A point from its numbered item and the items below it. */
export function readPoint(source: SourceText, items: readonly Item[], place: PointPlace, context: ProseContext): Point {
  const head = items[0];
  if (head === undefined) throw new Error('a point has at least one item');
  const pieces = items.flatMap((item, index) =>
    item.pieces.map((piece): Piece => (index > 0 && piece.joins === 'first' ? { ...piece, joins: 'sub-item' } : piece)),
  );
  const read = runsOf(pieces).map((run) => findUnits(run, context));
  const last = pieces.at(-1)?.content.span.end ?? head.label.span.end;
  return {
    source,
    label: head.label,
    ...place,
    pieces: pieces.map(({ block, content, joins }): PointPiece => ({ block, content, joins })),
    text: joinLines(
      read.map(({ text }) => text).filter(({ length }) => length > 0),
      head.label.span.end,
    ),
    units: uniteLists(read.flatMap(({ units }) => units ?? [])),
    deadline: read.map(({ deadline }) => deadline).find((deadline) => deadline !== undefined),
    span: { start: head.label.span.start, end: last },
  };
}

/** The stretches that read as one: a piece and what a page break tore off it; lines of units go with the text above. */
function runsOf(pieces: readonly Piece[]): MappedText[] {
  const runs: MappedText[][] = [];
  for (const { body, joins, onlyUnits } of pieces) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run === undefined || before === undefined) runs.push([body]);
    else if (joins === 'broken') run.push(body);
    else if (onlyUnits) run.push(lineBreak(before, body), body);
    else runs.push([body]);
  }
  return runs.map((run) => MappedText.concat(run));
}

function joinLines(texts: readonly MappedText[], origin: number): MappedText {
  const parts = texts.flatMap((text, index) => {
    const before = texts[index - 1];
    return before === undefined ? [text] : [lineBreak(before, text), text];
  });
  return parts.length === 0 ? MappedText.empty(origin) : MappedText.concat(parts);
}

function lineBreak(before: MappedText, after: MappedText): MappedText {
  const start = before.span.end;
  return MappedText.replacing('\n', { start, end: Math.max(start, after.span.start) });
}

/**
 * What every point does is a layout and no page break: a unit list on a line of its own, a title line above the text.
 * Changes the pieces of such points from `broken` to `continued`.
 */
export function settleJoins(points: readonly (readonly Item[])[]): void {
  const heads = points.flatMap(([head]) => head ?? []);
  const alone = heads.filter(({ pieces }) => pieces.some(isListAlone));
  const titled = heads.filter(({ pieces }) => isTitleLine(pieces));
  const isLayout = (some: readonly Item[]) => some.length >= 2 && some.length * 2 > heads.length;
  if (isLayout(alone)) for (const { pieces } of alone) relabel(pieces, isListAlone);
  if (isLayout(titled)) for (const { pieces } of titled) relabel(pieces, (_, index) => index === 1);
}

/** All that `settleJoins` asks of a point, as one text. */
export function joinsOf({ pieces }: Item): string {
  return (
    pieces.map((piece, index) => `${piece.joins} ${isListAlone(piece, index, pieces)}`).join() + isTitleLine(pieces)
  );
}

function isListAlone(piece: Piece, index: number, pieces: readonly Piece[]): boolean {
  const before = pieces[index - 1];
  return (
    piece.joins === 'broken' &&
    piece.onlyUnits &&
    before !== undefined &&
    endsSentence(flatten(before.body.text).trimEnd())
  );
}

function isTitleLine([first, second]: readonly Piece[]): boolean {
  return (
    first !== undefined && second?.joins === 'broken' && first.body.length <= 40 && !/[。；，]/.test(first.body.text)
  );
}

function relabel(pieces: Piece[], which: (piece: Piece, index: number, pieces: readonly Piece[]) => boolean): void {
  for (const [index, piece] of pieces.entries())
    if (which(piece, index, pieces)) pieces[index] = { ...piece, joins: 'continued' };
}
