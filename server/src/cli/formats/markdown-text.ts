import { joinLines } from '#shared/text/join-lines.ts';
import { visible } from '../visible.ts';

/** A text that Markdown shows as it is: in a paragraph, a heading or a cell of a table. */
export function markdownText(text: string): string {
  return visible(joinLines(text, ' ')).replace(/[\\`*_{}[\]<>#|~&!]/g, '\\$&');
}

/** A line of a table. */
function markdownRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** A table: the header, the line below it, the lines. Cells are Markdown already. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [markdownRow(header), markdownRow(header.map(() => '---')), ...rows.map(markdownRow)];
}
