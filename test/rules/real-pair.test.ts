import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { builtInDirectory } from '#server/directories/built-in.ts';
import { applyFixes } from '#shared/findings/apply-fixes.ts';
import type { Finding } from '#shared/findings/finding.ts';
import { fix, type LintOptions, lint } from '#shared/lint.ts';
import { SourceText } from '#shared/text/source-text.ts';

const seed = new URL('../../seeds/shenzhen-2023.md', import.meta.url);
/** One finding a line: line number, rule, message, and why the finding is true; parted by tabs. */
const golden = new URL('../fixtures/shenzhen-2023.findings.txt', import.meta.url);
const options: LintOptions = { directory: builtInDirectory() };
const source = new SourceText(readFileSync(seed, 'utf8'), 'shenzhen-2023.md');

function findingsIn(text: SourceText): readonly Finding[] {
  const result = lint([text], options);
  assert.deepEqual(result.failures, []);
  return result.files.flatMap((file) => file.findings);
}

function asLine(finding: Finding): string {
  return [finding.source.positionAt(finding.start).line + 1, finding.rule, finding.message.zh].join('\t');
}

describe('the real pair', () => {
  const found = findingsIn(source);

  it('gives the findings that were looked up by eye, each with its reason', () => {
    const expected = readFileSync(golden, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
    for (const line of expected) assert.match(line, /^\d+\t[a-z-]+\t[^\t]+\t[^\t]+$/);
    assert.deepEqual(
      found.map(asLine),
      expected.map((line) => line.slice(0, line.lastIndexOf('\t'))),
    );
  });

  it('is silent on its numbering and its lead units, which are right', () => {
    const silent = [
      'point-numbering',
      'row-numbering',
      'missing-row',
      'missing-point',
      'lead-mismatch',
      'missing-lead',
    ];
    assert.deepEqual(found.filter((finding) => silent.includes(finding.rule)).map(asLine), []);
  });

  it('changes nothing outside the safe fixes', () => {
    const pass = applyFixes([source], found, 'safe');
    const edits = pass.fixed.flatMap((finding) => finding.fixes[0]?.edits ?? []).sort((a, b) => a.start - b.start);
    let rest = pass.texts[0]?.text ?? '';
    let at = 0;
    for (const edit of edits) {
      const kept = source.text.slice(at, edit.start);
      assert.ok(rest.startsWith(kept + edit.text));
      rest = rest.slice(kept.length + edit.text.length);
      at = edit.end;
    }
    assert.equal(rest, source.text.slice(at));
  });

  it('has nothing left to fix after --fix but what needs a decision', () => {
    const outcome = fix([source], options, 'safe');
    assert.ok(outcome.stable);
    const left = outcome.judged.files.flatMap((file) => file.findings);
    assert.deepEqual(left.filter((finding) => finding.fixes[0]?.safe).map(asLine), []);
    const decided = found
      .filter((finding) => !finding.fixes[0]?.safe)
      .map((finding) => `${finding.rule} ${words(finding)}`);
    for (const finding of left) assert.ok(decided.includes(`${finding.rule} ${words(finding)}`), asLine(finding));
    assert.equal(left.length, decided.length);
    const again = fix(outcome.texts, options, 'safe');
    assert.equal(again.texts[0]?.text, outcome.texts[0]?.text);
  });
});

function words(finding: Finding): string {
  return finding.source.text.slice(finding.start, finding.end);
}
