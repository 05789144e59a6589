import type { MatchedTask, TextChange } from '#shared/drafting/compare.ts';
import type { Locale } from '#shared/text/localized.ts';
import {
  type ComparedPairs,
  comparedTitle,
  compareWords,
  countsLine,
  factsOf,
  numberOf,
  numbersOf,
  partWords,
  statuses,
  statusWords,
} from './compare-words.ts';
import { markdownText } from './markdown-text.ts';

/** The comparison as Markdown: removed words struck out, added ones bold. */
export function compareMarkdown(compared: ComparedPairs, locale: Locale): string {
  const { comparison } = compared;
  const sections = statuses.flatMap((status) => {
    const lines =
      status === 'added' || status === 'dropped'
        ? comparison[status].map((task) => `- ${numberOf(task)}\\. ${markdownText(task.title)}`)
        : comparison.matched.filter((task) => task.status === status).flatMap((task) => matchedLines(task, locale));
    return lines.length === 0 ? [] : ['', `## ${statusWords[status][locale]}`, '', ...lines];
  });
  return `${[
    `# ${compareWords.title[locale]}`,
    '',
    markdownText(comparedTitle(compared, locale)),
    '',
    countsLine(comparison, locale),
    ...sections,
  ].join('\n')}\n`;
}

function matchedLines(task: MatchedTask, locale: Locale): readonly string[] {
  const colon = locale === 'zh' ? '：' : ': ';
  return [
    `- ${numbersOf(task)}\\. ${markdownText(task.after.title)}`,
    ...task.texts.map((change) => `  - ${partWords[change.part][locale]}${colon}${changeText(change)}`),
    ...factsOf(task, locale).map(([label, value]) => `  - ${label}${colon}${markdownText(value)}`),
  ];
}

/** As HTML elements, which Markdown renders next to Chinese characters where `**` and `~~` are not taken for marks. */
function changeText({ stretches }: TextChange): string {
  return stretches
    .map((stretch) => {
      if (stretch.kind === 'same') return markdownText(stretch.text);
      const removed = stretch.removed === '' ? '' : `<del>${markdownText(stretch.removed)}</del>`;
      return removed + (stretch.added === '' ? '' : `<ins>${markdownText(stretch.added)}</ins>`);
    })
    .join('');
}
