import type { Edit } from '../../findings/finding.ts';
import type { PolicyDocument } from '../../model/policy-document.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { normalForm } from '../../text/normal-form.ts';
import type { SourceText } from '../../text/source-text.ts';
import type { Span } from '../../text/span.ts';

/** A title where it stands: the heading of a part, or a 《…》 of the notice that issues it. */
export interface Title {
  readonly source: SourceText;
  readonly span: Span;
  /** As written, white space dropped. */
  readonly written: string;
  /** As written, without white space, the number of an annex before it, and a version in brackets behind it. */
  readonly words: MappedText;
  /** What is compared: the words in normal form. */
  readonly compared: string;
  readonly years: readonly string[];
}

const ANNEX = /^附件?[0-9０-９一二三四五六]{0,2}[:：.．、]?/;
const VERSION = /[（(](?![^（）()]*20\d\d)[^（）()]{1,12}[)）]$/;

/** What a notice says of the documents that it issues; other 《…》 are cited, not issued. */
const ISSUES = /印发|发布|公布|下发|制定(?:了|本)|审议通过|同意|转发|公开征求/;

function titleOf(source: SourceText, text: MappedText): Title {
  const written = text.mapCharacters((character) => (/\s/.test(character) ? '' : character));
  const start = ANNEX.exec(written.text)?.[0].length ?? 0;
  const end = VERSION.exec(written.text)?.index ?? written.length;
  const words = written.slice(start, Math.max(start, end));
  const compared = normalForm(words.text);
  return { source, span: words.span, written: written.text, words, compared, years: yearsOf(compared) };
}

/** Writes other words in place of a title's, touching no more than what differs. */
export function rewrite({ source, words }: Title, text: string): Edit {
  const old = words.text;
  let head = 0;
  while (head < Math.min(old.length, text.length) && old[head] === text[head]) head++;
  let tail = 0;
  while (tail < Math.min(old.length, text.length) - head && old[old.length - 1 - tail] === text[text.length - 1 - tail])
    tail++;
  return { source, ...words.spanOf(head, old.length - tail), text: text.slice(head, text.length - tail) };
}

/** The titles of all parts: work points first, then task lists, whichever file comes first and whichever part in it. */
export function partTitles(documents: readonly PolicyDocument[]): readonly Title[] {
  const titlesOf = (parts: 'workPoints' | 'taskLists') =>
    documents.flatMap((document) =>
      document[parts].flatMap(({ heading }) => (heading === undefined ? [] : titleOf(document.source, heading.title))),
    );
  return [...titlesOf('workPoints'), ...titlesOf('taskLists')];
}

/** The titles that notices, before the first part of their document, issue. */
export function issuedTitles(documents: readonly PolicyDocument[]): readonly Title[] {
  return documents.flatMap(({ source, blocks, workPoints, taskLists }) => {
    const headings = new Set<unknown>([...workPoints, ...taskLists].map(({ heading }) => heading?.block));
    const end = Math.min(...[...workPoints, ...taskLists].map(({ span }) => span.start));
    return blocks.flatMap((block) => {
      if ((block.kind !== 'heading' && block.kind !== 'paragraph') || block.span.start >= end) return [];
      if (headings.has(block) || !ISSUES.test(block.content.text.replaceAll(/\s/g, ''))) return [];
      return quotedTitles(block.content).map((text) => titleOf(source, text));
    });
  });
}

/** What stands in 《…》, nested ones inside their outer one. */
function quotedTitles(content: MappedText): readonly MappedText[] {
  return [...content.text.matchAll(/《([^《》]{4,80})》/g)].map((match) =>
    content.slice(match.index + 1, match.index + match[0].length - 1).trim(),
  );
}

function yearsOf(text: string): readonly string[] {
  return [...text.matchAll(/(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])/g)].map(([year]) => year);
}

/** 0 to 1: the share of characters that two titles have in the same order, of the longer one. */
export function titleSimilarity(a: string, b: string): number {
  const [one, other] = [a.slice(0, 80), b.slice(0, 80)];
  let row = new Array<number>(other.length + 1).fill(0);
  for (const character of one) {
    const next = [0];
    for (let j = 1; j <= other.length; j++) {
      next.push(character === other[j - 1] ? (row[j - 1] ?? 0) + 1 : Math.max(row[j] ?? 0, next[j - 1] ?? 0));
    }
    row = next;
  }
  return (row[other.length] ?? 0) / Math.max(one.length, other.length, 1);
}
