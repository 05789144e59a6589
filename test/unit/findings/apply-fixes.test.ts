import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, applyFixes } from '#shared/findings/apply-fixes.ts';
import type { Edit, Finding } from '#shared/findings/finding.ts';
import { fixUntilStable } from '#shared/findings/fix-until-stable.ts';
import { SourceText } from '#shared/text/source-text.ts';
import { findingOn } from './given.ts';

function fixable(source: SourceText, words: string, becomes: string, safe = true): Finding {
  const finding = findingOn(source, words);
  const edit: Edit = { source, start: finding.start, end: finding.end, text: becomes };
  return { ...finding, fixes: [{ title: { zh: '改', en: 'Change' }, safe, edits: [edit] }] };
}

describe('applyEdits', () => {
  it('changes what the edits name, in any order, and nothing else', () => {
    const edits = [
      { start: 4, end: 5, text: '' },
      { start: 1, end: 2, text: '乙乙' },
      { start: 0, end: 0, text: '前' },
    ];
    assert.equal(applyEdits('甲一丙丁x戊', edits), '前甲乙乙丙丁戊');
  });

  it('refuses edits that overlap', () => {
    const edits = [
      { start: 0, end: 2, text: '' },
      { start: 1, end: 3, text: '' },
    ];
    assert.throws(() => applyEdits('abcd', edits), RangeError);
  });

  it('leaves every character outside the edits where it was', () => {
    const cuts = fc.uniqueArray(fc.nat(60), { minLength: 2, maxLength: 12 }).map((list) => list.sort((a, b) => a - b));
    fc.assert(
      fc.property(fc.string({ minLength: 60, maxLength: 60 }), cuts, fc.string(), (text, offsets, inserted) => {
        const edits: { start: number; end: number; text: string }[] = [];
        for (let i = 0; i + 1 < offsets.length; i += 2)
          edits.push({ start: offsets[i] ?? 0, end: offsets[i + 1] ?? 0, text: inserted });
        const kept = [0, ...edits.map((edit) => edit.end)].map((from, i) => text.slice(from, edits[i]?.start));
        assert.equal(applyEdits(text, edits), kept.join(inserted));
      }),
    );
  });
});

describe('applyFixes', () => {
  it('applies safe fixes only, unless all are asked for', () => {
    const source = new SourceText('市住房城乡建设局、市发改委');
    const findings = [
      fixable(source, '市住房城乡建设局', '市住房建设局'),
      fixable(source, '市发改委', '市发展改革委', false),
    ];
    assert.equal(applyFixes([source], findings, 'safe').texts[0]?.text, '市住房建设局、市发改委');
    assert.equal(applyFixes([source], findings, 'all').texts[0]?.text, '市住房建设局、市发展改革委');
  });

  it('does not take a suggested second fix for a safe one', () => {
    const source = new SourceText('甲');
    const finding = fixable(source, '甲', '乙', false);
    const second = fixable(source, '甲', '丙').fixes;
    assert.equal(applyFixes([source], [{ ...finding, fixes: [...finding.fixes, ...second] }], 'safe').texts[0], source);
  });

  it('leaves a fix that meets one already taken for the next pass', () => {
    const source = new SourceText('甲乙丙');
    const findings = [fixable(source, '甲乙', 'A'), fixable(source, '乙丙', 'B'), fixable(source, '丙', 'C')];
    const pass = applyFixes([source], findings, 'safe');
    assert.equal(pass.texts[0]?.text, 'A丙');
    assert.deepEqual(pass.fixed, [findings[0]]);
  });

  it('applies a fix whole or not at all, also across two files', () => {
    const points = new SourceText('要点甲', 'points.md');
    const list = new SourceText('清单甲', 'list.md');
    const first = fixable(list, '甲', '乙');
    const both = { ...findingOn(points, '甲'), fixes: [{ ...fixable(points, '甲', '丙').fixes[0], edits: [] }] };
    const edits = [
      ...(fixable(points, '甲', '丙').fixes[0]?.edits ?? []),
      ...(fixable(list, '甲', '丙').fixes[0]?.edits ?? []),
    ];
    const across: Finding = { ...both, fixes: [{ title: { zh: '改', en: 'Change' }, safe: true, edits }] };
    const pass = applyFixes([points, list], [first, across], 'safe');
    assert.deepEqual(
      pass.texts.map((text) => text.text),
      ['要点甲', '清单乙'],
    );
    assert.deepEqual(pass.fixed, [first]);
  });

  it('keeps the id of a changed text and the very object of an unchanged one', () => {
    const changed = new SourceText('甲', 'a.md');
    const same = new SourceText('乙', 'b.md');
    const [a, b] = applyFixes([changed, same], [fixable(changed, '甲', '丙')], 'safe').texts;
    assert.equal(a?.id, 'a.md');
    assert.equal(b, same);
  });
});

describe('fixUntilStable', () => {
  const judgeBy = (from: string, to: string) => (texts: readonly SourceText[]) =>
    texts.filter((text) => text.text.includes(from)).map((text) => fixable(text, from, to));

  it('goes on until nothing is left to fix', () => {
    const outcome = fixUntilStable([new SourceText('aaaa')], 'safe', judgeBy('aa', 'a'), (found) => found);
    assert.equal(outcome.texts[0]?.text, 'a');
    assert.equal(outcome.fixed.length, 3);
    assert.deepEqual(outcome.judged, []);
    assert.ok(outcome.stable);
  });

  it('stops and says so when fixes do not come to rest', () => {
    const outcome = fixUntilStable([new SourceText('a')], 'safe', judgeBy('a', 'aa'), (found) => found);
    assert.equal(outcome.stable, false);
  });
});
