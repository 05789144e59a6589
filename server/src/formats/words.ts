import type { Severity } from '#shared/findings/finding.ts';
import type { Rule } from '#shared/rules/define-rule.ts';
import type { Localized } from '#shared/text/localized.ts';

/** The words for a severity, as every output has them. */
export const severityWords: Readonly<Record<Severity, Localized>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
};

/** The words for what a rule's fixes are. */
export const fixWords: Readonly<Record<Rule['fix'], Localized>> = {
  safe: { zh: '可自动修改', en: 'safe fix' },
  suggested: { zh: '有修改建议', en: 'suggested fix' },
  none: { zh: '须手工修改', en: 'no fix' },
};
