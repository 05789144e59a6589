import type { YearScope } from '../../content/year-scope.ts';
import { longYears } from '../../content/years.ts';
import type { Place } from '../../findings/finding.ts';
import type { Point, Row } from '../../model/policy-document.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { placeOf } from './differing-words.ts';

/** A year of the document, written with a digit too many. */
export interface LongYear {
  readonly place: Place;
  readonly owner: Point | Row;
  /** The one that was meant. */
  readonly year: number;
}

interface Tasks {
  readonly points: readonly Point[];
  readonly rows: readonly Row[];
}

/** The years with a digit too many that points and rows name, in their texts and as deadlines. */
export function longYearsOf({ points, rows }: Tasks, scope: YearScope): readonly LongYear[] {
  return [
    ...points.flatMap((point) => inText(point, point.text, scope)),
    ...rows.flatMap((row) => [row.task, row.measures, row.deadline].flatMap((text) => inText(row, text, scope))),
  ];
}

/** A cheap look: hardly any text has one. */
const MAY_HOLD = /[0-9０-９]{5}[\s　]*年/;

function inText(owner: Point | Row, text: MappedText | undefined, { first, last }: YearScope): readonly LongYear[] {
  if (text === undefined || !MAY_HOLD.test(text.text)) return [];
  const found = new Map(
    [last, first].flatMap((year) => longYears(text, year)).map((long) => [long.span.start, long] as const),
  );
  return [...found.values()].map(({ span, year }) => ({ place: placeOf(owner.source, span), owner, year }));
}
