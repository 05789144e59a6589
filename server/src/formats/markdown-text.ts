import { joinLines } from '#shared/text/join-lines.ts';
import { visible } from './visible.ts';

/** Where GitHub would make a link though nobody marked one: addresses of pages and of people. */
const linked = /(?<=:)(?=\/\/)|(?<=www)(?=\.)|(?<=@)/gi;

/** A text that Markdown shows as it is: in a paragraph, a heading or a cell of a table. A space without width parts addresses. */
export function markdownText(text: string): string {
  return visible(joinLines(text, ' '))
    .replace(/[\\`*_{}[\]<>#|~&!]/g, '\\$&')
    .replace(linked, '\u200b');
}

/** A line of a table. */
function markdownRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** A table: the header, the line below it, the lines. Cells are Markdown already. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [markdownRow(header), markdownRow(header.map(() => '---')), ...rows.map(markdownRow)];
}
