import assert from 'node:assert/strict';
import { fix, lint, listRules, version } from '#server/library.ts';
import { fixable, list, mismatched, pair, points } from '../cli/bizenv.ts';

describe('the library', () => {
  it('checks a text, in either language', () => {
    const [file] = lint({ path: 'a.md', text: mismatched });
    assert.deepEqual([file?.path, file?.year, file?.holdsParts], ['a.md', 2026, true]);
    const [finding] = file?.findings ?? [];
    assert.equal(finding?.rule, 'lead-mismatch');
    assert.equal(mismatched.slice(finding?.start.offset, finding?.end.offset), '市司法局');
    assert.ok(finding !== undefined && finding.related.length > 0 && finding.fixes.length > 0);
    const [english] = lint({ path: 'a.md', text: mismatched }, { locale: 'en' });
    assert.match(english?.findings[0]?.message ?? '', /lead/);
  });

  it('checks two texts that belong together, by rules and a directory of the caller', () => {
    const texts = [
      { path: 'p.md', text: points.replace('（市司法局）', '（市教育局）') },
      { path: 'l.md', text: list },
    ];
    const rules = (options: Parameters<typeof lint>[1]) =>
      lint(texts, options).flatMap((file) => file.findings.map((finding) => finding.rule));
    assert.deepEqual(rules({}), []);
    assert.deepEqual(rules({ pairs: [['p.md', 'l.md']] }), ['lead-mismatch']);
    assert.deepEqual(rules({ pairs: [['p.md', 'l.md']], rules: { 'lead-mismatch': 'off' } }), []);
    const units = [{ path: 'u.json', text: '{ "places": ["云州市"], "units": [] }' }];
    assert.ok(rules({ units }).every((rule) => rule === 'unknown-unit'));
  });

  it('fixes texts without touching the given ones', () => {
    const outcome = fix({ path: 'a.md', text: fixable }, 'safe');
    assert.equal(outcome.texts[0]?.text, fixable.replace('[2026]', '〔2026〕'));
    assert.deepEqual(outcome.fixed, { 'document-number': 1 });
    assert.deepEqual(outcome.files[0]?.findings, []);
  });

  it('refuses what it cannot work with', () => {
    const text = { path: 'a.md', text: pair };
    assert.throws(() => lint([text, text]), TypeError);
    assert.throws(() => lint(text, { rules: { 'no-such-rule': 'off' } }), TypeError);
    assert.throws(() => lint(text, { units: [{ path: 'u.json', text: '{' }] }), /u\.json: JSON syntax error/);
  });

  it('lists its rules and its version', () => {
    assert.ok(listRules('en').some(({ id, fix: kind }) => id === 'document-number' && kind === 'safe'));
    assert.match(version, /^\d+\.\d+\.\d+$/);
  });
});
