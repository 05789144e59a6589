import type { MappedText } from '../text/mapped-text.ts';
import { normalMapped } from '../text/normal-form.ts';
import { type DateMention, dateMentions, endOfMonth } from './dates.ts';
import { quotations, titles } from './enclosures.ts';
import { coverOf, type Stated, statedAt } from './stated.ts';

/** When something is to be done: `2026年3月底前`, `一季度`, `年底前`. */
export interface Deadline extends Stated {
  /** The year as written, or the document's where the text gives none; undefined where neither is known. */
  readonly year: number | undefined;
  /** Where the digits of a written year stand in the source. */
  readonly yearSpan: Stated | undefined;
  readonly month: number;
  readonly day: number;
  /** `by`: the text says that it is an end (前, 底, a quarter). `in`: it only names the time. */
  readonly kind: 'by' | 'in';
}

/** What a 完成时限 cell holds. */
export type DeadlineCell =
  | { readonly kind: 'dates'; readonly deadlines: readonly Deadline[] }
  /** `持续推进`, `长期坚持`: no end. */
  | { readonly kind: 'ongoing' }
  | { readonly kind: 'none' };

/**
 * The deadlines of a text, in order. Starts (`自1月1日起`), what recurs (`每季度`), what is past (`截至6月底`) and the
 * year as a span of a target (`全年`) are none.
 * @param year The document's year.
 */
export function deadlines(text: MappedText, year?: number): readonly Deadline[] {
  const normal = normalMapped(text);
  return readable(normal.text, year)
    .filter((mention) => isDeadline(normal.text, mention))
    .map((mention) => deadlineOf(normal, mention, year));
}

/** The content of a deadline column's cell, or of the words that stand with a point's units (`6月底完成`). */
export function deadlineCell(text: MappedText, year?: number): DeadlineCell {
  const normal = normalMapped(text);
  const found = dateMentions(normal.text, year).filter((mention) => mention.last !== undefined);
  if (found.length > 0)
    return { kind: 'dates', deadlines: found.map((mention) => deadlineOf(normal, mention, year, true)) };
  const bare = /^((?:19|20)\d\d)(?:[-./](1[0-2]|0?[1-9])(?:[-./](3[01]|[12]\d|0?[1-9]))?|年度?)[前底末]*$/.exec(
    normal.text,
  );
  if (bare !== null) {
    const end = endOfMonth(bare[2] === undefined ? 12 : Number(bare[2]));
    const deadline: Deadline = {
      ...statedAt(normal, 0, normal.length),
      year: Number(bare[1]),
      yearSpan: statedAt(normal, 0, 4),
      month: end.month,
      day: bare[3] === undefined ? end.day : Math.min(Number(bare[3]), end.day),
      kind: 'by',
    };
    return { kind: 'dates', deadlines: [deadline] };
  }
  return /持续|长期|常态|全年|贯穿/.test(normal.text) ? { kind: 'ongoing' } : { kind: 'none' };
}

/** True when both end on the same day of the year, whichever year. */
export function sameDay(a: Deadline, b: Deadline): boolean {
  return a.month === b.month && a.day === b.day;
}

/** Dates outside titles and quotations. */
function readable(normal: string, year: number | undefined): readonly DateMention[] {
  const found = dateMentions(normal, year);
  if (found.length === 0) return found;
  const isHidden = coverOf([...titles(normal), ...quotations(normal)]);
  return found.filter((mention) => !isHidden(mention.from, mention.to));
}

const BEGINS = /(?:自|从|由)$/;
const BEGINS_AFTER = /^(?:起|开始|以来|以后|之后|后)/;
const RECURS = /(?:每年?|逐|按|各|半)$/;
const PAST = /(?:截至|截止|截止到|较|比|同比|与)$/;
const PAST_AFTER = /^(?:已|印发|出台的|发布的|以来|召开的|实施的|起)/;
const ENDS_AFTER = /^(?:之?前|以前|之内|内|(?:完成|建成|实现|印发|出台|上线|到位))/;
const YEAR_BEFORE = /^(?:之?前|以前)/;

function isDeadline(normal: string, mention: DateMention): boolean {
  const before = normal.slice(Math.max(0, mention.from - 3), mention.from);
  const after = normal.slice(mention.to, mention.to + 4);
  if (BEGINS.test(before) || BEGINS_AFTER.test(after) || RECURS.test(before) || PAST.test(before)) return false;
  if (PAST_AFTER.test(after)) return false;
  if (mention.last === undefined) return mention.yearDigits !== undefined && YEAR_BEFORE.test(after);
  return true;
}

function deadlineOf(
  normal: MappedText,
  mention: DateMention,
  documentYear: number | undefined,
  inCell = false,
): Deadline {
  const after = /^(?:之?前|以前|之内)/.exec(normal.text.slice(mention.to, mention.to + 2));
  const to = mention.to + (after?.[0].length ?? 0);
  const says = mention.isEnd || mention.isStretch || ENDS_AFTER.test(normal.text.slice(mention.to, mention.to + 4));
  const digits = mention.yearDigits;
  return {
    ...statedAt(normal, mention.from, to),
    year: mention.year ?? documentYear,
    yearSpan: digits === undefined ? undefined : statedAt(normal, digits.from, digits.to),
    month: mention.last?.month ?? 12,
    day: mention.last?.day ?? 31,
    kind: inCell || says ? 'by' : 'in',
  };
}
