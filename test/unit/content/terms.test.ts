import assert from 'node:assert/strict';
import { terms } from '#shared/content/terms.ts';
import { textOf } from './side-texts.ts';

function names(words: string): readonly string[] {
  return terms(textOf(words)).map(({ words: name, quoted }) => (quoted ? `“${name}”` : name));
}

describe('named things of a text', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['在深圳市创业创新金融服务平台开辟台胞台企金融服务专区', ['深圳市创业创新金融服务平台', '台胞台企金融服务专区']],
    ['上线住所托管管理系统，支持企业', ['住所托管管理系统']],
    ['建立知识产权质押融资“白名单”双向推送机制', ['“白名单”', '双向推送机制']],
    ['完善“e 约停”平台', ['“e约停”']],
    ['依托区块链技术与前海跨境贸易大数据平台互联', ['前海跨境贸易大数据平台']],
    ['推广「一照多址」改革', ['“一照多址”']],
    ['制定"海外版"电子税务局方案', ['“海外版”', '电子税务局方案']],
    ['实施《知识产权保护中心管理办法》', []],
    ['制定二〇三五规划、《条例》和配套细则', ['二〇三五规划', '配套细则']],
    ['平台企业', []],
  ];
  for (const [words, expected] of cases)
    it(`finds them in ${words}`, () => {
      assert.deepEqual(names(words), expected);
    });
});
