import assert from 'node:assert/strict';
import type { Edit } from '#shared/findings/finding.ts';
import { defineRule, type Report, type Rule } from '#shared/rules/define-rule.ts';
import { runRules } from '#shared/rules/run-rules.ts';
import type { Subject } from '#shared/rules/subject.ts';
import { SourceText } from '#shared/text/source-text.ts';
import { pairText, subjectOf } from '../unit/findings/given.ts';

const words = { zh: '有误。', en: 'Wrong.' };
const subject = subjectOf(`${pairText}\n𠮷\n`);
const source = sourceOf(subject);

function sourceOf(given: Subject): SourceText {
  const [document] = given.documents;
  if (document === undefined) throw new Error('no document');
  return document.source;
}

function ruleThat(check: Rule['check'], fix: Rule['fix'] = 'safe', id = 'made-up'): Rule {
  const docs = { summary: words, why: words, remedy: words };
  return defineRule({ id, group: 'writing', severity: 'warning', fix, docs, examples: [], check });
}

function outcomeOf(report: Report, fix: Rule['fix'] = 'safe') {
  return runRules(subject, {}, [ruleThat((_, tell) => tell(report), fix)]);
}

const at = { source, start: 2, end: 4 };

function withEdits(safe: boolean, ...edits: readonly (readonly [number, number, string])[]): Report {
  const built: readonly Edit[] = edits.map(([start, end, text]) => ({ source, start, end, text }));
  return { at, message: words, fixes: () => [{ title: words, safe, edits: built }] };
}

describe('running the rules', () => {
  it('gives a finding the id and severity of its rule, unless the report has its own', () => {
    const rule = ruleThat((_, report) => {
      report({ at, message: words });
      report({ at, message: words, severity: 'error' });
    });
    assert.deepEqual(
      runRules(subject, {}, [rule]).findings.map((finding) => [finding.rule, finding.severity]),
      [
        ['made-up', 'warning'],
        ['made-up', 'error'],
      ],
    );
  });

  it('goes on with the other rules when one throws, and names it', () => {
    const broken = ruleThat(
      () => {
        throw new TypeError('oops');
      },
      'none',
      'broken',
    );
    const outcome = runRules(subject, {}, [broken, ruleThat((_, report) => report({ at, message: words }))]);
    assert.equal(outcome.findings.length, 1);
    assert.deepEqual(
      outcome.failures.map((failure) => [failure.rule, failure.error.message]),
      [['broken', 'oops']],
    );
  });

  it('does not run a rule that is off', () => {
    const rule = ruleThat(() => assert.fail('it ran'));
    assert.deepEqual(runRules(subject, { 'made-up': 'off' }, [rule]), { findings: [], failures: [] });
  });

  it('makes a failure of a place outside the texts or inside a character', () => {
    const inside = source.text.indexOf('𠮷') + 1;
    const places = [
      { source, start: 5, end: source.text.length + 1 },
      { source, start: 5, end: 4 },
      { source, start: -1, end: 4 },
      { source, start: 1.5, end: 4 },
      { source, start: inside, end: inside },
      { source: new SourceText(source.text), start: 0, end: 1 },
    ];
    for (const place of places) {
      assert.deepEqual(outcomeOf({ at: place, message: words }).findings, []);
      assert.equal(outcomeOf({ at: place, message: words }).failures.length, 1);
      const related = [{ ...place, message: words }];
      assert.equal(outcomeOf({ at, message: words, related }).failures.length, 1);
    }
  });

  it('keeps a finding without its fix when the fix cannot be applied, and says why', () => {
    const bad: readonly (readonly [Report, Rule['fix']])[] = [
      [withEdits(true, [1, 3, 'x'], [2, 4, 'y']), 'safe'],
      [withEdits(true, [1, 1, 'x'], [1, 1, 'y']), 'safe'],
      [withEdits(true, [1, source.text.length + 1, 'x']), 'safe'],
      [withEdits(true, [0, 1, source.text.slice(0, 1)]), 'safe'],
      [withEdits(true), 'safe'],
      [withEdits(true, [1, 2, 'x']), 'suggested'],
      [withEdits(false, [1, 2, 'x']), 'none'],
      [{ at, message: words, fixes: () => assert.fail('no fix') }, 'safe'],
    ];
    for (const [report, kind] of bad) {
      const outcome = outcomeOf(report, kind);
      assert.deepEqual(
        outcome.findings.map((finding) => finding.fixes),
        [[]],
      );
      assert.equal(outcome.failures.length, 1);
    }
  });

  it('stops building fixes when they have more edits than any draft needs', () => {
    const many = Array.from({ length: 200 }, (_, i) => ({ source, start: i, end: i + 1, text: '' }));
    let built = 0;
    const fixes = () => {
      built++;
      return [{ title: words, safe: true, edits: many }];
    };
    const rule = ruleThat((_, report) => {
      for (let i = 0; i < 1000; i++) report({ at, message: words, fixes });
    });
    const outcome = runRules(subject, {}, [rule]);
    assert.equal(outcome.findings.length, 1000);
    assert.equal(built, 250);
    assert.deepEqual(outcome.failures, []);
  });

  it('accepts edits that touch', () => {
    const outcome = outcomeOf(withEdits(true, [1, 2, 'x'], [2, 3, 'y'], [3, 3, 'z']));
    assert.deepEqual(outcome.failures, []);
    assert.equal(outcome.findings[0]?.fixes.length, 1);
  });
});
