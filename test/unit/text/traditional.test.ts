import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toSimplified } from '#shared/text/traditional.ts';

describe('traditional characters', () => {
  it('become simplified ones, one for one', () => {
    assert.equal(toSimplified('深圳市優化營商環境改革工作領導小組'), '深圳市优化营商环境改革工作领导小组');
    assert.equal(toSimplified('國務院發展規劃財稅資產監督檢察銀保監總局'), '国务院发展规划财税资产监督检察银保监总局');
    assert.equal(toSimplified('APP 2023 深圳市'), 'APP 2023 深圳市');
  });

  it('keep the length of any text, and once simplified stay so', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCharCode(code)) }),
        (text) => {
          const simplified = toSimplified(text);
          assert.equal(simplified.length, text.length);
          assert.equal(toSimplified(simplified), simplified);
        },
      ),
    );
  });

  it('are not seen where simplified text uses the same character', () => {
    const common = '乾坤了解着干后里面只系台准复征舍占';
    assert.equal(toSimplified(common), common);
  });
});
