import stringWidth from 'string-width';
import { rules } from '#shared/rules/all.ts';
import type { Rule } from '#shared/rules/define-rule.ts';
import type { Locale } from '#shared/text/localized.ts';
import { fixWords, severityWords } from '../../formats/words.ts';
import type { CommandContext } from '../context.ts';
import { ExitCode } from '../exit-code.ts';
import { refuseOperands } from '../operands.ts';

/** `bizenv rules`: every rule with its severity, its kind of fix and what it reports. */
export async function rulesCommand(context: CommandContext): Promise<ExitCode> {
  refuseOperands(context);
  const { environment, options, locale } = context;
  environment.stdout.write(options.value('format') === 'json' ? rulesJson(locale) : rulesTable(locale));
  return ExitCode.Clean;
}

function rulesJson(locale: Locale): string {
  const list = rules.map(({ id, group, severity, fix, docs }) => ({
    id,
    group,
    severity,
    fix,
    summary: docs.summary[locale],
  }));
  return `${JSON.stringify({ version: 1, rules: list }, null, 2)}\n`;
}

function rulesTable(locale: Locale): string {
  const rows = rules.map((rule) => rowOf(rule, locale));
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => stringWidth(row[column] ?? ''))));
  const lines = rows.map((row) =>
    row.map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - stringWidth(cell)))).join('  '),
  );
  return `${lines.join('\n')}\n`;
}

function rowOf({ id, severity, fix, docs }: Rule, locale: Locale): readonly string[] {
  return [id, severityWords[severity][locale], fixWords[fix][locale], docs.summary[locale]];
}
