import assert from 'node:assert/strict';
import { markedDifferences } from '#shared/text/marked-differences.ts';

const marked = (a: string, b: string) => {
  const found = markedDifferences(a, b);
  assert.ok(found !== undefined);
  return [found.a.map(({ start, end }) => a.slice(start, end)), found.b.map(({ start, end }) => b.slice(start, end))];
};

describe('marked differences', () => {
  it('mark a number as a whole', () => {
    assert.deepEqual(marked('不少于 100 家企业', '不少于 10 家企业'), [['100'], ['10']]);
    assert.deepEqual(marked('覆盖１２０家', '覆盖130家'), [['１２０'], ['130']]);
  });

  it('pass over forms and white space', () => {
    assert.deepEqual(marked('改革，方便企业。', '改革, 方便 企业。'), [[], []]);
  });

  it('give up on two texts that are no versions of one', () => {
    assert.equal(markedDifferences('甲'.repeat(7000), '甲'), undefined);
  });
});
