import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Carry } from '#shared/drafting/carry.ts';
import { draftNextYear, type NewDraft } from '#shared/drafting/draft.ts';
import { lint } from '#shared/lint.ts';
import { documentedRules } from '#shared/rules/documented.ts';
import { SourceText } from '#shared/text/source-text.ts';
import { readMarkedText } from '../rules/marked-text.ts';
import { runs } from '../runs.ts';
import { isPair, layouts, options, seed, sourceOf, subjectOf } from './documents.ts';

function drafted(sources: readonly SourceText[], year: number, carry: Carry = 'all'): NewDraft {
  const outcome = draftNextYear(sources, { year, carry, options });
  assert.equal(outcome.kind, 'draft', JSON.stringify(outcome));
  return outcome as NewDraft;
}

function problemsOf(source: SourceText, year: number): readonly string[] {
  const { files, failures } = lint([source], { ...options, year });
  assert.deepEqual(failures, []);
  return files
    .flatMap(({ findings }) => findings.filter(({ severity }) => severity !== 'info'))
    .map(({ rule }) => rule);
}

/** What must be carried byte for byte: the words of a task without the year and the marks. */
function words(text: string): string {
  return text.replace(/【[^】]*】/g, '').replace(/20\d\d(?= ?年)/g, '年');
}

const pairs = layouts.filter((source) => isPair(subjectOf(source)));

