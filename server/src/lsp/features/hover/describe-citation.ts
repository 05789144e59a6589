import { taskAt } from '#shared/drafting/tasks.ts';
import type { Subject } from '#shared/rules/subject.ts';
import { ownerName } from '#shared/rules/support/differing-words.ts';
import type { Locale } from '#shared/text/localized.ts';
import { citationsOf, type PlacedCitation } from '../../lookup.ts';
import { placeLink, plainMarkdown } from '../../markdown.ts';

/** More places than this are counted, not listed. */
const MOST_LINKS = 12;

/** Where else a document is cited. */
export function describeCitation(citation: PlacedCitation, subject: Subject, locale: Locale): string {
  const others = citationsOf(subject).filter(
    (other) =>
      other.title === citation.title && (other.source !== citation.source || other.span.start !== citation.span.start),
  );
  const zh = locale === 'zh';
  const title = `**${plainMarkdown(citation.words)}**`;
  if (others.length === 0) return `${title}\n\n${zh ? '别处没有引用' : 'cited nowhere else'}`;
  const places = others.slice(0, MOST_LINKS).map((other) => {
    const task = taskAt(subject, other.source, other.span.start);
    const owner = [...(task?.points ?? []), ...(task?.rows ?? [])].find(
      ({ source, span }) => source === other.source && span.start <= other.span.start && other.span.end <= span.end,
    );
    const line = other.source.positionAt(other.span.start).line + 1;
    const words = owner === undefined ? (zh ? `第 ${line} 行` : `line ${line}`) : ownerName(owner)[locale];
    return placeLink(words, { source: other.source, ...other.span });
  });
  const list = places.join(zh ? '、' : ', ') + (others.length > MOST_LINKS ? ' …' : '');
  return zh
    ? `${title}\n\n另引用 ${others.length} 处：${list}`
    : `${title}\n\ncited in ${others.length} more places: ${list}`;
}
