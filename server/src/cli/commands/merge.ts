import { resolve } from 'node:path';
import { shownPath } from '../../drafts/shown-path.ts';
import { findFiles } from '../../files/find-files.ts';
import { InputError } from '../../files/input-error.ts';
import { type BaselineUse, type FileReport, type Fixed, fixedByRule, makeReport } from '../../formats/report.ts';
import { visible } from '../../formats/visible.ts';
import { complain } from '../complain.ts';
import type { CommandContext } from '../context.ts';
import type { ExitCode } from '../exit-code.ts';
import { checkOutputs, outputRequests, putOut } from '../lint/outputs.ts';
import { severitiesToShow, verdict } from '../lint/verdict.ts';
import { mergeReports, type NamedReport } from '../merge/merge-reports.ts';
import { readReport } from '../merge/read-report.ts';
import { wholeNumber } from '../reading-choices.ts';

/** `bizenv merge REPORT.json …`: one report and one exit code of several. */
export async function mergeCommand(context: CommandContext): Promise<ExitCode> {
  const { environment, options, operands } = context;
  const { cwd } = environment;
  const outputs = outputRequests(context, false);
  const maxWarnings = wholeNumber(options, 'max-warnings', 0, Number.MAX_SAFE_INTEGER);
  const paths = await pathsOf(operands, cwd);
  await checkOutputs(outputs, paths);
  const reports: NamedReport[] = [];
  for (const path of paths) {
    const shown = shownPath(path, cwd);
    reports.push({ shown, report: await readReport(path, shown) });
  }
  const files = await mergeReports(reports, cwd);
  await checkOutputs(
    outputs,
    files.map(({ path }) => resolve(cwd, path)),
  );
  const changedSince = reports.find(({ report }) => report.changedSince !== undefined)?.report.changedSince;
  if (files.length === 0 && changedSince === undefined) throw nothingChecked();
  const baseline = sumBaseline(reports);
  const more = { fixed: sumFixed(reports, files), baseline, changedSince };
  const report = makeReport(files, severitiesToShow(options.has('quiet')), more);
  await putOut(report, outputs, context);
  if (baseline !== undefined && baseline.gone > 0)
    complain(
      context.say({
        zh: `bizenv: 基线 ${visible(baseline.path)} 中有 ${baseline.gone} 项已不再出现，各分片运行时已逐项列出。`,
        en: `bizenv: ${baseline.gone} entries of the baseline ${visible(baseline.path)} are gone; the shards’ runs have named them.`,
      }),
      context,
    );
  return verdict(files, maxWarnings, context);
}

/** The reports that were named; a glob that the shell left alone is resolved here. */
async function pathsOf(operands: readonly string[], cwd: string): Promise<readonly string[]> {
  if (operands.length === 0)
    throw new InputError({
      what: { zh: '没有指定报告', en: 'no report was named' },
      cure: {
        zh: '请写明报告，例如 bizenv merge 报告/*.json。',
        en: 'Name reports, such as bizenv merge reports/*.json.',
      },
    });
  const globs = operands.filter((operand) => /[*?]/.test(operand));
  const { inputs, problems } = await findFiles(globs, cwd);
  if (problems.length > 0) throw new InputError(...problems);
  const found = new Map(inputs.map(({ input, files }) => [input, files]));
  return operands.flatMap((operand) => found.get(operand) ?? [resolve(cwd, operand)]);
}

function sumBaseline(reports: readonly NamedReport[]): BaselineUse | undefined {
  const uses = reports.flatMap(({ report }) => report.baseline ?? []);
  const [first] = uses;
  if (first === undefined) return undefined;
  const sum = (of: 'covered' | 'gone') => uses.reduce((all, use) => all + use[of], 0);
  return { path: first.path, covered: sum('covered'), gone: sum('gone') };
}

function sumFixed(reports: readonly NamedReport[], files: readonly FileReport[]): Fixed | undefined {
  const parts = reports.flatMap(({ report }) => report.fixed ?? []);
  const [first] = parts;
  if (first === undefined) return undefined;
  const changed = new Set(parts.flatMap((part) => part.files));
  return {
    ...fixedByRule(parts.map((part) => part.rules)),
    files: files.map(({ path }) => path).filter((path) => changed.has(path)),
    written: first.written,
  };
}

function nothingChecked(): InputError {
  return new InputError({
    what: { zh: '这些报告里没有检查过任何文件', en: 'no file was checked in any of these reports' },
    cure: { zh: '请检查各分片所给的路径。', en: 'Check the paths that the shards were given.' },
  });
}
