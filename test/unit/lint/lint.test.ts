import assert from 'node:assert/strict';
import { builtInDirectory } from '#server/directories/built-in.ts';
import { fix, type LintOptions, lint } from '#shared/lint.ts';
import { SourceText } from '#shared/text/source-text.ts';
import { pairText } from '../findings/given.ts';

const options: LintOptions = { directory: builtInDirectory() };
const cut = pairText.indexOf('# 云州市2026年优化营商环境重点任务清单');
const mismatched = pairText.replace('| 市司法局 |', '| 市财政局 |');

function rulesIn(text: string, more: Partial<LintOptions> = {}): readonly string[] {
  const result = lint([new SourceText(text, 'a.md')], { ...options, ...more });
  assert.deepEqual(result.failures, []);
  return result.files.flatMap((file) => file.findings.map((finding) => `${finding.severity} ${finding.rule}`));
}

describe('lint', () => {
  it('finds nothing in a clean pair', () => {
    assert.deepEqual(rulesIn(pairText), []);
  });

  it('says nothing of a file that holds no part, and marks it', () => {
    const text = '# 会议纪要\n\n<!-- bizenv-disable-file lead-mismach -->\n\nXX 事项待定,请于 2026 年办理\n';
    const [file] = lint([new SourceText(text)], options).files;
    assert.equal(file?.holdsParts, false);
    assert.deepEqual(file?.findings, []);
  });

  it('judges two files of a pair together and gives each its own findings', () => {
    const points = new SourceText(mismatched.slice(0, cut), 'points.md');
    const list = new SourceText(mismatched.slice(cut), 'list.md');
    const apart = lint([points, list], options);
    assert.deepEqual(
      apart.files.map((file) => file.findings.length),
      [0, 0],
    );
    const together = lint([list, points], { ...options, pairs: [['points.md', 'list.md']] });
    assert.deepEqual(
      together.files.map((file) => [file.source.id, file.holdsParts]),
      [
        ['list.md', true],
        ['points.md', true],
      ],
    );
    const found = together.files.flatMap((file) => file.findings);
    assert.deepEqual(
      found.map((finding) => finding.rule),
      ['lead-mismatch'],
    );
    for (const file of together.files) for (const finding of file.findings) assert.equal(finding.source, file.source);
  });

  it('passes over ids of a pair that are not given', () => {
    const result = lint([new SourceText(pairText, 'a.md')], { ...options, pairs: [['a.md', 'b.md']] });
    assert.equal(result.files.length, 1);
  });

  it('turns a rule off, or gives it another severity', () => {
    assert.deepEqual(rulesIn(mismatched), ['error lead-mismatch']);
    assert.deepEqual(rulesIn(mismatched, { rules: { 'lead-mismatch': 'off' } }), []);
    assert.deepEqual(rulesIn(mismatched, { rules: { 'lead-mismatch': 'info' } }), ['info lead-mismatch']);
  });

  it('keeps what a directive silenced, with the directive', () => {
    const text = `${mismatched}\n<!-- bizenv-disable-task 2 lead-mismatch -- 机构改革过渡 -->\n`;
    const [file] = lint([new SourceText(text)], options).files;
    assert.deepEqual(file?.findings, []);
    assert.deepEqual(
      file?.suppressed.map(({ finding, directives }) => [finding.rule, directives[0]?.reason]),
      [['lead-mismatch', '机构改革过渡']],
    );
  });
});

describe('unused directives', () => {
  it('reports a directive that silences nothing', () => {
    assert.deepEqual(rulesIn(`${pairText}\n<!-- bizenv-disable-task 2 lead-mismatch -->\n`), [
      'warning unused-directive',
    ]);
    assert.deepEqual(rulesIn(`${pairText}\n<!-- bizenv-disable-task 9 -->\n`), ['warning unused-directive']);
  });

  it('reports the second of two directives of the same reach', () => {
    const directive = '\n<!-- bizenv-disable-task 2 lead-mismatch -->\n';
    assert.deepEqual(rulesIn(mismatched + directive + directive), ['warning unused-directive']);
  });

  it('reports an unused disable with its enable once, and removes both', () => {
    const text = pairText
      .replace('2. 上线', '<!-- bizenv-disable placeholder -->\n\n2. 上线')
      .replace('3. 修订', '<!-- bizenv-enable placeholder -->\n\n3. 修订');
    assert.deepEqual(rulesIn(text), ['warning unused-directive']);
    assert.doesNotMatch(fix([new SourceText(text)], options, 'safe').texts[0]?.text ?? '', /bizenv/);
  });

  it('reports an enable without a disable', () => {
    assert.deepEqual(rulesIn(`${pairText}\n<!-- bizenv-enable -->\n`), ['warning unused-directive']);
  });

  it('does not judge a directive by a rule that is off', () => {
    const text = `${pairText}\n<!-- bizenv-disable-task 2 lead-mismatch -->\n`;
    assert.deepEqual(rulesIn(text, { rules: { 'lead-mismatch': 'off' } }), []);
    assert.deepEqual(rulesIn(text, { rules: { 'unused-directive': 'off' } }), []);
  });

  it('can itself be silenced by name', () => {
    const text = `<!-- bizenv-disable-file unused-directive -->\n\n${pairText}\n<!-- bizenv-disable-task 2 lead-mismatch -->\n`;
    assert.deepEqual(rulesIn(text), []);
  });

  it('removes the comment, its line, or only the useless rule, and nothing else', () => {
    const cases: readonly (readonly [string, string])[] = [
      [`${pairText}\n<!-- bizenv-disable-task 2 -->\n`, `${pairText}\n`],
      [pairText.replace('| 市司法局 |', '| 市司法局 <!-- bizenv-disable lead-order --> |'), pairText],
      [
        `${mismatched}\n<!-- bizenv-disable-task 2 lead-order lead-mismatch lead-oder -- 理由 -->\n`,
        `${mismatched}\n<!-- bizenv-disable-task 2 lead-mismatch -- 理由 -->\n`,
      ],
      [pairText.replace('1. 出台', '<!-- bizenv-disable-next-line lead-order -->\n1. 出台'), pairText],
    ];
    for (const [before, after] of cases)
      assert.equal(fix([new SourceText(before)], options, 'safe').texts[0]?.text, after);
  });

  it('does not join two paragraphs when a comment between them goes', () => {
    const text = pairText.replace(
      '2. 上线',
      '总的要求是稳。\n<!-- bizenv-disable-file lead-order -->\n各单位要落实。\n\n2. 上线',
    );
    const fixedText = fix([new SourceText(text)], options, 'safe').texts[0]?.text ?? '';
    assert.ok(fixedText.includes('总的要求是稳。\n\n各单位要落实。'));
  });
});
