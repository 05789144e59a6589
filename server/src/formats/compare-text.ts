import type { MatchedTask } from '#shared/drafting/compare.ts';
import type { Stretch } from '#shared/drafting/text-difference.ts';
import type { Locale } from '#shared/text/localized.ts';
import {
  type ComparedPairs,
  type ComparedStatus,
  comparedTitle,
  countsLine,
  factsOf,
  numberOf,
  numbersOf,
  partWords,
  statuses,
  statusWords,
} from './compare-words.ts';
import type { Paint } from './paint.ts';
import { visible } from './visible.ts';

/** How much of an unchanged stretch is shown beside a change. */
const CONTEXT = 12;

/** The comparison for a terminal: what was removed in [- -], what was added in {+ +}. */
export function compareText(compared: ComparedPairs, locale: Locale, paint: Paint): string {
  const { comparison } = compared;
  const lines = [
    paint('bold', visible(comparedTitle(compared, locale))),
    countsLine(comparison, locale),
    ...statuses.flatMap((status) => section(status, compared, locale, paint)),
  ];
  return `${lines.join('\n')}\n`;
}

function section(
  status: ComparedStatus,
  { comparison }: ComparedPairs,
  locale: Locale,
  paint: Paint,
): readonly string[] {
  const lines =
    status === 'added' || status === 'dropped'
      ? comparison[status].map((task) => `  ${numberOf(task)}. ${visible(task.title)}`)
      : comparison.matched
          .filter((task) => task.status === status)
          .flatMap((task) => matchedLines(task, locale, paint));
  return lines.length === 0
    ? []
    : ['', paint('bold', `${statusWords[status][locale]} (${counted(status, comparison)})`), ...lines];
}

function counted(status: ComparedStatus, comparison: ComparedPairs['comparison']): number {
  if (status === 'added' || status === 'dropped') return comparison[status].length;
  return comparison.matched.filter((task) => task.status === status).length;
}

function matchedLines(task: MatchedTask, locale: Locale, paint: Paint): readonly string[] {
  const colon = locale === 'zh' ? '：' : ': ';
  return [
    `  ${numbersOf(task)}. ${visible(task.after.title)}`,
    ...task.texts.map(
      ({ part, stretches }) => `      ${partWords[part][locale]}${colon}${differences(stretches, paint)}`,
    ),
    ...factsOf(task, locale).map(([label, value]) => `      ${label}${colon}${visible(value)}`),
  ];
}

function differences(stretches: readonly Stretch[], paint: Paint): string {
  return stretches
    .map((stretch, index) => {
      if (stretch.kind === 'same') return visible(shortened(stretch.text, index === 0, index === stretches.length - 1));
      const removed = stretch.removed === '' ? '' : paint('red', `[-${visible(stretch.removed)}-]`);
      return removed + (stretch.added === '' ? '' : paint('green', `{+${visible(stretch.added)}+}`));
    })
    .join('');
}

/** The words next to a change; those far from any are left out. */
function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  const characters = [...text];
  const ends = (isFirst ? 0 : CONTEXT) + (isLast ? 0 : CONTEXT);
  if (characters.length <= ends + 2) return text;
  const head = isFirst ? '' : characters.slice(0, CONTEXT).join('');
  const tail = isLast ? '' : characters.slice(-CONTEXT).join('');
  return `${head}……${tail}`;
}
