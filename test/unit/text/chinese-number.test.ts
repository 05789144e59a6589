import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatChineseNumber, parseChineseNumber } from '#shared/text/chinese-number.ts';
import { runs } from '../../runs.ts';

describe('Chinese numbers', () => {
  it('are read as documents write them', () => {
    const values: [string, number][] = [
      ['一', 1],
      ['十', 10],
      ['十二', 12],
      ['二十', 20],
      ['一百零五', 105],
      ['一百一十', 110],
      ['一千零一十', 1010],
      ['两', 2],
      ['廿一', 21],
      ['卅', 30],
      ['零', 0],
      ['〇', 0],
      ['二〇二三', 2023],
      ['两万五千', 25_000],
      ['一万零五', 10_005],
      ['三十万亿', 3e13],
      ['壹佰贰拾', 120],
      ['12', 12],
      ['１２', 12],
      ['20,000', 20_000],
      ['２０，０００', 20_000],
      ['3.5', 3.5],
      ['2万', 20_000],
      ['1.1亿', 110_000_000],
      ['1亿2000万', 120_000_000],
      ['５百万', 5_000_000],
      [' 1 0 ', 10],
    ];
    for (const [text, value] of values) assert.equal(parseChineseNumber(text), value, text);
  });

  it('are not seen in anything else', () => {
    for (const text of [
      '',
      '百',
      '万',
      '十十',
      '十零',
      '一百千',
      '二十个',
      '1.2.3',
      '1,00',
      '-1',
      'Ⅻ',
      '九'.repeat(41),
      '9'.repeat(20),
    ])
      assert.equal(parseChineseNumber(text), undefined, text);
  });

  it('from 1 to 9999 are written so that they are read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (value) => {
        assert.equal(parseChineseNumber(formatChineseNumber(value)), value);
      }),
      runs(2_000),
    );
  });

  it('are written the usual way', () => {
    const written = [1, 10, 11, 20, 100, 105, 110, 111, 1000, 1001, 1010, 1100, 9999].map(formatChineseNumber);
    assert.deepEqual(written, [
      '一',
      '十',
      '十一',
      '二十',
      '一百',
      '一百零五',
      '一百一十',
      '一百一十一',
      '一千',
      '一千零一',
      '一千零一十',
      '一千一百',
      '九千九百九十九',
    ]);
  });

  it('outside 1 to 9999 are refused', () => {
    for (const value of [0, -1, 1.5, 10_000, Number.NaN]) assert.throws(() => formatChineseNumber(value), RangeError);
  });
});
