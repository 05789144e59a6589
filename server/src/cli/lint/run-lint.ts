import { resolve } from 'node:path';
import type { ResultStore } from '../../cache/result-cache.ts';
import type { LoadedDraft } from '../../drafts/draft.ts';
import { DraftReader } from '../../drafts/draft-reader.ts';
import { realPaths } from '../../files/find-files.ts';
import { InputError, type Problem } from '../../files/input-error.ts';
import { namingWritten } from '../../files/write-each.ts';
import type { ChangedFile } from '../../files/write-text-file.ts';
import { type FileReport, type Fixed, fixedByRule } from '../../formats/report.ts';
import { now } from '../../launch/clock.ts';
import type { CommandContext } from '../context.ts';
import { readingChoices } from '../reading-choices.ts';
import { applyBaseline, type BaselineOutcome, loadBaseline } from './apply-baseline.ts';
import { type JudgedGroups, judgeAll } from './judge-all.ts';
import type { Failure } from './judged.ts';
import { startProgress } from './progress.ts';
import { foldersWithoutDrafts, type Inputs, readInputs } from './read-inputs.ts';
import { type LintRequest, ruleSettings } from './request.ts';
import type { Shard, ShardOfRun } from './shard.ts';
import { type RunStats, Stopwatch } from './stats.ts';

/** What one run found and did. */
export interface LintOutcome {
  /** Files that hold a part, with the findings that are to be reported. */
  readonly files: readonly FileReport[];
  /** True where there is something to print: a file was read, or none had to be. */
  readonly isComplete: boolean;
  readonly fixed: Fixed | undefined;
  /** What the fixes change, where they are only tried. */
  readonly wouldChange: readonly ChangedFile[];
  readonly baseline: BaselineOutcome | undefined;
  /** Undefined where all files were looked at. */
  readonly shard: ShardOfRun | undefined;
  readonly problems: readonly Problem[];
  readonly failures: readonly Failure[];
  readonly stats: RunStats;
  /** Absolute paths of all that was read: drafts, configurations, unit directories. */
  readonly read: readonly string[];
}

/** Reads, judges, fixes where asked to, and leaves out what is not to be reported. Prints nothing. */
export async function runLint(
  request: LintRequest,
  context: CommandContext,
  store: ResultStore | undefined,
  beforeJudging: (read: readonly string[]) => Promise<void>,
): Promise<LintOutcome> {
  const started = now();
  const { shard } = request;
  const choices = readingChoices(context, ruleSettings(context));
  const reader = new DraftReader(choices);
  const inputs = await readInputs(reader, context);
  const drafts = inputs.groups.flat().flatMap(({ file }) => (file === undefined ? [] : [file.path]));
  const read = [...drafts, ...(await judgedBy(inputs, reader))];
  await beforeJudging(read);
  const known = await loadBaseline(request);
  const changes = await changesOf(request, context, drafts);
  const chosen = await chooseGroups(inputs, request, changes);
  const stopwatch = request.stats ? new Stopwatch() : undefined;
  stopwatch?.add('loading', now() - started);
  const withTasks = asksForTasks(request);
  const common = { reader, choices, store, stopwatch, concurrency: request.concurrency };
  const judge = async (fix: LintRequest['fix']) => {
    const progress = startProgress(chosen.length, context);
    try {
      const groups = chosen.map(({ group }) => group);
      const onProgress = progress?.update;
      return await judgeAll(groups, { ...common, judging: { fix, withTasks }, onProgress });
    } finally {
      progress?.end();
    }
  };
  const outcome = await judgeAndWrite(chosen, request, inputs.problems.length > 0, judge);
  const problems = [...inputs.problems, ...outcome.problems];
  if (problems.length === 0 && shard === undefined && changes === undefined)
    problems.push(...(await foldersWithoutDrafts(inputs.found, pathsOfDrafts(chosen, outcome.judged))));

  const all = reportsOf(chosen, outcome.judged);
  const baseline = await namingWritten(
    writtenFiles(outcome),
    async () => await applyBaseline(all, request, known, context, problems.length === 0),
  );
  const files = baseline?.files ?? all;
  return {
    files: changes === undefined ? files : await onlyTouched(files, changes, context),
    isComplete: chosen.length > 0 || problems.length === 0,
    fixed: outcome.fixed,
    wouldChange: request.dryRun ? outcome.changed : [],
    baseline,
    shard: await shardOfRun(inputs, request, context),
    problems,
    failures: outcome.judged.groups.flatMap((group) => group.failures),
    stats: {
      files: chosen.reduce((sum, { group }) => sum + group.length, 0),
      fromCache: outcome.judged.fromCache,
      threads: Math.max(1, outcome.judged.threads),
      total: now() - started,
      times: stopwatch?.times ?? new Map(),
    },
    read,
  };
}

/** The drafts that were fixed on disk, as messages name them. */
export function writtenFiles({ fixed }: Pick<LintOutcome, 'fixed'>): readonly string[] {
  return fixed?.written ? fixed.files : [];
}

/** The configurations and unit directories of all drafts: each once. */
async function judgedBy({ groups }: Inputs, reader: DraftReader): Promise<ReadonlySet<string>> {
  const of = await Promise.all(groups.flat().map(({ path }) => reader.judgedBy(path)));
  return new Set(of.flat());
}

