import type { Locale } from '#shared/text/localized.ts';
import type { Problem } from '../files/input-error.ts';
import type { CommandContext } from './context.ts';
import { visible } from './visible.ts';

/** One line for standard error: `bizenv: path:line:column: what is wrong; what to do`. */
export function formatProblem({ at, what, cure }: Problem, locale: Locale): string {
  const place =
    at === undefined ? '' : `${[at.path, at.line, at.column].filter((part) => part !== undefined).join(':')}: `;
  const text = locale === 'zh' ? `${what.zh}。${cure.zh}` : `${what.en}. ${cure.en}`;
  return visible(`bizenv: ${place}${text}`);
}

/** A line on standard error. */
export function complain(text: string, { environment }: CommandContext): void {
  environment.stderr.write(`${text}\n`);
}
