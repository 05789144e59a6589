import type { Locale } from '#shared/text/localized.ts';
import type { Problem } from '../files/input-error.ts';
import { visible } from '../formats/visible.ts';

/** One line for standard error: `bizenv: path:line:column: what is wrong; what to do`. */
export function formatProblem({ at, what, cure }: Problem, locale: Locale): string {
  const place =
    at === undefined ? '' : `${[at.path, at.line, at.column].filter((part) => part !== undefined).join(':')}: `;
  const text = locale === 'zh' ? `${what.zh}。${cure.zh}` : `${what.en}. ${cure.en}`;
  return visible(`bizenv: ${place}${text}`);
}
