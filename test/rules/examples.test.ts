import assert from 'node:assert/strict';
import { builtInDirectory } from '#server/directories/built-in.ts';
import type { Finding } from '#shared/findings/finding.ts';
import { fixUntilStable } from '#shared/findings/fix-until-stable.ts';
import { type LintOptions, lint } from '#shared/lint.ts';
import type { Example, Rule } from '#shared/rules/define-rule.ts';
import { documentedRules as rules } from '#shared/rules/documented.ts';
import { SourceText } from '#shared/text/source-text.ts';
import { readMarkedText, writeMarkedText } from './marked-text.ts';

const directory = builtInDirectory();

describe('examples of the rules', () => {
  for (const rule of rules)
    describe(rule.id, () => {
      for (const example of rule.examples)
        it(`${'good' in example ? 'accepts' : 'reports'}: ${example.name.zh}`, () => {
          if ('good' in example) checkGood(rule, example);
          else checkBad(rule, example);
        });
    });
});

type GoodExample = Extract<Example, { good: string }>;
type BadExample = Extract<Example, { bad: string }>;

function checkGood(rule: Rule, example: GoodExample): void {
  const found = findingsIn(new SourceText(example.good), example);
  assert.deepEqual(found.filter((finding) => finding.rule === rule.id).map(describeFinding), []);
  assert.deepEqual(aboveInfo(found).map(describeFinding), []);
}

function checkBad(rule: Rule, example: BadExample): void {
  const { text, spans } = readMarkedText(example.bad);
  assert.ok(spans.length > 0, 'the example marks nothing with ⟦ ⟧');
  const source = new SourceText(text);
  const found = findingsIn(source, example);
  const own = found.filter((finding) => finding.rule === rule.id);
  assert.equal(writeMarkedText(text, own), writeMarkedText(text, spans));
  assert.deepEqual(
    own.map((finding) => finding.message.zh),
    example.says,
  );
  const known = [rule.id, ...(example.also ?? [])];
  assert.deepEqual(
    aboveInfo(found)
      .filter((finding) => !known.includes(finding.rule))
      .map(describeFinding),
    [],
    'another rule speaks up',
  );
  for (const id of example.also ?? [])
    assert.ok(
      found.some((finding) => finding.rule === id),
      `${id} is named in "also" and reports nothing`,
    );
  checkFix(rule, example, source, own);
}

function checkFix(rule: Rule, example: BadExample, source: SourceText, own: readonly Finding[]): void {
  if (example.fixed === undefined) {
    assert.deepEqual(
      own.flatMap((finding) => finding.fixes.map((fix) => fix.title.zh)),
      [],
      'a fix is offered, but the example has no "fixed"',
    );
    return;
  }
  assert.notEqual(example.fixed, source.text, '"fixed" equals the text before the fix');
  const once = fixed(rule, example, source);
  assert.equal(once.text, example.fixed);
  const left = findingsIn(once, example).filter((finding) => finding.rule === rule.id);
  assert.deepEqual(left.map(describeFinding), [], 'the finding is still there after the fix');
  assert.equal(fixed(rule, example, once).text, once.text, 'fixing twice differs from fixing once');
}

/** The text after the first fix of each of the rule's findings. */
function fixed(rule: Rule, example: Example, source: SourceText): SourceText {
  const outcome = fixUntilStable(
    [source],
    'all',
    ([text]) => (text === undefined ? [] : findingsIn(text, example)),
    (found) => found.filter((finding) => finding.rule === rule.id),
  );
  assert.ok(outcome.stable, 'the fixes do not come to rest');
  return outcome.texts[0] ?? source;
}

function findingsIn(source: SourceText, example: Example): readonly Finding[] {
  const options: LintOptions = { directory, ...(example.year === undefined ? {} : { year: example.year }) };
  const result = lint([source], options);
  assert.deepEqual(
    result.failures.map((failure) => `${failure.rule}: ${failure.error.stack}`),
    [],
  );
  return result.files.flatMap((file) => file.findings);
}

function aboveInfo(found: readonly Finding[]): readonly Finding[] {
  return found.filter((finding) => finding.severity !== 'info');
}

function describeFinding(finding: Finding): string {
  const { line, character } = finding.source.positionAt(finding.start);
  const words = finding.source.text.slice(finding.start, finding.end);
  return `${line + 1}:${character + 1} ${finding.severity} ${finding.rule} “${words}” ${finding.message.zh}`;
}
