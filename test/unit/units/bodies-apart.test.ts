import assert from 'node:assert/strict';
import { builtInDirectory } from '#server/directories/built-in.ts';

const directory = builtInDirectory();

describe('bodies with similar names', () => {
  const apart: readonly (readonly [string, string])[] = [
    ['市国税局', '市地税局'],
    ['市林业局', '市园林局'],
    ['市水利局', '市水务局'],
    ['市委督查室', '市政府督查室'],
    ['市委政研室', '市政府研究室'],
    ['市公路局', '市港航局'],
    ['市城投集团', '市交投集团'],
    ['市城市管理局', '市综合行政执法局'],
    ['市社科院', '市委党校'],
    ['市公共资源交易中心', '市公共资源交易监管局'],
  ];
  for (const [one, other] of apart)
    it(`are two: ${one}, ${other}`, () => assert.notEqual(directory.keyOf(one), directory.keyOf(other)));

  it('do not give 全国 to the commission named after 全国工商联', () => {
    assert.equal(directory.prefixFor('发展改革委', '全国工商联'), undefined);
  });
});
