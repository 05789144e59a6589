import assert from 'node:assert/strict';
import { builtInDirectory } from '#server/directories/built-in.ts';
import type { Finding, Place } from '#shared/findings/finding.ts';
import { type LintOptions, type LintResult, lint } from '#shared/lint.ts';
import { SourceText } from '#shared/text/source-text.ts';

export const options: LintOptions = { directory: builtInDirectory() };

/** Judges texts as any caller would, and checks what must hold of every judgement. */
export function judged(
  texts: readonly (string | SourceText)[],
  pairs: readonly (readonly string[])[] = [],
): LintResult {
  const sources = texts.map((text, index) => (typeof text === 'string' ? new SourceText(text, `${index}.md`) : text));
  const result = lint(sources, { ...options, pairs });
  // A rule that throws, or names a place outside the text or inside a surrogate pair, is a failure.
  assert.deepEqual(result.failures, []);
  for (const finding of findingsOf(result)) {
    for (const place of [finding, ...finding.related]) assertStartsCharacter(place, finding.rule);
  }
  return result;
}

export function findingsOf({ files }: LintResult): readonly Finding[] {
  return files.flatMap(({ findings }) => findings);
}

/** No place begins or ends between a letter and the mark that stands on it. */
function assertStartsCharacter({ source: { text }, start, end }: Place, rule: string): void {
  for (const offset of [start, end])
    assert.ok(
      !splitsMark(text, offset),
      `${rule}: ${start}–${end} divides ${JSON.stringify(text.slice(offset - 2, offset + 2))}`,
    );
}

function splitsMark(text: string, offset: number): boolean {
  return (
    offset > 0 &&
    offset < text.length &&
    /^\p{M}/u.test(text.slice(offset, offset + 2)) &&
    /[\p{L}\p{N}]$/u.test(text.slice(0, offset).slice(-2))
  );
}

/** What is said of a text, wherever it stands: the rule, and the words that it is about. */
export function gist({ rule, severity, source, start, end }: Finding): string {
  return `${rule} ${severity} ${JSON.stringify(source.text.slice(start, end))}`;
}
