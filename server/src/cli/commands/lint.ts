import type { ResultStore } from '../../cache/result-cache.ts';
import { namingWritten } from '../../files/write-each.ts';
import { type LintReport, makeReport } from '../../formats/report.ts';
import { visible } from '../../formats/visible.ts';
import { complain } from '../complain.ts';
import type { CommandContext } from '../context.ts';
import { ExitCode } from '../exit-code.ts';
import { type BaselineOutcome, findingsOf } from '../lint/apply-baseline.ts';
import { checkOutputs, putOut } from '../lint/outputs.ts';
import { type LintRequest, lintRequest } from '../lint/request.ts';
import { type LintOutcome, runLint, writtenFiles } from '../lint/run-lint.ts';
import { severitiesToShow, verdict } from '../lint/verdict.ts';
import { formatProblem } from '../problem.ts';

/** `bizenv lint`: reads, judges, fixes where asked to, and puts out the reports. */
export async function lintCommand(context: CommandContext): Promise<ExitCode> {
  const request = lintRequest(context);
  const store = await storeFor(request);
  if (!request.watch) return (await lintOnce(request, store, context)).code;
  const { watchAndRepeat } = await import('../../watch/watch.ts');
  const own = request.outputs.flatMap(({ file }) => (file === undefined ? [] : [file.path]));
  return await watchAndRepeat(context, own, async () => await lintOnce(request, store, context));
}

async function storeFor({ cache, watch }: LintRequest): Promise<ResultStore | undefined> {
  if (cache !== undefined)
    return new (await import('../../cache/folder-store.ts')).FolderStore(cache.folder, cache.shown);
  return watch ? new (await import('../../cache/memory-store.ts')).MemoryStore() : undefined;
}

interface Lap {
  readonly code: ExitCode;
  /** Absolute paths of all that was read. */
  readonly read: readonly string[];
}

async function lintOnce(request: LintRequest, store: ResultStore | undefined, context: CommandContext): Promise<Lap> {
  const outcome = await runLint(request, context, store, async (read) => await checkPlaces(request, read));
  const { problems, failures } = outcome;
  const hasFailed = problems.length + failures.length > 0;
  await namingWritten(writtenFiles(outcome), async () => await print(outcome, hasFailed, request, context));
  for (const problem of problems) complain(formatProblem(problem, context.locale), context);
  for (const { rule, message } of failures) complain(failureText(rule, message, context), context);
  if (outcome.baseline !== undefined) tellOfBaseline(outcome.baseline, context);
  if (request.stats)
    complain((await import('../../formats/stats.ts')).formatStats(outcome.stats, context.locale), context);
  const code = hasFailed ? ExitCode.Failure : verdict(outcome.files, request.maxWarnings, context);
  return { code, read: outcome.read };
}

/** No report may replace what the run reads, a baseline among it; nor may a baseline that is written replace the rest. */
async function checkPlaces(request: LintRequest, read: readonly string[]) {
  const { outputs, baseline, writeBaseline, pruneBaseline } = request;
  const baselines = [baseline, writeBaseline].flatMap((file) => file?.path ?? []);
  await checkOutputs(outputs, [...read, ...baselines]);
  const written = writeBaseline ?? (pruneBaseline ? baseline : undefined);
  if (written !== undefined) await checkOutputs([{ file: written }], read);
}

/** A run that failed prints what it found, and writes no report: half of one would pass for the whole. */
async function print(outcome: LintOutcome, hasFailed: boolean, request: LintRequest, context: CommandContext) {
  if (!outcome.isComplete) return;
  const report = makeReport(outcome.files, severitiesToShow(request.quiet), {
    fixed: outcome.fixed,
    shard: outcome.shard,
    changedSince: request.changedSince,
    baseline: outcome.baseline?.use,
  });
  const outputs = request.outputs.filter(({ file }) => !hasFailed || file === undefined);
  await putOut(report, outputs, context);
  if (request.dryRun) await printDryRun(report, outcome, context);
}

async function printDryRun(report: LintReport, { wouldChange }: LintOutcome, context: CommandContext) {
  const { stdout, cwd } = context.environment;
  const [{ dryRunDiff }, { formatFixed }] = await Promise.all([
    import('../lint/dry-run.ts'),
    import('../../formats/fixed.ts'),
  ]);
  const diff = await dryRunDiff(wouldChange, cwd);
  // Git must get every character as it is; a terminal must not obey it.
  stdout.write(stdout.isTTY ? visible(diff, 'lines') : diff);
  complain(formatFixed(report, context.locale), context);
}

/** So many entries that are gone are named. */
const MOST_NAMED = 10;

function tellOfBaseline({ use: { path, covered }, gone, file }: BaselineOutcome, context: CommandContext): void {
  const name = visible(path);
  if (file === 'written')
    complain(
      context.say({
        zh: `bizenv: 已把 ${covered} 个问题记入基线 ${name}。`,
        en: `bizenv: wrote ${covered} findings to the baseline ${name}.`,
      }),
      context,
    );
  if (gone.length === 0) return;
  const count = findingsOf(gone);
  complain(
    context.say(
      file === 'pruned'
        ? {
            zh: `bizenv: 已从基线 ${name} 中去掉不再出现的 ${count} 项：`,
            en: `bizenv: took ${count} entries that are gone out of the baseline ${name}:`,
          }
        : {
            zh: `bizenv: 基线 ${name} 中有 ${count} 项已不再出现，可用 --prune-baseline 去掉：`,
            en: `bizenv: ${count} entries of the baseline ${name} are gone; --prune-baseline takes them out:`,
          },
    ),
    context,
  );
  for (const { path: of, entry } of gone.slice(0, MOST_NAMED)) {
    const times = entry.count === 1 ? '' : `  ×${entry.count}`;
    complain(`  ${visible(`${of}  ${entry.rule}  ${entry.task}  ${entry.words}${times}`)}`, context);
  }
  if (gone.length > MOST_NAMED) complain('  …', context);
}

function failureText(rule: string, given: string, { locale }: CommandContext): string {
  const message = visible(given);
  return locale === 'zh'
    ? `bizenv: 规则 ${rule} 出现内部错误：${message}。其他规则的结果不受影响；请把文件和这条信息报告给维护者。`
    : `bizenv: internal error in rule ${rule}: ${message}. The other rules are not affected; please report this with the file.`;
}
