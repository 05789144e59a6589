import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Baseline } from '../../baseline/baseline-file.ts';
import type { BaselineEntry } from '../../baseline/match-baseline.ts';
import type { BaselineUse, FileReport } from '../../formats/report.ts';
import type { CommandContext } from '../context.ts';
import type { LintRequest } from './request.ts';

/** @throws InputError when the baseline that is asked for cannot be used. */
export async function loadBaseline({ baseline }: LintRequest): Promise<Baseline | undefined> {
  if (baseline === undefined) return undefined;
  const { readBaseline } = await import('../../baseline/baseline-file.ts');
  return await readBaseline(baseline.path, baseline.shown);
}

export interface BaselineOutcome {
  readonly use: BaselineUse;
  /** The files without the findings that the baseline covers. */
  readonly files: readonly FileReport[];
  readonly gone: readonly GoneEntry[];
  /** What became of the file: written with all findings, or without the entries that are gone. */
  readonly file: 'written' | 'pruned' | 'untouched';
}

/** An entry as far as it stands for nothing any more. */
export interface GoneEntry {
  /** As messages name it. */
  readonly path: string;
  readonly entry: BaselineEntry;
}

/**
 * Writes the baseline or leaves out what it covers, and takes out of it what is gone where that is asked for; undefined where
 * there is none.
 * @param known what `loadBaseline` gave.
 * @param mayWrite false where the run has failed: half of the findings make no baseline.
 * @throws InputError when the file cannot be written.
 */
export async function applyBaseline(
  files: readonly FileReport[],
  { baseline, writeBaseline: target, pruneBaseline, shard }: LintRequest,
  known: Baseline | undefined,
  { environment }: CommandContext,
  mayWrite: boolean,
): Promise<BaselineOutcome | undefined> {
  if (target !== undefined) {
    if (!mayWrite) return undefined;
    const { entriesFor, writeBaseline } = await import('../../baseline/baseline-file.ts');
    const entries = new Map(
      files.map((file) => [
        resolve(environment.cwd, file.path),
        entriesFor(file.findings.map(({ identity }) => identity)),
      ]),
    );
    await writeBaseline(target.path, entries, target.shown);
    const covered = files.reduce((sum, file) => sum + file.findings.length, 0);
    return {
      use: { path: target.shown, covered, gone: 0 },
      files: files.map((file) => ({ ...file, findings: [] })),
      gone: [],
      file: 'written',
    };
  }
  if (baseline === undefined || known === undefined) return undefined;
  const [{ matchBaseline }, { shownPath }] = await Promise.all([
    import('../../baseline/match-baseline.ts'),
    import('../../drafts/shown-path.ts'),
  ]);
  const judged = new Set(files.map((file) => resolve(environment.cwd, file.path)));
  const gone: GoneEntry[] = [];
  const kept = new Map(known);
  let covered = 0;
  const left = files.map((file) => {
    const path = resolve(environment.cwd, file.path);
    const entries = known.get(path) ?? [];
    const match = matchBaseline(
      file.findings.map(({ identity }) => identity),
      entries,
    );
    for (const entry of match.gone) gone.push({ path: file.path, entry });
    kept.set(path, match.kept);
    covered += match.covered.filter(Boolean).length;
    return { ...file, findings: file.findings.filter((_, index) => match.covered[index] !== true) };
  });
  // A file that another run looks at says nothing here; one that is no more has taken its findings with it. The first of
  // several shards tells of it.
  const tellsOfRemoved = shard === undefined || shard.index === 1;
  const removed = [...known].filter(([path]) => tellsOfRemoved && !judged.has(path) && !existsSync(path));
  for (const [path, entries] of removed) {
    kept.delete(path);
    for (const entry of entries) gone.push({ path: shownPath(path, environment.cwd), entry });
  }
  const use = { path: baseline.shown, covered, gone: findingsOf(gone) };
  if (!pruneBaseline || !mayWrite || gone.length === 0) return { use, files: left, gone, file: 'untouched' };
  const { writeBaseline } = await import('../../baseline/baseline-file.ts');
  await writeBaseline(baseline.path, kept, baseline.shown);
  return { use: { ...use, gone: 0 }, files: left, gone, file: 'pruned' };
}

/** How many findings the entries stood for. */
export function findingsOf(gone: readonly GoneEntry[]): number {
  return gone.reduce((sum, { entry }) => sum + entry.count, 0);
}
