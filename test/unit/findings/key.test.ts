import assert from 'node:assert/strict';
import { findingIdentities, findingKeys } from '#shared/findings/key.ts';
import { findingOn, pairText, subjectOf } from './given.ts';

function keysOf(text: string, words: readonly string[]): readonly (string | undefined)[] {
  const subject = subjectOf(text);
  const source = subject.documents[0]?.source;
  if (source === undefined) throw new Error('no document');
  const findings = words.map((word) => findingOn(source, word));
  const keys = findingKeys(findingIdentities(findings, subject));
  return findings.map((finding) => keys.get(finding));
}

describe('the identity of a finding', () => {
  const words = ['市司法局', '优化市场准入环境', '| 市税务局 |'];

  it('names the rule, the task or heading, and the words', () => {
    assert.deepEqual(keysOf(pairText, words), [
      'lead-mismatch|上线企业服务专区。|市司法局',
      'lead-mismatch|一、优化市场准入环境|优化市场准入环境',
      'lead-mismatch|信用修复|修订企业信用修复办法。|│市税务局│'.replaceAll('│', '|'),
    ]);
  });

  it('survives lines put in before it and white space inside it', () => {
    const edited = `${pairText.replace('# 云州市', '发文说明。\n\n# 云州市')}`;
    assert.deepEqual(keysOf(edited, words), keysOf(pairText, words));
    assert.deepEqual(keysOf(pairText.replace('（市司法局）', '（市司 法局）'), ['市司 法局']), [
      keysOf(pairText, words)[0],
    ]);
  });

  it('survives renumbering', () => {
    const edited = pairText.replace('2. 上线', '12. 上线').replace('3. 修订', '13. 修订').replace('| 3 |', '| 13 |');
    assert.deepEqual(keysOf(edited, words), keysOf(pairText, words));
  });

  it('tells apart findings that are otherwise the same', () => {
    const keys = keysOf(pairText, ['市司法局', '市司法局']);
    assert.equal(new Set(keys).size, 2);
  });
});
