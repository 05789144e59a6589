import { readdirSync, readFileSync } from 'node:fs';
import { builtInDirectory } from '#server/directories/built-in.ts';
import type { LintOptions } from '#shared/lint.ts';
import { readDocument } from '#shared/model/read-document.ts';
import { makeSubject } from '#shared/rules/make-subject.ts';
import type { Subject } from '#shared/rules/subject.ts';
import { SourceText } from '#shared/text/source-text.ts';

export const options: LintOptions = { directory: builtInDirectory() };

export function sourceOf(path: string): SourceText {
  return new SourceText(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'), path);
}

/** The real pair. */
export const seed = sourceOf('seeds/shenzhen-2023.md');

const LAYOUTS = 'test/fixtures/layouts';

/** Documents of other cities, each in another layout. */
export const layouts: readonly SourceText[] = readdirSync(new URL(`../../${LAYOUTS}`, import.meta.url))
  .sort()
  .map((name) => sourceOf(`${LAYOUTS}/${name}`));

export function subjectOf(...sources: readonly SourceText[]): Subject {
  const documents = sources.map((source) => readDocument(source, options));
  return makeSubject(documents, options.directory);
}

export function isPair(subject: Subject): boolean {
  return subject.pairings.length > 0;
}
