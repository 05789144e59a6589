import type { Edit, Place } from '../findings/finding.ts';
import type { Localized } from '../text/localized.ts';
import type { SourceText } from '../text/source-text.ts';

/** What becomes of a wish to restructure a pair: edits of both parts, made as one, or a reason why not. */
export type Restructuring =
  | {
      readonly kind: 'change';
      readonly edits: readonly Edit[];
      /** Where the task stands afterwards: an offset of the changed text. */
      readonly focus: { readonly source: SourceText; readonly offset: number } | undefined;
    }
  | { readonly kind: 'refused'; readonly reason: Localized };

export function refuse(zh: string, en: string): Restructuring {
  return { kind: 'refused', reason: { zh, en } };
}

/** @param focus A place of the text before the edits, or one of the edits itself: its new words are meant then. */
export function change(edits: readonly Edit[], focus: Pick<Place, 'source' | 'start'> | undefined): Restructuring {
  return {
    kind: 'change',
    edits,
    focus: focus === undefined ? undefined : { source: focus.source, offset: offsetAfter(edits, focus) },
  };
}

/** Where a place stands when the edits are done. What an edit at the very place puts in comes behind it. */
function offsetAfter(edits: readonly Edit[], { source, start }: Pick<Place, 'source' | 'start'>): number {
  return edits
    .filter((edit) => edit.source === source && edit.end <= start && edit.start < start)
    .reduce((offset, edit) => offset + edit.text.length - (edit.end - edit.start), start);
}
