import type { Finding, Severity } from '#shared/findings/finding.ts';
import type { FindingIdentity } from '#shared/findings/key.ts';
import type { SourceText } from '#shared/text/source-text.ts';
import type { Span } from '#shared/text/span.ts';
import type { ShardOfRun } from '../cli/lint/shard.ts';

/** What a run found, ready to be shown in any format. */
export interface LintReport {
  /** Every file that was read and holds a part. */
  readonly files: readonly FileReport[];
  readonly summary: Summary;
  /** Undefined where nothing was to be fixed. */
  readonly fixed: Fixed | undefined;
  /** The part of the files that was looked at; undefined where it was all of them. */
  readonly shard: ShardOfRun | undefined;
  /** The revision since which files were looked at; undefined where all of them were. */
  readonly changedSince: string | undefined;
  /** Undefined where no baseline was asked for. */
  readonly baseline: BaselineUse | undefined;
}

export interface FileReport {
  /** As given or found, relative to the working directory. */
  readonly path: string;
  readonly source: SourceText;
  readonly year: number | undefined;
  readonly points: number;
  readonly rows: number;
  readonly findings: readonly ReportedFinding[];
  /** The points and rows of the file, in the order of the text. */
  readonly tasks: readonly ReportedTask[];
  /** Files of one pair have the same; it orders the files of a report. */
  readonly group: number;
}

/** A finding with what it is known by across runs. */
export interface ReportedFinding extends Finding {
  readonly identity: FindingIdentity;
  /** The identity as one text, unique in the file. */
  readonly key: string;
}

/** Where a point or a row stands, and what it belongs together with. */
export interface ReportedTask extends Span {
  readonly side: 'point' | 'row';
  /** As typed: `37`, `3-1`; empty where there is none. */
  readonly number: string;
  /** The same for the points and rows of one pair; unique in the group of files. */
  readonly pair: number;
  /** The units named in it, as written with a shared prefix restored. */
  readonly units: readonly string[];
  /** The columns of a row. */
  readonly cells: readonly ReportedCell[];
}

export interface ReportedCell extends Span {
  readonly name: string;
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

/** What `--fix` did, or would do. */
export interface Fixed {
  readonly findings: number;
  /** How many findings of each rule. */
  readonly rules: Readonly<Record<string, number>>;
  /** Paths of the files that were, or would be, written. */
  readonly files: readonly string[];
  /** False where it was only tried. */
  readonly written: boolean;
}

/** Adds up how many findings of each rule were fixed; rules by name. */
export function fixedByRule(parts: readonly Fixed['rules'][]): Pick<Fixed, 'findings' | 'rules'> {
  const counts = new Map<string, number>();
  for (const [rule, number] of parts.flatMap((part) => Object.entries(part)))
    counts.set(rule, (counts.get(rule) ?? 0) + number);
  const rules = Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
  return { findings: [...counts.values()].reduce((sum, number) => sum + number, 0), rules };
}

/** What the baseline took out of the report. */
export interface BaselineUse {
  readonly path: string;
  /** How many findings it covers. */
  readonly covered: number;
  /** How many of its entries stand for nothing any more. */
  readonly gone: number;
}

/** @param only the severities to show; the others are left out everywhere. */
export function makeReport(
  files: readonly FileReport[],
  only: readonly Severity[],
  more: Partial<Pick<LintReport, 'fixed' | 'shard' | 'changedSince' | 'baseline'>> = {},
): LintReport {
  const shown = files.map((file) => ({
    ...file,
    findings: file.findings.filter(({ severity }) => only.includes(severity)),
  }));
  const findings = shown.flatMap((file) => file.findings);
  return {
    files: shown,
    summary: {
      files: shown.length,
      errors: count(findings, 'error'),
      warnings: count(findings, 'warning'),
      infos: count(findings, 'info'),
      fixable: findings.filter(({ fixes }) => fixes[0]?.safe === true).length,
      suggested: findings.filter(({ fixes }) => fixes[0]?.safe === false).length,
    },
    fixed: more.fixed,
    shard: more.shard,
    changedSince: more.changedSince,
    baseline: more.baseline,
  };
}

export function count(findings: readonly Finding[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length;
}