describe('a draft of next year’s pair', () => {
  it('of the real pair has only blanks that a person must fill in', () => {
    const { source } = drafted([seed], 2024);
    assert.deepEqual([...new Set(problemsOf(source, 2024))], ['placeholder']);
  });

  for (const layout of pairs)
    it(`of ${layout.id.replace(/.*\//, '')} has only blanks that a person must fill in`, () => {
      const year = (subjectOf(layout).year ?? 2024) + 1;
      for (const carry of ['all', [1, 3]] as const)
        assert.ok(problemsOf(drafted([layout], year, carry).source, year).every((rule) => rule === 'placeholder'));
    });

  it('of a pair with any one mistake has only blanks that a person must fill in', () => {
    for (const { id, examples } of documentedRules)
      for (const example of examples) {
        const text = 'bad' in example ? readMarkedText(example.bad).text : example.good;
        const source = new SourceText(text, id);
        const year = (example.year ?? subjectOf(source).year ?? 2024) + 1;
        const outcome = draftNextYear([source], { year, carry: 'all', options });
        if (outcome.kind === 'refused') continue;
        const rest = problemsOf(outcome.source, year).filter((rule) => rule !== 'placeholder');
        assert.deepEqual(rest, [], `${id}: ${example.name.zh}`);
      }
  });

  it('carries the words of every task over as they were', () => {
    const before = subjectOf(seed);
    const after = subjectOf(drafted([seed], 2024).source);
    assert.deepEqual(
      after.points.map(({ text }) => words(text.text)),
      before.points.map(({ text }) => words(text.text)),
    );
    const changed = before.rows.flatMap(({ measures, label }, index) => {
      const now = words(after.rows[index]?.measures?.text ?? '');
      return now === words((measures?.text ?? '').replace(/\s*\n\s*/g, '')) ? [] : [label?.value];
    });
    // Row 47 had a name that its point writes otherwise.
    assert.deepEqual(changed, [47]);
  });

  it('keeps title, notice, sections and domains, and makes the number and the date blanks', () => {
    const { text } = drafted([seed], 2024).source;
    assert.match(text, /^# 深圳市优化营商环境改革工作领导小组文件\n\n深营商组〔2024〕×号\n/);
    assert.match(text, /2024 年 × 月 × 日/);
    assert.match(text, /^# 深圳市 2024 年优化营商环境工作要点$/m);
    assert.match(text, /^# 深圳市 2024 年优化营商环境重点任务清单$/m);
    assert.equal(text.match(/^## [一二三四五六七八九十]+、/gm)?.length, 10);
    assert.equal(
      text.match(/^### （[一二三]）|^### \([一二三]\)/gm)?.length,
      subjectOf(seed).workPoints[0]?.domains.length,
    );
    assert.equal(text.match(/^\| 序号/gm)?.length, 1);
    assert.doesNotMatch(text, /2023-02-28/);
  });

  it('replaces names that are no longer valid, and lists each replacement', () => {
    const { source, replacements } = drafted([seed], 2024);
    assert.ok(replacements.some(({ from, to }) => from === '深圳银保监局' && to === '深圳金融监管局'));
    for (const { from, why } of replacements) if (why === 'retired') assert.ok(!source.text.includes(from), from);
  });

  it('renumbers what is carried over, and drops the rest', () => {
    const { source, carried, dropped } = drafted([seed], 2024, [1, 5, 9, 10, 100]);
    assert.deepEqual([carried, dropped], [5, 95]);
    const subject = subjectOf(source);
    assert.deepEqual(
      subject.points.map(({ label }) => label.value),
      [1, 2, 3, 4, 5],
    );
    assert.deepEqual(
      subject.rows.map(({ label }) => label?.value),
      [1, 2, 3, 4, 5],
    );
    assert.equal(subject.workPoints[0]?.sections.length, 10);
  });

  it('takes numbers as the document has them, though one stands twice', () => {
    const [, second, third] = subjectOf(seed).points.map(({ text }) => words(text.text));
    const slip = new SourceText(seed.text.replace(/^2\. /m, '3. '), seed.id);
    const { source, doubled: numbers } = drafted([slip], 2024, [3]);
    assert.deepEqual(numbers, [3]);
    assert.deepEqual(
      subjectOf(source).points.map(({ text }) => words(text.text)),
      [second, third],
    );
  });

  it('goes by the year of the documents, whatever the configuration says of those in the folder', () => {
    const outcome = draftNextYear([seed], { year: 2024, carry: 'all', options: { ...options, defaultYear: 2024 } });
    assert.ok(outcome.kind === 'draft' && outcome.from === 2023 && outcome.targets === 9);
  });

  it('tells counts that follow from what was left out from what was wrong before', () => {
    const { adjusted, settled, source } = drafted([sourceOf('test/fixtures/clean/yunzhou-2026.md')], 2027, [1, 2, 5]);
    assert.deepEqual([adjusted.map(({ rule }) => rule), settled], [['declared-count'], []]);
    assert.match(source.text, /3 ?项/);
  });

  it('of two files is one file', () => {
    const files = ['points', 'list'].map((part) => sourceOf(`test/fixtures/layouts/two-files-${part}.md`));
    const { source, from } = drafted(files, 2030);
    const subject = subjectOf(source);
    assert.ok(isPair(subject));
    assert.ok(from < 2030);
    assert.equal(source.text, drafted(files.toReversed(), 2030).source.text);
  });

  it('holds no task where none is carried over, but the headings', () => {
    const { source } = drafted([seed], 2024, 'none');
    assert.doesNotMatch(source.text, /^\d+\. |^\| *\d+ *\|/m);
    assert.equal(source.text.match(/^## [一二三四五六七八九十]+、/gm)?.length, 10);
  });

  it('comes out the same each time, whatever is carried over', () => {
    const [small = seed] = pairs;
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 10 })), (numbers) => {
        const [a, b] = [1, 2].map(() => draftNextYear([small], { year: 2031, carry: numbers, options }));
        assert.deepEqual(a?.kind === 'draft' && a.source.text, b?.kind === 'draft' && b.source.text);
        if (a?.kind === 'draft' && numbers.length > 0) {
          const { points } = subjectOf(a.source);
          assert.deepEqual(
            points.map(({ label }) => label.value),
            points.map((_, index) => index + 1),
          );
        }
      }),
      runs(10),
    );
  });

  it('is refused for a year before, a number that does not exist, and files that are no pair', () => {
    const refused = (sources: readonly SourceText[], year: number, carry: Carry) => {
      const outcome = draftNextYear(sources, { year, carry, options });
      return outcome.kind === 'refused' ? outcome.why.kind : outcome.kind;
    };
    assert.equal(refused([seed], 2022, 'all'), 'year-before');
    assert.equal(refused([seed], 2024, [7, 101]), 'unknown-numbers');
    assert.equal(refused([new SourceText('# 日记\n\n今天下雨。\n')], 2024, 'all'), 'no-pair');
    assert.equal(refused([seed, sourceOf('test/fixtures/clean/shenzhen-2024.md')], 2025, 'all'), 'disagree');
  });
});
