import type { Locale } from '#shared/text/localized.ts';

/** Where the project stands. */
export const HOMEPAGE = 'https://github.com/bizenv/bizenv-tasklist';

/** The address of a rule's documentation page. */
export function rulePage(rule: string, locale: Locale): string {
  return `${HOMEPAGE}/blob/main/shared/docs/rules/${rule}${locale === 'zh' ? '.zh-CN' : ''}.md`;
}
