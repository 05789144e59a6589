import type { Edit, Fix, Place } from '../../findings/finding.ts';
import type { Point, Row } from '../../model/policy-document.ts';
import type { Localized } from '../../text/localized.ts';
import { normalForm } from '../../text/normal-form.ts';
import type { SourceText } from '../../text/source-text.ts';
import type { Span } from '../../text/span.ts';
import { pointName, rowName } from './wording.ts';

/** How messages name the place of a text: `要点第 37 项`, `清单第 37 行`. */
export function ownerName(owner: Point | Row): Localized {
  return 'tableRow' in owner ? rowName(owner) : pointName(owner);
}

/** The number by which tools know the task. */
export function ownerNumber(owner: Point | Row): number {
  return owner.label?.value ?? 0;
}

export function placeOf(source: SourceText, { start, end }: Span): Place {
  return { source, start, end };
}

/** Words of one side that are to stand on the other. */
export interface Words {
  readonly source: SourceText;
  readonly span: Span;
  /** In normal form. */
  readonly words: string;
}

/**
 * Puts the words of `model` in the place of `target`; undefined where the target's range also holds something else
 * (a page break, markup) that the edit would take away.
 */
export function takeOver(target: Words, model: Words, title: Localized): Fix | undefined {
  const { start, end } = target.span;
  if (normalForm(target.source.text.slice(start, end)) !== target.words) return undefined;
  if (/[\r\n]/.test(target.source.text.slice(start, end))) return undefined;
  const edit: Edit = { source: target.source, start, end, text: written(model) };
  return edit.text === target.source.text.slice(start, end) ? undefined : { title, safe: false, edits: [edit] };
}

/** The words as their side writes them (`（` stays `（`), where nothing else stands between. */
function written({ source, span, words }: Words): string {
  const text = source.text.slice(span.start, span.end);
  return normalForm(text) === words && !/[\r\n|<]/.test(text) ? text.trim() : words.replaceAll('|', '\\|');
}

export function present<Value>(values: readonly (Value | undefined)[]): readonly Value[] {
  return values.filter((value): value is Value => value !== undefined);
}
