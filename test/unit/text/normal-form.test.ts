import assert from 'node:assert/strict';
import fc from 'fast-check';
import { MappedText } from '#shared/text/mapped-text.ts';
import { nameForm, normalForm, normalMapped } from '#shared/text/normal-form.ts';
import { runs } from '../../runs.ts';

const joining = [
  'ｶ',
  'ﾞ',
  'ﾟ',
  'ᄀ',
  'ᅡ',
  'ᆨ',
  'ㄱ',
  'ㅏ',
  'ﾡ',
  'ￂ',
  '\u0301',
  '\u0323',
  '\u3099',
  '\u{1d165}',
  '\ud800',
  '\udc00',
];
const ordinary = ['市', '（', '１', '，', '　', ' ', '\u200b', '…', '㎡', '①', 'ﬁ', 'a', '。', '“', 'é'];
const texts = fc.oneof(
  fc.array(fc.constantFrom(...joining, ...ordinary), { maxLength: 20 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

describe('the normal form', () => {
  it('makes one of full-width and half-width writing and drops white space', () => {
    assert.equal(normalForm('市场　监管 局（１２３４５，ＡＰＰ）：\u200b；'), '市场监管局(12345,APP):;');
    assert.equal(normalForm('、。“”《》〔〕·—'), '、。“”《》〔〕·—');
    assert.equal(normalForm('市市场监管局'), '市市场监管局');
  });

  it('is its own normal form', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ordinary), { maxLength: 20 }), (parts) => {
        const form = normalForm(parts.join(''));
        assert.equal(normalForm(form), form);
      }),
    );
  });

  it('is NFKC without white space', () => {
    fc.assert(
      fc.property(texts, (text) => {
        assert.equal(normalForm(text), text.normalize('NFKC').replace(/[\s\u00ad\u200b-\u200d\u2060]+/g, ''));
      }),
    );
  });

  it('is the same with and without positions, for any text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        assert.equal(normalMapped(MappedText.verbatim(text, 0, text.length)).text, normalForm(text));
      }),
      runs(2_000),
    );
  });

  it('knows where each character came from', () => {
    const source = '市 场（㎡）';
    const form = normalMapped(MappedText.verbatim(source, 0, source.length));
    assert.equal(form.text, '市场(m2)');
    assert.deepEqual(form.spanOf(1, 2), { start: 2, end: 3 });
    assert.deepEqual(form.spanOf(2, 3), { start: 3, end: 4 });
    assert.deepEqual(form.spanOf(3, 5), { start: 4, end: 5 });
  });

  it('leaves a text alone that is in normal form already', () => {
    const text = MappedText.verbatim('市场监管局、', 0, 6);
    assert.equal(normalMapped(text), text);
  });

  it('does not choke on endless combining marks', () => {
    assert.ok(normalForm(`a${'\u0301\u0323'.repeat(500_000)}`).length < 100);
  });

  it('of a name is in simplified characters', () => {
    assert.equal(nameForm('市市場監督管理局（後勤）'), '市市场监督管理局(后勤)');
    assert.equal(nameForm('乾坤'), '乾坤');
  });
});
