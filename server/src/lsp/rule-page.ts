import type { Locale } from '#shared/text/localized.ts';

const PAGES = 'https://github.com/bizenv/bizenv-tasklist/blob/main/shared/docs/rules';

/** The address of a rule's documentation page. */
export function rulePage(rule: string, locale: Locale): string {
  return `${PAGES}/${rule}${locale === 'zh' ? '.zh-CN' : ''}.md`;
}
