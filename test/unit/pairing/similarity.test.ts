import assert from 'node:assert/strict';
import fc from 'fast-check';
import { similarity } from '#shared/pairing/similarity.ts';

const SENTENCE = '推行开办企业无介质电子签名，市场主体无需下载APP即可完成签名确认。';

describe('similarity of two texts', () => {
  it('is 1 for texts that differ in white space, width and punctuation alone', () => {
    assert.equal(similarity(SENTENCE, '推行开办企业 无介质电子签名,\n市场主体无需下载ＡＰＰ即可完成签名确认'), 1);
  });

  it('is high for a text that a longer one contains', () => {
    const row = `优化商事登记办理方式，采取微信扫码刷脸认证加音视频双录双重确认。${SENTENCE}留存业务办理环节证据，压缩办理时间。`;
    assert.ok(similarity(SENTENCE, row) > 0.8);
  });

  it('is low for two tasks of the same kind of document', () => {
    assert.ok(
      similarity(SENTENCE, '修订《深圳市临时用地管理办法》，进一步完善临时用地的申请、审批、使用等环节。') < 0.2,
    );
  });

  it('says little of a few words', () => {
    assert.ok(similarity('优化服务', '优化服务流程，建设统一平台，压缩办理时间。') < 0.6);
  });

  it('is the same both ways, from 0 to 1, and 0 for an empty text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const value = similarity(a, b);
        assert.ok(value >= 0 && value <= 1);
        assert.equal(value, similarity(b, a));
        assert.equal(similarity('', b), 0);
      }),
    );
  });
});
