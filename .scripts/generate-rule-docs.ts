import { builtInDirectory } from '#server/directories/built-in.ts';
import { documentedRules as rules } from '#shared/rules/documented.ts';
import type { Locale } from '#shared/text/localized.ts';
import { renderIndex, renderPage, renderTable } from './render-rule-docs.ts';

/** The folder of the pages: nothing else stands there. */
export const RULE_PAGES = 'shared/docs/rules';

const suffix: Readonly<Record<Locale, string>> = { en: '.md', zh: '.zh-CN.md' };
const locales: readonly Locale[] = ['en', 'zh'];
const marks = { start: '<!-- rules:start -->', end: '<!-- rules:end -->' };

/**
 * The pages of the rules and the tables that list them, from the rules themselves: path from the project's root → text.
 * @param current gives the text of a file as it stands; undefined where there is none.
 */
export function ruleDocs(current: (path: string) => string | undefined): ReadonlyMap<string, string> {
  const directory = builtInDirectory();
  const files = new Map<string, string>();
  for (const locale of locales) {
    files.set(`${RULE_PAGES}/README${suffix[locale]}`, renderIndex(rules, locale, pageOf('', locale)));
    for (const rule of rules)
      files.set(`${RULE_PAGES}/${rule.id}${suffix[locale]}`, renderPage(rule, locale, directory));
    const readme = `README${suffix[locale]}`;
    const table = renderTable(rules, locale, pageOf(`${RULE_PAGES}/`, locale));
    const text = current(readme);
    if (text !== undefined) files.set(readme, withTable(text, table));
  }
  return files;
}

function pageOf(path: string, locale: Locale): (id: string) => string {
  return (id) => `${path}${id}${suffix[locale]}`;
}

/** The text with the table between the marks; a text without marks has no table to keep. */
function withTable(text: string, table: string): string {
  const start = text.indexOf(marks.start);
  const end = text.indexOf(marks.end);
  if (start < 0 || end < start) return text;
  return `${text.slice(0, start + marks.start.length)}\n\n${table}\n${text.slice(end)}`;
}
