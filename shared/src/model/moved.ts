import type { Span } from '../text/span.ts';
import type { UnitList } from './policy-document.ts';

/** Parts of the model as they are where all their text stands `offset` code units further on. */

function movedSpan({ start, end }: Span, offset: number): Span {
  return { start: start + offset, end: end + offset };
}

export function movedUnits(list: UnitList, offset: number): UnitList {
  return {
    span: movedSpan(list.span, offset),
    spans: list.spans.map((span) => movedSpan(span, offset)),
    mentions: list.mentions.map((mention) => ({ ...mention, text: mention.text.movedBy(offset) })),
    namesLead: list.namesLead,
    namesSupport: list.namesSupport,
    separators: list.separators.map((separator) => separator.movedBy(offset)),
  };
}
