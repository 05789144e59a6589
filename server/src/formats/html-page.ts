import type { Locale } from '#shared/text/localized.ts';
import { visible } from './visible.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text that HTML shows as it is, in an element or in an attribute. */
export function html(text: string): string {
  return visible(text, 'lines').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

const STYLE = `
body{font:16px/1.7 "Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif;margin:2em auto;max-width:64em;padding:0 1em;color:#222}
h1{font-size:1.5em}h2{font-size:1.2em;margin-top:2em;border-bottom:2px solid #c33;padding-bottom:.2em}
table{border-collapse:collapse;width:100%;margin:.5em 0 1.5em}th,td{border:1px solid #bbb;padding:.3em .6em;text-align:left;vertical-align:top}
th{background:#f4f4f4;white-space:nowrap}td.n{white-space:nowrap;text-align:right}
del{background:#fde0e0;color:#a00}ins{background:#dff5df;color:#060;text-decoration:none;font-weight:bold}
dl{margin:.2em 0 1em 1.5em}dt{float:left;clear:left;color:#666;margin-right:.6em}dd{margin:0 0 .2em 6em}
@media print{body{margin:0;max-width:none}h2{break-after:avoid}tr{break-inside:avoid}}
`.trim();

/** A page that needs nothing but itself and runs nothing. `body` is HTML already. */
export function htmlPage(title: string, body: readonly string[], locale: Locale): string {
  return `${[
    '<!DOCTYPE html>',
    `<html lang="${locale === 'zh' ? 'zh-CN' : 'en'}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width">',
    `<title>${html(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    ...body,
    '</body>',
    '</html>',
  ].join('\n')}\n`;
}

/** A table; the cells of the columns in `numbers` are set as numbers. */
export function htmlTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  numbers: readonly number[] = [],
): readonly string[] {
  const cell = (text: string, column: number) =>
    `<td${numbers.includes(column) ? ' class="n"' : ''}>${html(text)}</td>`;
  return [
    '<table>',
    `<thead><tr>${header.map((text) => `<th>${html(text)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...rows.map((cells) => `<tr>${cells.map(cell).join('')}</tr>`),
    '</tbody>',
    '</table>',
  ];
}
