import { readFrontMatter } from '#shared/markdown/front-matter.ts';
import { readFrontMatter as readKeys } from '#shared/model/read-front-matter.ts';
import type { SourceText } from '#shared/text/source-text.ts';
import type { Span } from '#shared/text/span.ts';
import type { NamedFile } from '../config/config.ts';

/** The file that a draft's front matter names as the other half, and where it says so; undefined where it names none. */
export function frontMatterPair(
  source: SourceText,
): { readonly pair: string; readonly at: NamedFile['at'] } | undefined {
  const front = readFrontMatter(source.text, source.text.startsWith('\uFEFF') ? 1 : 0)?.block;
  const pair = front === undefined ? undefined : readKeys(source, [front]).pair;
  return front === undefined || pair === undefined ? undefined : { pair, at: placeOfPair(source, front.span) };
}

function placeOfPair(source: SourceText, front: Span): NamedFile['at'] {
  const index = source
    .slice(front)
    .split(/\r\n?|\n/)
    .findIndex((line) => line.trimStart().startsWith('pair'));
  return { path: source.id, line: Math.max(0, index) + 1 };
}
