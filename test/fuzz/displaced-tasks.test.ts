import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { applyEdits } from '#shared/findings/apply-fixes.ts';
import { lint } from '#shared/lint.ts';
import { SourceText } from '#shared/text/source-text.ts';
import { cleanPairs } from '../accuracy/clean-pairs.ts';
import { render } from '../accuracy/draft.ts';
import { runs } from '../runs.ts';
import { wholeDrafts } from './any-draft.ts';
import { displaced } from './displaced-tasks.ts';
import { findingsOf, judged, options } from './judged.ts';

const realPair = readFileSync(new URL('../../seeds/shenzhen-2023.md', import.meta.url), 'utf8');
const layout = (name: string) => readFileSync(new URL(`../fixtures/layouts/${name}`, import.meta.url), 'utf8');
const inTwoFiles = [layout('two-files-points.md'), layout('two-files-list.md')];

const small = displaced(fc.constantFrom(...wholeDrafts.map((text) => [text]), inTwoFiles));
const large = displaced(fc.constantFrom([realPair], ...cleanPairs().map(render)));

const ids = (texts: readonly string[]) => texts.map((_, index) => `${index}.md`);
const judgedAsPair = (texts: readonly string[]) => judged(texts, [ids(texts)]);

describe('a draft whose tasks were moved about', () => {
  it('is judged without a failure: small ones of every layout', () => {
    fc.assert(
      fc.property(small, (texts) => {
        judgedAsPair(texts);
      }),
      runs(600),
    );
  });

  it('is judged without a failure: large ones', () => {
    fc.assert(
      fc.property(large, (texts) => {
        judgedAsPair(texts);
      }),
      runs(60),
    );
  });

  it('loses no line by a fix that moves lines, and is judged without a failure after any fix', () => {
    fc.assert(
      fc.property(small, fc.nat(), (texts, choice) => {
        const sources = texts.map((text, index) => new SourceText(text, `${index}.md`));
        const fixes = findingsOf(lint(sources, { ...options, pairs: [ids(texts)] })).flatMap(
          (finding) => finding.fixes,
        );
        const chosen = fixes.filter(({ title }) => isMove(title.en));
        const any = fixes[choice % fixes.length];
        for (const fix of any === undefined ? chosen : [...chosen, any]) {
          const fixed = sources.map((source) =>
            applyEdits(
              source.text,
              fix.edits.filter((edit) => edit.source === source),
            ),
          );
          if (isMove(fix.title.en)) assert.deepEqual(linesOf(fixed), linesOf(texts));
          judgedAsPair(fixed);
        }
      }),
      runs(300),
    );
  });
});

const isMove = (title: string) => /^(Move (to its place|the section row)|Exchange the two|Put these )/.test(title);

/** The lines in no order, without blank ones and those of dashes that Markdown has below a header. */
function linesOf(texts: readonly string[]): readonly string[] {
  return texts
    .flatMap((text) => text.split(/\r\n|\n/))
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^\|[\s:|-]+\|$/.test(line))
    .sort();
}
