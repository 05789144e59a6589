import type { Draft, Line, PointLine, RowLine } from '../draft.ts';
import { pointsOf, rowsOf } from '../draft.ts';
import type { Random } from '../random.ts';

/** One slip put into a clean pair. */
export interface Mistake {
  /** The rule meant for it. */
  readonly rule: string;
  readonly name: string;
  /** Rules that say the same just as well; one finding of one of them will do. */
  readonly also?: readonly string[];
  /** Changes the draft; false where the slip cannot be made in it. */
  readonly apply: (draft: Draft, random: Random) => boolean;
}

export type Where = 'first' | 'middle' | 'last' | 'edge';
export const everywhere: readonly Where[] = ['first', 'middle', 'last', 'edge'];

/** The lines of a place; `edge` is the first of its section. */
export function at<T extends Line>(draft: Draft, items: readonly T[], where: Where, random: Random): T | undefined {
  if (where === 'first') return items[0];
  if (where === 'last') return items[items.length - 1];
  if (where === 'edge') {
    const edges = items.filter((item, index) => {
      const before = draft.lines[draft.lines.indexOf(item) - 1]?.kind;
      return index > 0 && before !== item.kind;
    });
    return random.pick(edges);
  }
  return items[1 + random.below(items.length - 2)];
}

/** Runs of numbers that begin at 1: one, or one a section or domain. */
function runs<T extends PointLine | RowLine>(items: readonly T[]): T[][] {
  const out: T[][] = [];
  for (const item of items) {
    if (out.length === 0 || item.number === '1') out.push([]);
    out[out.length - 1]?.push(item);
  }
  return out;
}

/** The run a line stands in and its index there. */
export function placeInRun<T extends PointLine | RowLine>(items: readonly T[], item: T): { run: T[]; index: number } {
  const run = runs(items).find((candidate) => candidate.includes(item)) ?? [];
  return { run, index: run.indexOf(item) };
}

export function remove(draft: Draft, line: Line): void {
  draft.lines = draft.lines.filter((other) => other !== line);
}

export function insertAfter(draft: Draft, line: Line, ...added: Line[]): void {
  draft.lines.splice(draft.lines.indexOf(line) + 1, 0, ...added);
}

export function insertBefore(draft: Draft, line: Line, ...added: Line[]): void {
  draft.lines.splice(draft.lines.indexOf(line), 0, ...added);
}

export const shift = (lines: readonly (PointLine | RowLine)[], by: number): void => {
  for (const line of lines) line.number = String(Number(line.number) + by);
};

export interface TaskPair {
  readonly point: PointLine;
  readonly row: RowLine;
}

/** Every point with its row, by order. */
export function pairsOf(draft: Draft): TaskPair[] {
  const rows = rowsOf(draft);
  return pointsOf(draft).flatMap((point, index) => {
    const row = rows[index];
    return row === undefined ? [] : [{ point, row }];
  });
}

/** Changes text in one side of a pair where both sides hold the same; `change` gets what both hold. */
export function changeShared(
  draft: Draft,
  random: Random,
  side: 'point' | 'row',
  pattern: RegExp,
  change: (found: string) => string | undefined,
): boolean {
  if (!draft.layout.columns.includes('measures')) return false;
  const candidates = pairsOf(draft).flatMap(({ point, row }) =>
    [...point.body.matchAll(pattern)].flatMap((match) => {
      const found = match[0];
      const once = point.body.split(found).length === 2 && row.measures.split(found).length === 2;
      const changed = once ? change(found) : undefined;
      const clash = changed !== undefined && (point.body.includes(changed) || row.measures.includes(changed));
      return changed === undefined || changed === found || clash ? [] : [{ point, row, found, changed }];
    }),
  );
  const chosen = random.pick(candidates);
  if (chosen === undefined) return false;
  if (side === 'point') chosen.point.body = chosen.point.body.replace(chosen.found, chosen.changed);
  else chosen.row.measures = chosen.row.measures.replace(chosen.found, chosen.changed);
  return true;
}

/** Splits a list of units at its separators, brackets left whole. */
export const names = (list: string): string[] => (list === '' ? [] : list.split(/、(?![^（]*）)/));

export const isGroup = (name: string): boolean => /^各|等|（/.test(name);
