import assert from 'node:assert/strict';
import { dedupe } from '#shared/findings/dedupe.ts';
import { applySeverity } from '#shared/findings/severity.ts';
import { sortFindings } from '#shared/findings/sort.ts';
import { SourceText } from '#shared/text/source-text.ts';
import { findingOn } from './given.ts';

const source = new SourceText('甲乙丙丁', 'a.md');

describe('the steps after the rules', () => {
  it('keeps one of two equal findings', () => {
    const finding = findingOn(source, '乙');
    assert.deepEqual(dedupe([finding, { ...finding }]), [finding]);
    assert.equal(dedupe([finding, { ...finding, rule: 'lead-order' }]).length, 2);
    assert.equal(dedupe([finding, findingOn(source, '丙')]).length, 2);
  });

  it('puts the configured severity in place of the rule’s', () => {
    const findings = [findingOn(source, '乙'), findingOn(source, '丙', { rule: 'lead-order', severity: 'warning' })];
    assert.deepEqual(
      applySeverity(findings, { 'lead-order': 'error', 'lead-mismatch': 'off' }).map(({ rule, severity }) => [
        rule,
        severity,
      ]),
      [['lead-order', 'error']],
    );
  });

  it('sorts by place, then severity, then rule', () => {
    const at = (words: string, rule: string, severity: 'error' | 'warning') =>
      findingOn(source, words, { rule, severity });
    const sorted = sortFindings([
      at('丙', 'b', 'error'),
      at('乙', 'c', 'warning'),
      at('乙', 'b', 'warning'),
      at('乙', 'd', 'error'),
    ]);
    assert.deepEqual(
      sorted.map((finding) => finding.rule),
      ['d', 'b', 'c', 'b'],
    );
  });
});
