import type { Severity } from '#shared/findings/finding.ts';
import type { FileResult } from '#shared/lint.ts';
import { DraftReader } from '../../drafts/draft-reader.ts';
import type { ReadDrafts } from '../../drafts/read-together.ts';
import { InputError, type Problem } from '../../files/input-error.ts';
import type { CommandContext } from '../context.ts';
import { ExitCode } from '../exit-code.ts';
import { type JudgedDraft, type JudgedGroup, judgeGroup } from '../lint/judge-group.ts';
import { readInputs } from '../lint/read-inputs.ts';
import { count, type Fixed, type LintReport, makeReport } from '../lint/report.ts';
import { type LintRequest, lintRequest, ruleSettings } from '../lint/request.ts';
import { writeFixes } from '../lint/write-fixes.ts';
import { formatProblem } from '../problem.ts';
import { readingChoices } from '../reading-choices.ts';
import { visible } from '../visible.ts';

/** `bizenv lint`: reads, judges, fixes where asked to, and prints one report. */
export async function lintCommand(context: CommandContext): Promise<ExitCode> {
  const request = lintRequest(context);
  const reader = new DraftReader(readingChoices(context, ruleSettings(context)));
  const { groups, problems } = await readInputs(reader, context);
  const outcome = await judge(groups, problems.length === 0 ? request.fix : undefined);
  const { drafts, failures, fixed } = outcome;

  const results = drafts.map((draft) => draft.result);
  if (results.length > 0) await print(results, fixed, request, context);
  const allProblems = [...problems, ...outcome.problems];
  for (const problem of allProblems) complain(formatProblem(problem, context.locale), context);
  for (const { rule, error } of failures) complain(failureText(rule, error, context), context);
  if (allProblems.length + failures.length > 0) return ExitCode.Failure;
  return verdict(results, request, context);
}

interface Outcome {
  readonly drafts: readonly JudgedDraft[];
  readonly failures: JudgedGroup['failures'];
  readonly fixed: Fixed;
  /** Why nothing was written although it should have been. */
  readonly problems: readonly Problem[];
}

/** Judges, and writes what was fixed. Where that cannot be done, the outcome is that of the files as they are. */
async function judge(groups: ReadDrafts['groups'], which: LintRequest['fix']): Promise<Outcome> {
  const judged = groups.map((group) => judgeGroup(group, which));
  const drafts = judged.flatMap((group) => group.drafts);
  const failures = judged.flatMap((group) => group.failures);
  if (which === undefined) return { drafts, failures, fixed: { files: [], findings: 0 }, problems: [] };
  if (failures.length > 0) return await judge(groups, undefined);
  try {
    const findings = judged.reduce((sum, group) => sum + group.fixed, 0);
    return { drafts, failures, fixed: { files: await writeFixes(drafts), findings }, problems: [] };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { ...(await judge(groups, undefined)), problems: error.problems };
  }
}

async function print(results: readonly FileResult[], fixed: Fixed, request: LintRequest, context: CommandContext) {
  const only: readonly Severity[] = request.quiet ? ['error'] : ['error', 'warning', 'info'];
  const report = makeReport(results, only, fixed);
  context.environment.stdout.write(await format(report, request, context));
}

async function format(report: LintReport, { format }: LintRequest, context: CommandContext): Promise<string> {
  const { environment, options, locale } = context;
  if (format === 'json') return (await import('../formats/json.ts')).formatJson(report, locale);
  const [{ formatStylish }, { choosePaint }, { measureFor }] = await Promise.all([
    import('../formats/stylish.ts'),
    import('../formats/paint.ts'),
    import('../formats/width.ts'),
  ]);
  const { isTTY, columns } = environment.stdout;
  const option = options.has('no-color') ? false : options.has('color') ? true : undefined;
  return formatStylish(report, {
    locale,
    paint: choosePaint({ option, env: environment.env, isTTY }),
    width: Math.max(40, columns ?? 100),
    widthOf: await measureFor(report.files.map((file) => file.source.text)),
  });
}

function verdict(results: readonly FileResult[], { maxWarnings }: LintRequest, context: CommandContext): ExitCode {
  const findings = results.flatMap((result) => result.findings);
  const warnings = count(findings, 'warning');
  const tooMany = maxWarnings !== undefined && warnings > maxWarnings;
  if (tooMany)
    complain(
      context.say({
        zh: `bizenv: 警告 ${warnings} 个，超过上限 ${maxWarnings} 个（--max-warnings）。`,
        en: `bizenv: ${warnings} warnings, more than the ${maxWarnings} allowed (--max-warnings).`,
      }),
      context,
    );
  return tooMany || count(findings, 'error') > 0 ? ExitCode.Findings : ExitCode.Clean;
}

function failureText(rule: string, error: Error, { locale }: CommandContext): string {
  const message = visible(error.message);
  return locale === 'zh'
    ? `bizenv: 规则 ${rule} 出现内部错误：${message}。其他规则的结果不受影响；请把文件和这条信息报告给维护者。`
    : `bizenv: internal error in rule ${rule}: ${message}. The other rules are not affected; please report this with the file.`;
}

function complain(text: string, { environment }: CommandContext): void {
  environment.stderr.write(`${text}\n`);
}
