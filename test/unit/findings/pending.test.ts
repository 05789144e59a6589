import assert from 'node:assert/strict';
import { builtInDirectory } from '#server/directories/built-in.ts';
import { lint } from '#shared/lint.ts';
import type { RuleSettings } from '#shared/rules/run-rules.ts';
import { pairExample } from '#shared/rules/support/pair-example.ts';
import { SourceText } from '#shared/text/source-text.ts';

function rulesOf(text: string, rules: RuleSettings = {}): readonly string[] {
  const { files } = lint([new SourceText(text)], { directory: builtInDirectory(), rules });
  return files.flatMap(({ findings }) => findings.map(({ rule }) => rule));
}

describe('a mark that puts a decision off', () => {
  const sentence = '清理招标采购领域的不合理限制，保障各类企业公平参与竞争。';
  const unbalanced = (mark: string) => pairExample([`${sentence}（`, `清理招标采购领域的不合理限制”。${mark}（`]);

  it('stands for the finding that it names', () => {
    assert.deepEqual(rulesOf(unbalanced('')), ['unbalanced-mark']);
    assert.deepEqual(rulesOf(unbalanced('【请确认：标点不成对】')), ['placeholder']);
  });

  it('stands for no other finding', () => {
    assert.deepEqual(rulesOf(unbalanced('【请确认：数量】')).toSorted(), ['placeholder', 'unbalanced-mark']);
    assert.deepEqual(rulesOf(unbalanced('【请确认】')).toSorted(), ['placeholder', 'unbalanced-mark']);
  });

  it('hides nothing where nobody reports the mark', () => {
    assert.deepEqual(rulesOf(unbalanced('【请确认：标点不成对】'), { placeholder: 'off' }), ['unbalanced-mark']);
  });
});
