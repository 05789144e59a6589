import assert from 'node:assert/strict';
import { type Figure, figures, sameQuantity } from '#shared/content/figures.ts';
import { textOf } from './side-texts.ts';

function read(words: string): readonly string[] {
  return figures(textOf(words)).map(
    ({ value, upper, measure, bound }) =>
      `${value}${upper === undefined ? '' : `-${upper}`} ${measure.name}${bound === undefined ? '' : ` ${bound}`}`,
  );
}

function only(words: string): Figure {
  const [figure] = figures(textOf(words));
  assert.ok(figure, words);
  return figure;
}

describe('figures of a text', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['建设不少于 20 家零工市场', ['20 家 at-least']],
    ['建设不少于二十家零工市场', ['20 家 at-least']],
    ['新增首贷户２万家', ['20000 家']],
    ['投资1,200.5万元', ['12005000 元']],
    ['开工2000万平方米', ['20000000 平方米']],
    ['林分优化提升 0.61 万亩、森林抚育提升 3.37 万亩', ['6100 亩', '33700 亩']],
    ['费率不高于1%，压缩百分之五十左右', ['1 % at-most', '50 %']],
    ['提高3个百分点', ['3 个百分点']],
    ['新建3—5个、1至2处', ['3-5 个', '1-2 处']],
    ['审核缩短至3个工作日，7×24小时服务', ['3 工作日', '24 小时']],
    ['新增100个以上，30天以内', ['100 个 at-least', '30 天 at-most']],
    ['两家企业，五分钟内', ['2 家', '5 分钟']],
    ['全长15km，面积20㎡', ['15 公里', '20 平方米']],
    ['服务企业100余家', ['100 家']],
    ['三千万元', ['30000000 元']],
  ];
  for (const [words, expected] of cases)
    it(`reads ${words}`, () => {
      assert.deepEqual(read(words), expected);
    });

  const none = [
    '升级12366办税热线和12345热线',
    '深营商组〔2023〕1号',
    '“20+8”产业集群，20+8产业集群',
    '2023年2月26日，2023年全年，一季度，9月30日前',
    '2023—2025年行动计划',
    '“一照多址”“五个一”，一网通办，一站式，一次性告知，进一步，同一',
    '第三方、第十二条、第3次',
    '《关于印发20项措施的通知》',
    '党的二十大，5G基站，千户集团企业，十三届二次全会，推进五个一工程',
    '一件事一次办'.slice(0, 3),
  ];
  for (const words of none)
    it(`finds no figure in ${words}`, () => {
      assert.deepEqual(read(words), []);
    });

  it('gives the range of the source, white space and breaks inside', () => {
    const words = '新增\n\n100 个以上';
    const { span } = only(words);
    assert.equal(words.slice(span.start, span.end), '100 个');
  });

  it('takes quantities for equal whatever they are written in', () => {
    assert.ok(sameQuantity(only('20家'), only('二十家')));
    assert.ok(sameQuantity(only('2万户'), only('20000户')));
    assert.ok(sameQuantity(only('1公里'), only('1000米')));
    assert.ok(sameQuantity(only('0.61万亩'), only('6100亩')));
    assert.ok(!sameQuantity(only('50%'), only('50个百分点')));
    assert.ok(!sameQuantity(only('3天'), only('3个工作日')));
    assert.ok(!sameQuantity(only('3家'), only('3类')));
  });
});
