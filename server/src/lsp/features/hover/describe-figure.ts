import { figureDifferences } from '#shared/content/figure-differences.ts';
import { figures, sameQuantity } from '#shared/content/figures.ts';
import { sidesOf } from '#shared/content/sides.ts';
import { taskOf } from '#shared/drafting/tasks.ts';
import type { Subject } from '#shared/rules/subject.ts';
import { ownerName } from '#shared/rules/support/differing-words.ts';
import type { Locale } from '#shared/text/localized.ts';
import type { PlacedFigure } from '../../lookup.ts';
import { placeLink, plainMarkdown } from '../../markdown.ts';

/** The figure that the other side has for it. */
export function describeFigure(figure: PlacedFigure, subject: Subject, locale: Locale): string | undefined {
  const task = taskOf(subject, figure.owner);
  const pair = subject.pairings
    .flatMap(({ pairs }) => pairs)
    .find(
      ({ points, rows }) => points.some((point) => point === figure.owner) || rows.some((row) => row === figure.owner),
    );
  if (task === undefined || pair === undefined) return undefined;
  const inPoint = 'pieces' in figure.owner;
  const words = plainMarkdown(figure.words);
  const zh = locale === 'zh';
  const sides = sidesOf(pair);
  const difference = figureDifferences(sides).find(({ point, row }) => {
    const own = inPoint ? point : row;
    return own.figure.span.start === figure.span.start;
  });
  if (difference !== undefined) {
    const { figure: other, side } = inPoint ? difference.row : difference.point;
    const link = placeLink(ownerName(side.owner)[locale], { source: side.source, ...other.span });
    return zh
      ? `**${words}**\n\n${link}：**${plainMarkdown(other.words)}**（不一致）`
      : `**${words}**\n\n${link}: **${plainMarkdown(other.words)}** (differs)`;
  }
  for (const { text, source, owner } of inPoint ? sides.rows : sides.points)
    for (const other of figures(text))
      if (sameQuantity(other, figure)) {
        const link = placeLink(ownerName(owner)[locale], { source, ...other.span });
        return zh
          ? `**${words}**\n\n${link}：${plainMarkdown(other.words)}（一致）`
          : `**${words}**\n\n${link}: ${plainMarkdown(other.words)} (the same)`;
      }
  const other = inPoint ? '清单' : '要点';
  return zh
    ? `**${words}**\n\n${other}没有写到这个数量`
    : `**${words}**\n\nThe ${inPoint ? 'row' : 'point'} does not mention this quantity`;
}
