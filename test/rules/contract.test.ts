import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { documentedRules as rules } from '#shared/rules/documented.ts';
import { contract } from './contract.ts';

/** Files of the folder that are not rules. */
const MACHINERY = [
  'all',
  'check-report',
  'define-rule',
  'documented',
  'ids',
  'make-subject',
  'match-parts',
  'run-rules',
  'subject',
];

describe('the list of rules', () => {
  it('has one file for each rule and one rule for each file', () => {
    const files = readdirSync(new URL('../../shared/src/rules/', import.meta.url))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => name.slice(0, -'.ts'.length))
      .filter((name) => !MACHINERY.includes(name));
    assert.deepEqual(files.sort(), rules.map((rule) => rule.id).sort());
  });

  it('agrees with the contract in ids, order, severities and kinds of fix', () => {
    assert.deepEqual(
      rules.map((rule) => [rule.id, rule.severity, rule.fix]),
      contract,
    );
  });

  it('uses no id twice', () => {
    assert.equal(new Set(rules.map((rule) => rule.id)).size, rules.length);
  });

  for (const rule of rules) {
    it(`documents ${rule.id} in both languages, with a good and a bad example`, () => {
      for (const text of [rule.docs.summary, rule.docs.why, rule.docs.remedy]) {
        assert.match(text.zh, /\p{Script=Han}/u);
        assert.match(text.en, /[A-Za-z]{3}/);
      }
      assert.doesNotMatch(rule.docs.summary.zh, /\n/);
      assert.ok(rule.examples.some((example) => 'good' in example));
      assert.ok(rule.examples.some((example) => 'bad' in example));
    });
  }
});
