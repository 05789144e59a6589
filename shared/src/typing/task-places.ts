import type { Place } from '../findings/finding.ts';
import type { Block } from '../markdown/block.ts';
import type { Point, Row } from '../model/policy-document.ts';
import type { Pair } from '../pairing/pairing.ts';
import type { Subject } from '../rules/subject.ts';
import { countFirst } from '../text/count-first.ts';
import { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';
import type { TextEdit } from '../text/text-edit.ts';
import { type TableLine, tableLines } from './quiet-lines.ts';

/** A point on lines of its own with its row: what can be followed while it is typed in. */
export interface FollowedTask {
  /** The pair that it was when the draft was looked at as a whole. */
  readonly pair: Pair;
  /** Its position among the points, and that of its row among the rows. */
  readonly pointPosition: number;
  readonly rowPosition: number;
  /** As they were read last: out of the whole text, or out of a text of their own. */
  point: Point;
  row: Row;
}

/** So many blocks at the start of a text are looked at for its title. */
const OPENING = 12;

export type Side = 'point' | 'row';

/** Where some lines stand now: the first of a point to its last, or one of a table. */
interface Line {
  /** The task that an edit of its words can be followed in. */
  readonly followed: { readonly task: FollowedTask; readonly side: Side } | undefined;
  /** What it says as a line of a table. */
  readonly tableLine: TableLine | undefined;
  /** Where it stood when the draft was looked at as a whole. */
  readonly before: Span;
  start: number;
  end: number;
  /** Its own text, once it was edited. */
  text: SourceText | undefined;
}

/** Where the lines of the paired tasks and those of tables stand in the version that is being typed. */
export class TaskPlaces {
  /** In order. */
  readonly #lines: Line[] = [];
  readonly #byText = new Map<SourceText, Line>();
  readonly #whole: SourceText;
  readonly #lineOf = new Map<FollowedTask, Readonly<Record<Side, Line>>>();

  constructor(subject: Subject, source: SourceText) {
    this.#whole = source;
    const first = firstLines(subject);
    // The first lines of a text can tell its year and its place.
    const opening = new Set<unknown>(subject.documents.flatMap(({ blocks }) => blocks.slice(0, OPENING)));
    const ofTables = new Map(tableLines(subject).map((line) => [line.span.start, line]));
    const areNeighbours = neighboursOf(subject);
    const pointAt = new Map(subject.points.map((point, position) => [point, position]));
    const rowAt = new Map(subject.rows.map((row, position) => [row, position]));
    for (const pair of subject.pairings.flatMap(({ pairs }) => pairs)) {
      const { points, rows } = pair;
      const [point, ...morePoints] = points;
      const [row, ...moreRows] = rows;
      if (point === undefined || row === undefined || morePoints.length + moreRows.length > 0) continue;
      const pointPosition = pointAt.get(point);
      const rowPosition = rowAt.get(row);
      if (pointPosition === undefined || rowPosition === undefined) continue;
      const task: FollowedTask = { pair, pointPosition, rowPosition, point, row };
      const blocks = point.pieces.map(({ block }) => block);
      const lines = {
        start: blocks[0]?.span.start ?? point.span.start,
        end: blocks.at(-1)?.span.end ?? point.span.end,
      };
      const isWhole = areNeighbours(blocks) && !opening.has(blocks[0]) && standsAlone(source.text, lines);
      const mayFollowRow = row.label !== undefined && !first.has(row.tableRow);
      const places = {
        point: lineOf(lines, isWhole ? { task, side: 'point' } : undefined),
        row: lineOf(row.span, mayFollowRow ? { task, side: 'row' } : undefined, ofTables.get(row.span.start)),
      };
      this.#lineOf.set(task, places);
      this.#lines.push(places.point, places.row);
      ofTables.delete(row.span.start);
    }
    for (const tableLine of ofTables.values()) this.#lines.push(lineOf(tableLine.span, undefined, tableLine));
    this.#lines.sort((a, b) => a.start - b.start);
  }

  /** The line that holds an edit, its ends not touched. */
  at(edit: TextEdit): Line | undefined {
    const line = lastFrom(this.#lines, ({ start }) => start < edit.start);
    return line !== undefined && edit.end < line.end && isWithinPiece(line, edit) ? line : undefined;
  }

  /** Moves the lines along with an edit that one of them holds, which is that text from now on. */
  apply(edit: TextEdit, held: Line, text: SourceText): void {
    const offset = lengthened(edit);
    for (const line of this.#lines) {
      if (line.start > edit.start) line.start += offset;
      if (line.end > edit.start) line.end += offset;
    }
    if (held.text !== undefined) this.#byText.delete(held.text);
    held.text = text;
    this.#byText.set(text, held);
  }

  /** Where a place is now that was found in the text of a line, or in the whole text; undefined where that was edited. */
  now({ source, start, end }: Place): Span | undefined {
    const own = this.#byText.get(source);
    if (own !== undefined) return { start: own.start + start, end: own.start + end };
    if (source !== this.#whole) return undefined;
    const from = this.#moved(start);
    return from === undefined || from !== this.#moved(end) ? undefined : { start: start + from, end: end + from };
  }

  /** How far an offset of the whole text has moved; undefined where it stood in a line that was edited. */
  #moved(offset: number): number | undefined {
    const line = lastFrom(this.#lines, ({ before }) => before.start <= offset);
    if (line === undefined) return 0;
    if (offset > line.before.end) return line.end - line.before.end;
    return line.text === undefined ? line.start - line.before.start : undefined;
  }

  /** Whether an offset stands in a task. */
  holds(task: FollowedTask, offset: number): boolean {
    const places = this.#lineOf.get(task);
    return (
      places !== undefined && [places.point, places.row].some(({ start, end }) => start <= offset && offset <= end)
    );
  }
}

/** A line after an edit that it holds, as a text of its own, to read it again out of. */
export function textAfter({ start, end }: Line, edit: TextEdit, source: SourceText): SourceText {
  return new SourceText(source.slice({ start, end: end + lengthened(edit) }), source.id);
}

/** How many code units an edit makes a text longer. */
function lengthened({ start, end, length }: TextEdit): number {
  return length - (end - start);
}

function lineOf({ start, end }: Span, followed: Line['followed'], tableLine?: TableLine): Line {
  return { followed, tableLine, before: { start, end }, start, end, text: undefined };
}

/** The last of some lines in order that is one of the first. */
function lastFrom(lines: readonly Line[], isFirst: (line: Line) => boolean): Line | undefined {
  return lines[countFirst(lines, isFirst) - 1];
}

/** Of a point in several pieces, a piece as a whole can be told of. */
function isWithinPiece({ followed, text, start, before }: Line, edit: TextEdit): boolean {
  const pieces = followed?.side === 'point' ? followed.task.point.pieces : [];
  if (pieces.length < 2) return true;
  const offset = text === undefined ? start - before.start : start;
  return pieces.some(({ content: { span } }) => span.start + offset < edit.start && edit.end < span.end + offset);
}

/** So short a line can begin the title that the line behind it ends. */
const SHORT_TITLE = 45;

/** Whether the pieces of a point have nothing between them, and no short line behind them that may go with the last. */
function neighboursOf({ documents }: Subject): (pieces: readonly Block[]) => boolean {
  const blocks = documents.flatMap((document) => document.blocks);
  const places = new Map(blocks.map((block, place) => [block, place]));
  return (pieces) => {
    const [first] = pieces;
    if (first === undefined || pieces.length === 1) return true;
    const from = places.get(first) ?? 0;
    const next = blocks[from + pieces.length];
    const isShort = next?.kind === 'paragraph' && next.content.length <= SHORT_TITLE;
    return !isShort && pieces.every((piece, index) => places.get(piece) === from + index);
  };
}

/** Lines between blank ones: no neighbour can be joined to them, whatever they say. */
function standsAlone(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  const before = text.lastIndexOf('\n', start - 2);
  const isFirst = start === 0;
  const blankBefore = isFirst || (text.charAt(start - 1) === '\n' && text.slice(before + 1, start - 1).trim() === '');
  if (!blankBefore) return false;
  if (end === text.length) return true;
  const line = text.charAt(end) === '\r' ? end + 2 : end + 1;
  const next = text.indexOf('\n', line);
  return text.slice(line, next === -1 ? text.length : next).trim() === '';
}

/**
 * The lines of each table that can be a part of its header: the first one, and where that holds but a title, those behind it.
 * A line that begins with a number is never taken for the second row of a header.
 */
function firstLines({ taskLists }: Subject): ReadonlySet<unknown> {
  return new Set(
    taskLists.flatMap(({ tables }) =>
      tables.flatMap(({ block: { header, rows } }) => {
        const isTitle = header.cells.filter(({ content }) => content.length > 0).length < 2;
        return [header, ...(isTitle ? rows.slice(0, 2) : [])];
      }),
    ),
  );
}
