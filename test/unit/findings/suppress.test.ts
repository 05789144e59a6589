import assert from 'node:assert/strict';
import { suppress } from '#shared/findings/suppress.ts';
import type { Subject } from '#shared/rules/subject.ts';
import type { SourceText } from '#shared/text/source-text.ts';
import { findingOn, pairText, subjectOf } from './given.ts';

function sourceOf(subject: Subject, index = 0): SourceText {
  const source = subject.documents[index]?.source;
  if (source === undefined) throw new Error('no such document');
  return source;
}

/** Which of the findings on these words stay. */
function kept(text: string, words: readonly string[], rule = 'lead-mismatch'): readonly string[] {
  const subject = subjectOf(text);
  const source = sourceOf(subject);
  const findings = words.map((word) => findingOn(source, word, { rule }));
  return suppress(findings, subject).kept.map((finding) => source.text.slice(finding.start, finding.end));
}

const inPoints = ['市场准入便利化措施。（', '企业服务专区。（', '信用修复办法。（'] as const;
const inRows = ['| 1 |', '| 2 |', '| 3 |'] as const;

describe('directives in a document', () => {
  it('silences a rule in the whole file', () => {
    const text = `<!-- bizenv-disable-file lead-mismatch -->\n\n${pairText}`;
    assert.deepEqual(kept(text, [...inPoints, ...inRows]), []);
    assert.deepEqual(kept(text, inPoints, 'lead-order'), inPoints);
  });

  it('silences every rule where it names none', () => {
    assert.deepEqual(kept(`<!-- bizenv-disable-file -->\n\n${pairText}`, inPoints, 'lead-order'), []);
  });

  it('silences the next line, past blank lines and further comments', () => {
    const text = pairText.replace(
      '2. 上线',
      '<!-- bizenv-disable-next-line lead-mismatch -->\n<!-- bizenv-disable-next-line lead-order -->\n\n2. 上线',
    );
    assert.deepEqual(kept(text, inPoints), [inPoints[0], inPoints[2]]);
    assert.deepEqual(kept(text, inPoints, 'lead-order'), [inPoints[0], inPoints[2]]);
  });

  it('silences from disable to enable', () => {
    const text = pairText
      .replace('1. 出台', '<!-- bizenv-disable lead-mismatch -->\n\n1. 出台')
      .replace('3. 修订', '<!-- bizenv-enable -->\n\n3. 修订');
    assert.deepEqual(kept(text, [...inPoints, ...inRows]), [inPoints[2], ...inRows]);
  });

  it('silences to the end of the file where nothing enables again', () => {
    const text = pairText.replace('2. 上线', '<!-- bizenv-disable -->\n\n2. 上线');
    assert.deepEqual(kept(text, [...inPoints, ...inRows]), [inPoints[0]]);
  });

  it('enables one rule while the others stay silent', () => {
    const text = pairText
      .replace('1. 出台', '<!-- bizenv-disable -->\n\n1. 出台')
      .replace('2. 上线', '<!-- bizenv-enable lead-mismatch -->\n\n2. 上线');
    assert.deepEqual(kept(text, inPoints), [inPoints[1], inPoints[2]]);
    assert.deepEqual(kept(text, inPoints, 'lead-order'), []);
  });

  it('takes a comment in a cell for the whole row', () => {
    const text = pairText
      .replace('| 市商务局 | |', '| 市商务局 <!-- bizenv-disable lead-mismatch --> | |')
      .replace('| 市司法局 | |', '| 市司法局 <!-- bizenv-enable lead-mismatch --> | |');
    assert.deepEqual(kept(text, [...inPoints, ...inRows]), [...inPoints, inRows[2]]);
  });

  it('silences a task by its number in both parts, from anywhere', () => {
    const text = `${pairText}\n<!-- bizenv-disable-task 2 lead-mismatch -- 市领导已同意 -->\n`;
    assert.deepEqual(kept(text, [...inPoints, ...inRows]), [inPoints[0], inPoints[2], inRows[0], inRows[2]]);
    assert.deepEqual(kept(text, inPoints, 'lead-order'), inPoints);
  });

  it('silences a pair by the number of either side', () => {
    const shifted = pairText
      .replace('1. 出台', '11. 出台')
      .replace('2. 上线', '12. 上线')
      .replace('3. 修订', '13. 修订');
    for (const number of [2, 12]) {
      const text = `${shifted}\n<!-- bizenv-disable-task ${number} lead-mismatch -->\n`;
      assert.deepEqual(kept(text, [...inPoints, ...inRows]), [inPoints[0], inPoints[2], inRows[0], inRows[2]]);
    }
  });

  it('reaches the other file of a pair by task number only', () => {
    const cut = pairText.indexOf('# 云州市2026年优化营商环境重点任务清单');
    const directives = '<!-- bizenv-disable-task 2 lead-mismatch -->\n\n<!-- bizenv-disable-file lead-order -->\n\n';
    const subject = subjectOf(directives + pairText.slice(0, cut), pairText.slice(cut));
    const list = sourceOf(subject, 1);
    assert.deepEqual(suppress([findingOn(list, '| 2 |')], subject).kept, []);
    assert.equal(suppress([findingOn(list, '| 2 |', { rule: 'lead-order' })], subject).kept.length, 1);
    assert.equal(suppress([findingOn(list, '| 3 |')], subject).kept.length, 1);
  });

  it('keeps count of what each directive silenced, with its reason', () => {
    const subject = subjectOf(`<!-- bizenv-disable-file lead-mismatch lead-order -- 过渡期 -->\n\n${pairText}`);
    const outcome = suppress([findingOn(sourceOf(subject), '市商务局')], subject);
    const [only] = outcome.suppressed;
    assert.equal(only?.directives[0]?.reason, '过渡期');
    assert.deepEqual(
      [...outcome.uses.values()].map((use) => [...use.silenced]),
      [['lead-mismatch']],
    );
  });
});
