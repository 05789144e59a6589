import assert from 'node:assert/strict';
import { editDistance } from '#shared/content/edit-distance.ts';
import { comparable, smallDifferences } from '#shared/content/small-differences.ts';
import { normalForm } from '#shared/text/normal-form.ts';

/** What differs, in normal form; a doubled character can be the extra one at either place. */
function read(one: string, other: string): readonly string[] {
  const [a, b] = [normalForm(one), normalForm(other)];
  const found = smallDifferences(comparable(a), comparable(b)).map(
    (difference) => `${a.slice(difference.a.from, difference.a.to)}→${b.slice(difference.b.from, difference.b.to)}`,
  );
  return [...new Set(found)];
}

describe('small differences of two texts', () => {
  it('finds what is replaced, missing, extra and swapped', () => {
    assert.deepEqual(read('在政府采购监管平台上线', '在政府采购监督平台上线'), ['管→督']);
    assert.deepEqual(read('在政府采购监管平台上线', '在政府采购监平台上线'), ['管→']);
    assert.deepEqual(read('在政府采购监管平台上线', '在政府采购监管管平台上线'), ['→管']);
    assert.deepEqual(read('在政府采购监管平台上线', '在政府采购管监平台上线'), ['监管→管监']);
    assert.deepEqual(read('深圳市创业创新金融服务平台', '深圳市创新创业金融服务平台'), ['业创新→新创业']);
  });

  it('finds them where the sentences stand in another order', () => {
    const a = '上线政府采购监管平台。完善公平竞争审查制度。';
    const b = '完善公平竞争审察制度。上线政府采购监管平台。';
    assert.deepEqual(read(a, b), ['查→察']);
  });

  it('takes one mark between clauses for another', () => {
    assert.deepEqual(read('完善制度，建设平台。推进改革', '完善制度；建设平台，推进改革'), []);
  });

  it('finds nothing between texts that have nothing in common', () => {
    assert.deepEqual(read('完善公平竞争审查制度', '上线住所托管系统'), []);
  });
});

describe('the edit distance', () => {
  it('counts a swap of neighbours as one', () => {
    assert.equal(editDistance('评估规范', '估评规范', 3), 1);
    assert.equal(editDistance('评估规范', '评估规', 3), 1);
    assert.equal(editDistance('评估规范', '评估规范', 3), 0);
  });

  it('stops at its limit', () => {
    assert.equal(editDistance('甲乙丙丁', '戊己庚辛', 2), 3);
    assert.equal(editDistance('甲', '甲乙丙丁', 2), 3);
  });
});
