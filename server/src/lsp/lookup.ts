import { type Citation, citations } from '#shared/content/citations.ts';
import { type Figure, figures } from '#shared/content/figures.ts';
import type { Directive, Point, Row, UnitMention } from '#shared/model/policy-document.ts';
import type { Subject } from '#shared/rules/subject.ts';
import { oncePerSubject } from '#shared/rules/support/once-per-subject.ts';
import { type TaskMention, taskMentions } from '#shared/rules/support/renumber.ts';
import { bodiesOf } from '#shared/rules/support/unit-identity.ts';
import { type ListedUnits, unitLists } from '#shared/rules/support/unit-lists.ts';
import type { MappedText } from '#shared/text/mapped-text.ts';
import type { SourceText } from '#shared/text/source-text.ts';
import type { Span } from '#shared/text/span.ts';
import type { Judged } from './session.ts';

/** A name in a unit list, and where. */
export interface PlacedUnit {
  readonly mention: UnitMention;
  readonly listed: ListedUnits;
}

/** The name as the text writes it (`各区（新区）`, not its normal form); a prefix that it leaves out is put before it. */
export function writtenName({ name, text, restoredPrefix }: UnitMention): string {
  return restoredPrefix === undefined ? text.text.replace(/\s+/g, '') : name;
}

/** A document that a text names, and in which file. */
export interface PlacedCitation extends Citation {
  readonly source: SourceText;
}

/** A quantity, and the point or row that states it. */
export interface PlacedFigure extends Figure {
  readonly owner: Point | Row;
}

/** What stands at a place of a text: what hovers tell of, and definitions and references lead from. */
export type Target =
  | { readonly kind: 'unit'; readonly span: Span; readonly unit: PlacedUnit }
  | { readonly kind: 'point'; readonly span: Span; readonly point: Point }
  | { readonly kind: 'row'; readonly span: Span; readonly row: Row }
  | { readonly kind: 'task'; readonly span: Span; readonly number: number }
  | { readonly kind: 'citation'; readonly span: Span; readonly citation: PlacedCitation }
  | { readonly kind: 'figure'; readonly span: Span; readonly figure: PlacedFigure }
  | { readonly kind: 'rule'; readonly span: Span; readonly id: string; readonly directive: Directive };

/** The innermost of what stands at an offset of the judged text; undefined where nothing of ours stands. */
export function targetAt({ file }: Judged, offset: number): Target | undefined {
  const { source, subject, document } = file;
  for (const unit of unitsOf(subject)) {
    const { span } = unit.mention.text;
    if (unit.listed.source === source && holds(span, offset)) return { kind: 'unit', span, unit };
  }
  for (const directive of document.directives)
    for (const { id, span } of directive.rules) if (holds(span, offset)) return { kind: 'rule', span, id, directive };
  for (const { source: own, start, end, number } of taskMentions(subject))
    if (own === source && holds({ start, end }, offset)) return { kind: 'task', span: { start, end }, number };
  for (const point of subject.points)
    if (point.source === source && holds(point.label.span, offset))
      return { kind: 'point', span: point.label.span, point };
  for (const row of subject.rows)
    if (row.source === source && row.label !== undefined && holds(row.label.span, offset))
      return { kind: 'row', span: row.label.span, row };
  for (const citation of citationsOf(subject))
    if (citation.source === source && holds(citation.span, offset))
      return { kind: 'citation', span: citation.span, citation };
  for (const figure of figuresOf(subject))
    if (figure.owner.source === source && holds(figure.span, offset))
      return { kind: 'figure', span: figure.span, figure };
  return undefined;
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** Every name in a unit list of the subject. */
export const unitsOf = oncePerSubject((subject): readonly PlacedUnit[] =>
  [...unitLists(subject)].flatMap((listed) => listed.list.mentions.map((mention) => ({ mention, listed }))),
);

/** The mentions of the same body, however it is spelt. */
export function sameUnits(subject: Subject, mention: UnitMention): readonly PlacedUnit[] {
  const bodies = new Set(bodiesOf(mention, subject));
  return unitsOf(subject).filter((unit) => bodiesOf(unit.mention, subject).some((body) => bodies.has(body)));
}

/** Every 《document》 that a text of the subject names. */
export const citationsOf = oncePerSubject((subject): readonly PlacedCitation[] =>
  subject.documents.flatMap(({ source, blocks }) =>
    blocks.flatMap((block) => {
      const texts: readonly MappedText[] =
        block.kind === 'paragraph' || block.kind === 'heading'
          ? [block.content]
          : block.kind === 'table'
            ? [block.header, ...block.rows].flatMap(({ cells }) => cells.map(({ content }) => content))
            : [];
      return texts.flatMap((text) => citations(text).map((citation) => ({ ...citation, source })));
    }),
  ),
);

/** Every quantity that a task states. */
export const figuresOf = oncePerSubject((subject): readonly PlacedFigure[] => [
  ...subject.points.flatMap((owner) => figures(owner.text).map((figure) => ({ ...figure, owner }))),
  ...subject.rows.flatMap((owner) =>
    [owner.task, owner.measures].flatMap((text) =>
      text === undefined ? [] : figures(text).map((figure) => ({ ...figure, owner })),
    ),
  ),
]);

/** What a task is spoken of by: mentions of its number in texts and directives. */
export function mentionsOfTask(subject: Subject, number: number): readonly TaskMention[] {
  return taskMentions(subject).filter((mention) => mention.number === number);
}
