import type { SourceText } from '../../text/source-text.ts';

/** How the lines of a text end. */
export function lineBreakOf({ text }: SourceText): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
