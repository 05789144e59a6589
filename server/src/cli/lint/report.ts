import type { Finding, Severity } from '#shared/findings/finding.ts';
import type { FileResult } from '#shared/lint.ts';
import type { SourceText } from '#shared/text/source-text.ts';

/** What a run found, ready to be shown in any format. */
export interface LintReport {
  /** Every file that was read and holds a part. */
  readonly files: readonly FileReport[];
  readonly summary: Summary;
  readonly fixed: Fixed;
}

export interface FileReport {
  /** As given or found, relative to the working directory. */
  readonly path: string;
  readonly source: SourceText;
  readonly year: number | undefined;
  readonly points: number;
  readonly rows: number;
  readonly findings: readonly Finding[];
}

export interface Summary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Findings that `--fix` takes care of. */
  readonly fixable: number;
  /** Findings with a suggested fix. */
  readonly suggested: number;
}

/** What `--fix` did. */
export interface Fixed {
  readonly findings: number;
  /** Paths of the files that were written. */
  readonly files: readonly string[];
}

/** @param only the severities to show; the others are left out everywhere. */
export function makeReport(results: readonly FileResult[], only: readonly Severity[], fixed: Fixed): LintReport {
  const files = results.filter((result) => result.holdsParts).map((result) => fileReport(result, only));
  const findings = files.flatMap((file) => file.findings);
  return {
    files,
    summary: {
      files: files.length,
      errors: count(findings, 'error'),
      warnings: count(findings, 'warning'),
      infos: count(findings, 'info'),
      fixable: findings.filter(({ fixes }) => fixes[0]?.safe === true).length,
      suggested: findings.filter(({ fixes }) => fixes[0]?.safe === false).length,
    },
    fixed,
  };
}

export function count(findings: readonly Finding[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length;
}

function fileReport({ source, document, subject, findings }: FileResult, only: readonly Severity[]): FileReport {
  return {
    path: source.id,
    source,
    year: document.year ?? subject.year,
    points: document.workPoints.reduce((sum, part) => sum + part.points.length, 0),
    rows: document.taskLists.reduce((sum, list) => sum + list.rows.length, 0),
    findings: findings.filter(({ severity }) => only.includes(severity)),
  };
}
