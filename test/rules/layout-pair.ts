import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { builtInDirectory } from '#server/directories/built-in.ts';
import { applyEdits } from '#shared/findings/apply-fixes.ts';
import type { Finding } from '#shared/findings/finding.ts';
import { lint } from '#shared/lint.ts';
import { SourceText } from '#shared/text/source-text.ts';

const options = { directory: builtInDirectory() };

/** A clean pair without any finding. */
export const cleanPair = readFileSync(new URL('../fixtures/clean/shenzhen-2024.md', import.meta.url), 'utf8');

export const cleanLines: readonly string[] = cleanPair.split('\n');

/** Indices of the lines that hold a point. */
export const pointLines = cleanLines.flatMap((line, index) => (/^\d+\. /.test(line) ? [index] : []));

/** Indices of the lines that hold a task. */
export const rowLines = cleanLines.flatMap((line, index) => (/^\|\s*\d+\s*\|/.test(line) ? [index] : []));

/** The pair with one line changed. */
export function withLine(index: number, change: (line: string) => string): string {
  return cleanLines.map((line, at) => (at === index ? change(line) : line)).join('\n');
}

/** Everything that is found in a text, informations too. */
export function findAll(text: string): readonly Finding[] {
  const result = lint([new SourceText(text)], options);
  assert.deepEqual(result.failures, []);
  return result.files.flatMap((file) => file.findings);
}

/** Checks that one mistake is one finding; where a fix is wanted, that it gives the clean pair back. */
export function checkMistake(rule: string, text: string, fixes: 'restores' | 'no fix'): void {
  const found = findAll(text);
  assert.deepEqual(
    found.map((finding) => finding.rule),
    [rule],
    found.map((finding) => `${finding.rule} ${finding.message.zh}`).join('\n'),
  );
  const [fix] = found[0]?.fixes ?? [];
  if (fixes === 'no fix') assert.equal(fix, undefined);
  else assert.equal(applyEdits(text, fix?.edits ?? []), cleanPair);
}
