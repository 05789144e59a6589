import type { Place } from '#shared/findings/finding.ts';
import type { SourceText } from '#shared/text/source-text.ts';
import type { Span } from '#shared/text/span.ts';
import type { FileReport, ReportedFinding } from '../formats/report.ts';
import type { FileChange } from './changed-lines.ts';

/** The changed ranges of one text. */
interface Touched {
  /** Lines that were changed or added. */
  readonly changed: readonly Span[];
  /** Places at which something was deleted: where two lines meet, with both lines. */
  readonly deleted: readonly Span[];
}

/**
 * Of the files of one pair, the findings that a change has to do with: those on a changed line, or with a related place
 * or a fix there, and those on the other side of a pair of which one side was changed.
 * @param changeOf undefined for a file that did not change.
 */
export function touchedFindings(
  files: readonly FileReport[],
  changeOf: (file: FileReport) => FileChange | undefined,
): ReadonlyMap<FileReport, readonly ReportedFinding[]> {
  const touched = new Map(files.map((file) => [file.source, rangesOf(file.source, changeOf(file))]));
  const pairs = new Set(
    files.flatMap((file) => {
      const changed = touched.get(file.source)?.changed ?? [];
      return file.tasks.filter((task) => meetsAny(changed, task)).map((task) => task.pair);
    }),
  );
  const isTouched = ({ source, start, end }: Place) => {
    const ranges = touched.get(source);
    return (
      ranges !== undefined && (meetsAny(ranges.changed, { start, end }) || meetsAny(ranges.deleted, { start, end }))
    );
  };
  return new Map(
    files.map((file) => {
      const tasks = file.tasks.filter((task) => pairs.has(task.pair));
      const kept = file.findings.filter(
        (finding) =>
          [finding, ...finding.related, ...(finding.fixes[0]?.edits ?? [])].some(isTouched) ||
          tasks.some((task) => task.start <= finding.start && finding.start <= task.end),
      );
      return [file, kept];
    }),
  );
}

/** True when the spans share a code unit, or touch where one of them is empty. */
function meetsAny(spans: readonly Span[], { start, end }: Span): boolean {
  return spans.some(
    (span) => (start < span.end && span.start < end) || (start === end && span.start <= start && start <= span.end),
  );
}

function rangesOf(source: SourceText, change: FileChange | undefined): Touched {
  if (change === undefined) return { changed: [], deleted: [] };
  if (change === 'all') return { changed: [{ start: 0, end: source.text.length + 1 }], deleted: [] };
  // Git's lines: a lone CR ends none.
  const starts = [0];
  for (let at = source.text.indexOf('\n'); at >= 0; at = source.text.indexOf('\n', at + 1)) starts.push(at + 1);
  const startOf = (line: number) => starts[line - 1] ?? source.text.length;
  return {
    changed: change.changed.map(([first, last]) => ({ start: startOf(first), end: startOf(last + 1) })),
    deleted: change.deletedBehind.map((line) => ({ start: line === 0 ? 0 : startOf(line), end: startOf(line + 2) })),
  };
}
