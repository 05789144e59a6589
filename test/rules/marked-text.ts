import type { Span } from '#shared/text/span.ts';

export interface MarkedText {
  readonly text: string;
  /** What stood between ⟦ and ⟧, as ranges of `text`, in order. */
  readonly spans: readonly Span[];
}

/** Takes the marks out of an example. Marks may be nested; a mark without its partner is an error of the example. */
export function readMarkedText(marked: string): MarkedText {
  let text = '';
  const open: number[] = [];
  const spans: Span[] = [];
  for (const character of marked) {
    if (character === '⟦') open.push(text.length);
    else if (character === '⟧') {
      const start = open.pop();
      if (start === undefined) throw new Error('⟧ without ⟦');
      spans.push({ start, end: text.length });
    } else text += character;
  }
  if (open.length > 0) throw new Error('⟦ without ⟧');
  return { text, spans: spans.sort((a, b) => a.start - b.start || a.end - b.end) };
}

/** The text with marks around the ranges, to show what was found. */
export function writeMarkedText(text: string, spans: readonly Span[]): string {
  const marks = spans.flatMap(({ start, end }) => [
    { at: start, mark: '⟦', order: start === end ? 1 : 2 },
    { at: end, mark: '⟧', order: start === end ? 1 : 0 },
  ]);
  let marked = text;
  for (const { at, mark } of marks.sort((a, b) => b.at - a.at || b.order - a.order || (a.mark < b.mark ? 1 : -1)))
    marked = marked.slice(0, at) + mark + marked.slice(at);
  return marked;
}