async function shardOfRun({ groups }: Inputs, { shard, fix }: LintRequest, context: CommandContext) {
  if (shard === undefined) return undefined;
  const { runName } = await import('./run-name.ts');
  return { ...shard, run: runName(groups, fix !== undefined, context) };
}

/** Whether points and rows are shown, written down for a later report, or needed to tell what a change has to do with. */
function asksForTasks({ outputs, shard, changedSince, cache, watch }: LintRequest): boolean {
  const isKept = shard !== undefined || cache !== undefined || watch;
  return isKept || changedSince !== undefined || outputs.some(({ format }) => format === 'html');
}

/** A group with its place among all groups of the run, those of other shards included. */
interface ChosenGroup {
  readonly index: number;
  readonly group: readonly LoadedDraft[];
}

async function changesOf({ changedSince }: LintRequest, { environment }: CommandContext, read: readonly string[]) {
  if (changedSince === undefined) return undefined;
  const { changesSince } = await import('../../baseline/changed-lines.ts');
  return await changesSince(changedSince, environment.cwd, read);
}

type Changes = NonNullable<Awaited<ReturnType<typeof changesOf>>>;

async function chooseGroups(
  { groups }: Inputs,
  { shard }: LintRequest,
  changes: Changes | undefined,
): Promise<readonly ChosenGroup[]> {
  const all = groups.map((group, index) => ({ index, group }));
  const ours = shard === undefined ? all : await groupsOf(shard, all);
  if (changes === undefined) return ours;
  const touched = await Promise.all(
    ours.map(async ({ group }) => (await realPaths(group.map(({ path }) => path))).some((path) => changes.has(path))),
  );
  return ours.filter((_, index) => touched[index]);
}

async function groupsOf(shard: Shard, all: readonly ChosenGroup[]): Promise<readonly ChosenGroup[]> {
  const { membersOf } = await import('./shard-members.ts');
  const names = all.map(({ group }) => group[0]?.shown ?? '');
  return membersOf(shard, names).flatMap((index) => all[index] ?? []);
}

interface Written {
  readonly judged: JudgedGroups;
  readonly fixed: Fixed | undefined;
  readonly changed: readonly ChangedFile[];
  /** Why nothing was written although it should have been. */
  readonly problems: readonly Problem[];
}

/** Judges, and writes what was fixed. Where that cannot be done, the outcome is that of the files as they are. */
async function judgeAndWrite(
  chosen: readonly ChosenGroup[],
  { fix, dryRun }: LintRequest,
  hasProblems: boolean,
  judge: (fix: LintRequest['fix']) => Promise<JudgedGroups>,
): Promise<Written> {
  const nothing = { fixed: undefined, changed: [], problems: [] };
  if (fix === undefined || hasProblems) return { ...nothing, judged: await judge(undefined) };
  const judged = await judge(fix);
  if (judged.groups.some((group) => group.failures.length > 0)) return { ...nothing, judged: await judge(undefined) };
  const changed = changedFiles(chosen, judged);
  try {
    const files = dryRun
      ? changed.map(({ shown }) => shown)
      : await (await import('../../files/write-text-file.ts')).writeTextFiles(changed);
    return { judged, fixed: { ...sumFixed(judged), files, written: !dryRun }, changed, problems: [] };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { ...nothing, judged: await judge(undefined), problems: error.problems };
  }
}

function changedFiles(chosen: readonly ChosenGroup[], { groups }: JudgedGroups): readonly ChangedFile[] {
  return chosen.flatMap(({ group }, index) =>
    group.flatMap(({ file, shown }, member) => {
      const text = groups[index]?.files[member]?.fixedText;
      return file === undefined || text === undefined ? [] : [{ file, text, shown }];
    }),
  );
}

function sumFixed({ groups }: JudgedGroups): Pick<Fixed, 'findings' | 'rules'> {
  return fixedByRule(groups.map((group) => group.fixed));
}

function reportsOf(chosen: readonly ChosenGroup[], { groups }: JudgedGroups): readonly FileReport[] {
  return groups.flatMap(({ files }, index) =>
    files
      .filter((file) => file.holdsParts)
      .map(({ holdsParts: _, fixedText: __, ...file }) => ({ ...file, group: chosen[index]?.index ?? index })),
  );
}

function pathsOfDrafts(chosen: readonly ChosenGroup[], { groups }: JudgedGroups): readonly string[] {
  return chosen.flatMap(({ group }, index) =>
    group.flatMap(({ path }, member) => (groups[index]?.files[member]?.holdsParts ? [path] : [])),
  );
}

async function onlyTouched(files: readonly FileReport[], changes: Changes, { environment }: CommandContext) {
  const { touchedFindings } = await import('../../baseline/touched-findings.ts');
  const real = await realPaths(files.map((file) => resolve(environment.cwd, file.path)));
  const changeOf = new Map(files.map((file, index) => [file, changes.get(real[index] ?? '')]));
  const groups = [...new Set(files.map((file) => file.group))];
  const kept = groups.flatMap((group) => {
    const members = files.filter((file) => file.group === group);
    return [...touchedFindings(members, (file) => changeOf.get(file))];
  });
  return kept.map(([file, findings]) => ({ ...file, findings }));
}
