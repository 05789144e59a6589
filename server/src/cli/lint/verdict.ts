import type { Severity } from '#shared/findings/finding.ts';
import { count, type FileReport } from '../../formats/report.ts';
import { complain } from '../complain.ts';
import type { CommandContext } from '../context.ts';
import { ExitCode } from '../exit-code.ts';

/** What `--quiet` leaves in a report. */
export function severitiesToShow(quiet: boolean): readonly Severity[] {
  return quiet ? ['error'] : ['error', 'warning', 'info'];
}

/** The exit code for findings, whether they are shown or not; says so when there are too many warnings. */
export function verdict(
  files: readonly FileReport[],
  maxWarnings: number | undefined,
  context: CommandContext,
): ExitCode {
  const findings = files.flatMap((file) => file.findings);
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
