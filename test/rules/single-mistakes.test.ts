import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { builtInDirectory } from '#server/directories/built-in.ts';
import { lint } from '#shared/lint.ts';
import { SourceText } from '#shared/text/source-text.ts';
import { harmless, type Mistake, shenzhenMistakes, yunzhouMistakes } from './mistakes.ts';

const directory = builtInDirectory();
const shenzhen = cleanText('shenzhen-2024.md');
const yunzhou = cleanText('yunzhou-2026.md');
const cases: readonly (readonly [document: string, text: string, mistakes: readonly Mistake[]])[] = [
  ['a pair of a city with a directory', shenzhen, shenzhenMistakes],
  ['a pair of another layout and city', yunzhou, yunzhouMistakes],
];

function cleanText(name: string): string {
  return readFileSync(new URL(`../fixtures/clean/${name}`, import.meta.url), 'utf8');
}

/** Every error and warning, one line each. */
function findingsIn(text: string): readonly { readonly rule: string; readonly line: string }[] {
  const result = lint([new SourceText(text)], { directory });
  assert.deepEqual(result.failures, []);
  return result.files
    .flatMap((file) => file.findings)
    .filter((finding) => finding.severity !== 'info')
    .map((finding) => ({
      rule: finding.rule,
      line: `${finding.source.positionAt(finding.start).line + 1} ${finding.rule} ${finding.message.zh}`,
    }));
}

for (const [document, clean, mistakes] of cases)
  describe(`a single mistake in ${document}`, () => {
    for (const { rule, name, change, places = 1 } of mistakes)
      it(`is found once, by ${rule}: ${name}`, () => {
        const changed = change(clean);
        assert.notEqual(changed, clean);
        const found = findingsIn(changed);
        assert.deepEqual(
          found.map((finding) => finding.rule),
          new Array(places).fill(rule),
          found.map((finding) => finding.line).join('\n'),
        );
      });
  });

describe('a change that only looks wrong', () => {
  for (const { name, change } of harmless)
    it(`gives no error and no warning: ${name}`, () => {
      const changed = change(shenzhen);
      assert.notEqual(changed, shenzhen);
      assert.deepEqual(
        findingsIn(changed).map((finding) => finding.line),
        [],
      );
    });
});
