import assert from 'node:assert/strict';
import { findingKeys } from '#shared/findings/key.ts';
import { findingOn, pairText, subjectOf } from './given.ts';

function keysOf(text: string, words: readonly string[]): readonly (string | undefined)[] {
  const subject = subjectOf(text);
  const source = subject.documents[0]?.source;
  if (source === undefined) throw new Error('no document');
  const findings = words.map((word) => findingOn(source, word));
  const keys = findingKeys(findings, subject);
  return findings.map((finding) => keys.get(finding));
}

describe('the identity of a finding', () => {
  const words = ['市司法局', '优化市场准入环境', '| 市税务局 |'];

  it('names the rule, the task or heading, and the words', () => {
    assert.deepEqual(keysOf(pairText, words), [
      'lead-mismatch|2|市司法局',
      'lead-mismatch|一、优化市场准入环境|优化市场准入环境',
      'lead-mismatch|3|│市税务局│'.replaceAll('│', '|'),
    ]);
  });

  it('survives lines put in before it and white space inside it', () => {
    const edited = `${pairText.replace('# 云州市', '发文说明。\n\n# 云州市')}`;
    assert.deepEqual(keysOf(edited, words), keysOf(pairText, words));
    assert.deepEqual(keysOf(pairText.replace('（市司法局）', '（市司 法局）'), ['市司 法局']), [
      keysOf(pairText, words)[0],
    ]);
  });

  it('tells apart findings that are otherwise the same', () => {
    const keys = keysOf(pairText, ['市司法局', '市司法局']);
    assert.equal(new Set(keys).size, 2);
  });
});
