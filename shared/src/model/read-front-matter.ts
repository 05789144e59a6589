import type { Block } from '../markdown/block.ts';
import { parseChineseNumber } from '../text/chinese-number.ts';
import type { SourceText } from '../text/source-text.ts';
import type { FrontMatter } from './policy-document.ts';

const LINE = /^(year|pair|place)[ \t]*:(.*)/;

/** The keys of the front matter that concern us: `key: value` lines at the left margin. Everything else is left alone. */
export function readFrontMatter(source: SourceText, blocks: readonly Block[]): FrontMatter {
  const block = blocks[0];
  if (block?.kind !== 'front-matter') return {};
  const matter: { year?: number; yearSpan?: { start: number; end: number }; pair?: string; place?: string } = {};
  let offset = block.inner.start;
  for (const line of source.slice(block.inner).split(/(?<=\n|\r(?!\n))/)) {
    const found = LINE.exec(line);
    if (found !== null) {
      const key = found[1];
      const raw = found[2] ?? '';
      const value = unquoted(raw);
      const start = offset + found[0].length - raw.length + raw.indexOf(value);
      if (key === 'year') {
        const year = yearOf(value);
        if (year !== undefined) {
          matter.year = year;
          matter.yearSpan = { start, end: start + value.length };
        }
      } else if (key === 'pair' && value !== '') matter.pair = value;
      else if (key === 'place' && value !== '') matter.place = value;
    }
    offset += line.length;
  }
  return matter;
}

/** The value without quotes, or without a comment behind it. */
function unquoted(raw: string): string {
  const value = raw.trim();
  const quote = value[0];
  if (quote === '"' || quote === "'") {
    const end = value.indexOf(quote, 1);
    if (end > 0) return value.slice(1, end);
  }
  const comment = value.search(/\s#/);
  return (comment < 0 ? value : value.slice(0, comment)).trim();
}

function yearOf(value: string): number | undefined {
  const year = parseChineseNumber(value.replace(/年度?$/, ''));
  return year !== undefined && Number.isInteger(year) && year >= 1900 && year <= 2999 ? year : undefined;
}
