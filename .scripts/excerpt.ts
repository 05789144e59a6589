/** A text that has no more lines than this is shown whole. */
const SHORT = 12;

/** The lines with the given numbers (from 0), of a table's rows its header too; what is left out shows as `…`. */
export function excerpt(text: string, wanted: Iterable<number>): string {
  const lines = text.replace(/\n+$/, '').split('\n');
  if (lines.length <= SHORT) return lines.join('\n');
  const shown = new Set<number>();
  for (const line of wanted) {
    shown.add(line);
    for (const header of headerOf(lines, line)) shown.add(header);
  }
  return withGaps(lines.map((line, index) => (shown.has(index) ? line : undefined)));
}

/** What a fix changes, as a `diff` fence shows it. */
export function lineDiff(before: string, after: string): string {
  const a = before.replace(/\n+$/, '').split('\n');
  const b = after.replace(/\n+$/, '').split('\n');
  const common = commonLengths(a, b);
  const out: (string | undefined)[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      out.push(undefined);
      i++;
      j++;
    } else if (i < a.length && (j === b.length || (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0)))
      out.push(`- ${a[i++]}`.trimEnd());
    else out.push(`+ ${b[j++]}`.trimEnd());
  }
  return withGaps(out);
}

/** `common[i][j]`: how many lines the tails from `i` and `j` have in common, in order. */
function commonLengths(a: readonly string[], b: readonly string[]): readonly (readonly number[])[] {
  const common = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const row = common[i] ?? [];
      const below = common[i + 1] ?? [];
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  return common;
}

function headerOf(lines: readonly string[], line: number): readonly number[] {
  if (!lines[line]?.startsWith('|')) return [];
  for (let at = line; at > 0 && lines[at]?.startsWith('|'); at--)
    if (/^\|[\s:|-]+$/.test(lines[at] ?? '')) return [at - 1, at];
  return [];
}

function withGaps(lines: readonly (string | undefined)[]): string {
  const out: string[] = [];
  let gap = false;
  for (const line of lines) {
    if (line === undefined) gap = true;
    else {
      if (gap) out.push('…');
      out.push(line);
      gap = false;
    }
  }
  if (gap) out.push('…');
  return out.join('\n');
}
