import type { FrontMatterBlock } from './block.ts';
import { LineReader } from './lines.ts';

/** A first line that front matter can begin with: `year: 2024`. It keeps two rules of `---` from being taken for one. */
const FIRST_LINE = /^[\p{L}_"'][\p{L}\p{N}_"' -]{0,60}[:：]/u;

/** The `---` … `---` block at the very start (`start` is behind a byte order mark), and where the next line begins. */
export function readFrontMatter(text: string, start: number): { block: FrontMatterBlock; next: number } | undefined {
  if (!text.startsWith('---', start)) return undefined;
  const lines = new LineReader(text, start);
  const opening = lines.next();
  if (opening === undefined || text.slice(start, opening.end).trimEnd() !== '---') return undefined;
  const inner = { start: opening.next, end: opening.next };
  let asked = false;
  for (let line = lines.next(); line !== undefined; line = lines.next()) {
    const words = text.slice(line.start, Math.min(line.end, line.start + 80));
    if (words.trimEnd() === '---' || words.trimEnd() === '...')
      return { block: { kind: 'front-matter', span: { start, end: line.end }, inner }, next: line.next };
    if (!asked && words.trim() !== '') {
      if (!FIRST_LINE.test(words)) return undefined;
      asked = true;
    }
    inner.end = line.end;
  }
  return undefined;
}
