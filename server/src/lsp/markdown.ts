import type { Place } from '#shared/findings/finding.ts';
import type { Span } from '#shared/text/span.ts';

/**
 * Text of a document or a directory for a Markdown hover: nothing in it can become a link, an image, HTML or a command.
 * ASCII punctuation is escaped, and control characters are dropped.
 */
export function plainMarkdown(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** The same with some stretches in bold. */
export function markedMarkdown(text: string, marked: readonly Span[]): string {
  let result = '';
  let at = 0;
  for (const { start, end } of marked) {
    const inner = plainMarkdown(text.slice(start, end)).trim();
    result += plainMarkdown(text.slice(at, start)) + (inner === '' ? '' : `**${inner}**`);
    at = end;
  }
  return result + plainMarkdown(text.slice(at));
}

/** What a hover in Markdown of our own says, without its marks: bold, links and escapes. */
export function plainText(markdown: string): string {
  return markdown.replace(/\\([!-/:-@[-`{-~])|\*\*|\[|\]\([^()\s]*\)/g, (_, escaped?: string) => escaped ?? '');
}

/** A link to a place in a text. */
export function placeLink(words: string, { source, start }: Place): string {
  const { line, character } = source.positionAt(start);
  const uri = source.id.replace(/[()<>\s\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);
  return `[${plainMarkdown(words)}](${uri}#L${line + 1},${character + 1})`;
}
