/**
 * Text of a document or a directory for a Markdown hover: nothing in it can become a link, an image, HTML or a command.
 * ASCII punctuation is escaped, and control characters are dropped.
 */
export function plainMarkdown(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
