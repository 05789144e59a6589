import { differences } from './differences.ts';

/** What comes in place of a range of a text; offsets in UTF-16 code units. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Two texts that differ more than this are not compared line by line: between their common ends all is replaced. */
const MOST_CHANGED_LINES = 1000;

/** The changes that make one text of another: lines that both have stay as they are, and so do the ends of changed ones. */
export function changesBetween(before: string, after: string): readonly TextChange[] {
  if (before === after) return [];
  const a = linesOf(before);
  const b = linesOf(after);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const hunks = differences(a.slice(head, a.length - tail), b.slice(head, b.length - tail), MOST_CHANGED_LINES);
  const changes: TextChange[] = [];
  let offset = lengthOf(a.slice(0, head));
  let from = head;
  for (const { aStart, aEnd, bStart, bEnd } of hunks) {
    offset += lengthOf(a.slice(from, head + aStart));
    const old = a.slice(head + aStart, head + aEnd);
    const fresh = b.slice(head + bStart, head + bEnd);
    changes.push(...changesOfHunk(old, fresh, offset));
    offset += lengthOf(old);
    from = head + aEnd;
  }
  return changes;
}

/** Lines that were changed one for one are compared one by one. */
function changesOfHunk(old: readonly string[], fresh: readonly string[], offset: number): readonly TextChange[] {
  if (old.length !== fresh.length) return [trimmed(old.join(''), fresh.join(''), offset)];
  let at = offset;
  return old.map((line, index) => {
    const change = trimmed(line, fresh[index] ?? '', at);
    at += line.length;
    return change;
  });
}

/** Without what both have at their ends. */
function trimmed(old: string, fresh: string, offset: number): TextChange {
  const shorter = Math.min(old.length, fresh.length);
  let head = 0;
  while (head < shorter && old[head] === fresh[head]) head++;
  let tail = 0;
  while (tail < shorter - head && old[old.length - 1 - tail] === fresh[fresh.length - 1 - tail]) tail++;
  if (splitsPair(old, head)) head--;
  if (splitsPair(old, old.length - tail)) tail--;
  return { start: offset + head, end: offset + old.length - tail, text: fresh.slice(head, fresh.length - tail) };
}

/** Whether an offset stands between what belongs together: the halves of a character, CR and LF. */
function splitsPair(text: string, at: number): boolean {
  return /^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)$/.test(text.slice(Math.max(0, at - 1), at + 1));
}

/** With their line ends. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length, 0);
}
