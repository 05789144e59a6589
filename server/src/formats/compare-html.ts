import type { MatchedTask, TextChange } from '#shared/drafting/compare.ts';
import type { Locale } from '#shared/text/localized.ts';
import {
  type ComparedPairs,
  type ComparedStatus,
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
import { html, htmlPage } from './html-page.ts';

/** The comparison as a page to send around: removed words struck out, added ones marked. */
export function compareHtml(compared: ComparedPairs, locale: Locale): string {
  const title = compareWords.title[locale];
  return htmlPage(
    title,
    [
      `<h1>${html(title)}</h1>`,
      `<p>${html(comparedTitle(compared, locale))}</p>`,
      `<p>${html(countsLine(compared.comparison, locale))}</p>`,
      ...statuses.flatMap((status) => section(status, compared, locale)),
    ],
    locale,
  );
}

function section(status: ComparedStatus, { comparison }: ComparedPairs, locale: Locale): readonly string[] {
  const items =
    status === 'added' || status === 'dropped'
      ? comparison[status].map((task) => `<p><b>${numberOf(task)}.</b> ${html(task.title)}</p>`)
      : comparison.matched.filter((task) => task.status === status).flatMap((task) => matchedItem(task, locale));
  return items.length === 0 ? [] : [`<h2>${html(statusWords[status][locale])}</h2>`, ...items];
}

function matchedItem(task: MatchedTask, locale: Locale): readonly string[] {
  const facts = [
    ...task.texts.map((change) => [partWords[change.part][locale], changeText(change)] as const),
    ...factsOf(task, locale).map(([label, value]) => [label, html(value)] as const),
  ];
  return [
    `<p><b>${html(numbersOf(task))}.</b> ${html(task.after.title)}</p>`,
    ...(facts.length === 0
      ? []
      : ['<dl>', ...facts.map(([label, value]) => `<dt>${html(label)}</dt><dd>${value}</dd>`), '</dl>']),
  ];
}

function changeText({ stretches }: TextChange): string {
  return stretches
    .map((stretch) => {
      if (stretch.kind === 'same') return html(stretch.text);
      const removed = stretch.removed === '' ? '' : `<del>${html(stretch.removed)}</del>`;
      return removed + (stretch.added === '' ? '' : `<ins>${html(stretch.added)}</ins>`);
    })
    .join('');
}
