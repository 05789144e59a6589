import type { Locale } from '#shared/text/localized.ts';

/** A date of a directory as people write it: `2024-03` is 2024年3月. */
export function dateText(date: string, locale: Locale): string {
  if (locale !== 'zh') return date;
  const [year, month] = date.split('-');
  return month === undefined ? `${year}年` : `${year}年${Number(month)}月`;
}
