import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '#shared/findings/apply-fixes.ts';
import type { Edit, Finding, Fix } from '#shared/findings/finding.ts';
import { fix, type LintResult } from '#shared/lint.ts';
import { SourceText } from '#shared/text/source-text.ts';
import { runs } from '../runs.ts';
import { disturbedDraft } from './any-draft.ts';
import { findingsOf, judged, options } from './judged.ts';

interface Fixable {
  readonly finding: Finding;
  readonly fix: Fix;
}

function safeFixes(result: LintResult): readonly Fixable[] {
  return findingsOf(result).flatMap((finding) => {
    const [first] = finding.fixes;
    return first?.safe ? [{ finding, fix: first }] : [];
  });
}

/** Where an offset of the text stands once the edits are done. */
function moved(offset: number, edits: readonly Edit[]): number {
  return edits.reduce((at, { start, end, text }) => (end <= offset ? at + text.length - (end - start) : at), offset);
}

/** Findings by their rules and places, the places moved along with edits. */
function placed(findings: readonly Finding[], edits: readonly Edit[] = []): readonly string[] {
  return findings.map(({ rule, start }) => `${rule} at ${moved(start, edits)}`).sort();
}

const meet = (a: Edit, b: Edit) => a.start <= b.end && b.start <= a.end;

/** A safe fix of a disturbed draft, by the number of its finding. */
function withSafeFix(test: (result: LintResult, chosen: Fixable, all: readonly Fixable[]) => void) {
  return fc.property(disturbedDraft, fc.nat(), (text, number) => {
    const result = judged([text]);
    const all = safeFixes(result);
    const chosen = all[number % Math.max(1, all.length)];
    if (chosen !== undefined) test(result, chosen, all);
  });
}

describe('a safe fix', () => {
  it('takes its own finding away and brings none', () => {
    fc.assert(
      withSafeFix((result, { finding, fix: { edits } }) => {
        const after = judged([applyEdits(finding.source.text, edits)]);
        const left = findingsOf(result).filter((other) => other !== finding);
        const before = placed(left, edits);
        const added = placed(findingsOf(after)).filter((place) => !before.includes(place));
        assert.deepEqual(
          added,
          [],
          `${finding.rule}: ${JSON.stringify(edits.map(({ start, end, text }) => [start, end, text]))}`,
        );
      }),
      runs(250),
    );
  });

  it('is there unchanged after another one that does not meet it, in either order', () => {
    fc.assert(
      withSafeFix((_, one, all) => {
        const { text } = one.finding.source;
        for (const other of all.slice(0, 4)) {
          if (other === one || one.fix.edits.some((edit) => other.fix.edits.some((next) => meet(edit, next)))) continue;
          const both = applyEdits(text, [...one.fix.edits, ...other.fix.edits]);
          const next = safeFixes(judged([applyEdits(text, one.fix.edits)])).find(
            ({ finding }) =>
              finding.rule === other.finding.rule && finding.start === moved(other.finding.start, one.fix.edits),
          );
          assert.ok(next, `${other.finding.rule} is gone with ${one.finding.rule}`);
          assert.equal(
            applyEdits(next.finding.source.text, next.fix.edits),
            both,
            `${one.finding.rule}, ${other.finding.rule}`,
          );
        }
      }),
      runs(150),
    );
  });

  it('leaves nothing for a second run, and no safe fix', () => {
    fc.assert(
      fc.property(disturbedDraft, (text) => {
        const once = fix([new SourceText(text, '0.md')], options, 'safe');
        assert.ok(once.stable);
        const again = fix(once.texts, options, 'safe');
        assert.deepEqual(
          again.texts.map((source) => source.text),
          once.texts.map((source) => source.text),
        );
        assert.deepEqual(
          safeFixes(once.judged).map(({ finding }) => finding.rule),
          [],
        );
      }),
      runs(200),
    );
  });
});
