import type { Block, HtmlComment } from '../markdown/block.ts';
import { writtenRows } from '../markdown/written-rows.ts';
import { parseChineseNumber } from '../text/chinese-number.ts';
import type { Directive } from './policy-document.ts';

const KINDS: ReadonlySet<string> = new Set(['disable', 'enable', 'disable-next-line', 'disable-file', 'disable-task']);

/** Every `<!-- bizenv-… -->` of a file, in order. */
export function readDirectives(blocks: readonly Block[]): Directive[] {
  return commentsOf(blocks).flatMap((comment) => readDirective(comment) ?? []);
}

function commentsOf(blocks: readonly Block[]): HtmlComment[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'front-matter') return [];
    if (block.kind !== 'table') return block.comments;
    return writtenRows(block).flatMap(({ cells }) => cells.flatMap(({ comments }) => comments));
  });
}

function readDirective(comment: HtmlComment): Directive | undefined {
  const head = /^\s*bizenv-(\S*)/.exec(comment.text);
  if (head === null) return undefined;
  const word = head[1] ?? '';
  const rest = comment.text.slice(head[0].length);
  // The reason stands behind ` -- `, also directly behind the kind.
  const dashes = /(?:^|\s)--(?:\s|$)/.exec(rest);
  const words = wordsOf(dashes === null ? rest : rest.slice(0, dashes.index), comment.inner.start + head[0].length);
  const reason = dashes === null ? undefined : rest.slice(dashes.index + dashes[0].length).trim() || undefined;
  const kind = isKind(word) ? word : undefined;
  const number = kind === 'disable-task' ? words[0] : undefined;
  const value = number && parseChineseNumber(number.id);
  const task = number && value !== undefined ? { value, span: number.span } : undefined;
  return {
    kind: kind ?? 'disable',
    rules: task === undefined ? words : words.slice(1),
    task,
    reason,
    comment,
    problem:
      kind === undefined ? 'unknown-kind' : kind === 'disable-task' && task === undefined ? 'missing-task' : undefined,
  };
}

function isKind(word: string): word is Directive['kind'] {
  return KINDS.has(word);
}

function wordsOf(text: string, offset: number) {
  return [...text.matchAll(/[^\s,，、]+/g)].map((found) => {
    const start = offset + found.index;
    return { id: found[0], span: { start, end: start + found[0].length } };
  });
}
