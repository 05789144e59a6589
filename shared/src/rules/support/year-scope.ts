import type { YearScope } from '../../content/year-scope.ts';
import type { Subject } from '../subject.ts';
import { oncePerSubject } from './once-per-subject.ts';
import { partTitles } from './part-titles.ts';

/** `三年行动计划`: a plan for several years that does not name them. */
const YEARS_LONG = /([二三四五2-5])年(?:行动|规划|计划|攻坚|提升|方案)/;

/**
 * The years that the subject speaks for: its year, or those of a plan for several years. Where the year comes from titles
 * that do not agree, which is reported of the titles, each of their years counts. Undefined where nothing but the date of
 * a notice tells the year: a plan of December is one for the next year.
 */
export const yearScope = oncePerSubject((subject): YearScope | undefined => {
  const { year, documents } = subject;
  if (year === undefined) return undefined;
  const titles = partTitles(documents);
  const titled = titledYears(subject);
  const given = yearIsGiven(subject);
  if (!given && !titled.includes(year)) return undefined;
  const length = Math.max(0, ...titles.map(({ compared }) => yearsIn(YEARS_LONG.exec(compared)?.[1])));
  const last = Math.max(year + length, ...documents.map(({ lastYear }) => lastYear ?? year));
  return given ? { first: year, last } : { first: Math.min(year, ...titled), last: Math.max(last, ...titled) };
});

/** The years that the titles of the parts name. */
export const titledYears = oncePerSubject(({ documents }): readonly number[] =>
  partTitles(documents).flatMap(({ years }) => years.map(Number)),
);

/** The year was said by the caller, the configuration or the front matter, not read out of a title. */
export function yearIsGiven({ documents }: Subject): boolean {
  return documents.some(
    ({ frontMatter, year, yearSpan }) =>
      frontMatter.year !== undefined || (year !== undefined && yearSpan === undefined),
  );
}

/** A plan of December begins with the next year: as many years as it says may follow its own. */
function yearsIn(written: string | undefined): number {
  if (written === undefined) return 0;
  const index = '二三四五'.indexOf(written);
  return index === -1 ? Number(written) : index + 2;
}
