import type { SideText } from '#shared/content/sides.ts';
import { MappedText } from '#shared/text/mapped-text.ts';
import { normalMapped } from '#shared/text/normal-form.ts';
import { SourceText } from '#shared/text/source-text.ts';

/** A whole string as the text of a document. */
export function textOf(words: string): MappedText {
  return MappedText.verbatim(words, 0, words.length);
}

/** The same text with other words; whose it is stays. */
export function withWords(side: SideText, words: string): SideText {
  return { ...side, source: new SourceText(words), text: normalMapped(textOf(words)) };
}
