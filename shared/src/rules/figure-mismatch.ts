import { figureDifferences, type PlacedFigure } from '../content/figure-differences.ts';
import { sidesOf } from '../content/sides.ts';
import { defineRule } from './define-rule.ts';
import { ownerName, ownerNumber, placeOf } from './support/differing-words.ts';
import { pairDifferences } from './support/pair-differences.ts';
import { targetExample } from './support/target-example.ts';

export default defineRule({
  id: 'figure-mismatch',
  group: 'content',
  severity: 'warning',
  fix: 'none',
  words: 'task',
  docs: {
    summary: {
      zh: '同一任务在要点和清单里的数量不一致',
      en: 'A quantity of a task differs between its work point and its row',
    },
    why: {
      zh: '数量就是考核的指标。两处不一样，责任单位不知道按哪个数完成，督查时也说不清。',
      en: 'Quantities are what bureaus are held to. When the two parts differ, nobody can tell which one counts.',
    },
    remedy: {
      zh: '核对后改成一致。“二十”与“20”、“2万”与“20000”、“1公里”与“1000米”算一致；只有一方写到的数量、年份、文号、电话号码和引号、书名号里的数字不比较。',
      en: 'Find out which is right and make them agree. 二十 and 20, 2万 and 20000, 1公里 and 1000米 are equal. What only one side mentions, years, document numbers, telephone numbers and what stands in quotation marks is not compared.',
    },
  },
  examples: [
    {
      name: { zh: '写法不同，数量相同', en: 'The same quantity, written differently' },
      good: targetExample({
        point: '建设不少于20家零工市场，培训2万人次。',
        measures: '建设不少于二十家零工市场，培训２０，０００人次。',
      }),
    },
    {
      name: { zh: '只有清单写到的数量', en: 'A quantity that only the row mentions' },
      good: targetExample({
        point: '围绕4类创新活动完善人才评价，新增2家评价机构。',
        measures: '围绕4类创新活动完善人才评价，新增2家评价机构，培育3个示范项目。',
      }),
    },
    {
      name: { zh: '热线号码、产业集群名称不是数量', en: 'A hotline and a name are no quantities' },
      good: targetExample({
        point: '升级12366办税热线，服务“20+8”产业集群。',
        measures: '升级12345政务热线，服务“20+7”产业集群。',
      }).replace('“20+7”', '“20+8”'),
    },
    {
      name: { zh: '清单少写一个零', en: 'A nought is missing in the row' },
      bad: targetExample({
        point: '清理压降非正常经营企业不少于100家，费率不高于1%。',
        measures: '持续清理压降非正常经营企业，年度压降不少于⟦10家⟧，费率不高于1%。',
      }),
      says: ['数量不一致：清单第 2 行为“10家”，要点第 2 项为“100家”。请核对，以一方为准修改另一方。'],
    },
    {
      name: { zh: '漏写“万”', en: 'The 万 is missing' },
      bad: targetExample({
        point: '新增立体绿化面积20万平方米，新建公园30个。',
        measures: '新增立体绿化面积⟦20平方米⟧，新建公园30个。',
      }),
      says: ['数量不一致：清单第 2 行为“20平方米”，要点第 2 项为“20万平方米”。请核对，以一方为准修改另一方。'],
    },
    {
      name: { zh: '小数颠倒', en: 'The digits of a decimal changed places' },
      bad: targetExample({
        point: '完成林分优化提升0.61万亩、森林抚育提升3.37万亩。',
        measures: '完成林分优化提升⟦0.16万亩⟧、森林抚育提升3.37万亩。',
      }),
      says: ['数量不一致：清单第 2 行为“0.16万亩”，要点第 2 项为“0.61万亩”。请核对，以一方为准修改另一方。'],
    },
    {
      name: { zh: '百分比写成百分点', en: 'Percentage points for per cent' },
      bad: targetExample({
        point: '案件办理周期压缩50%，审核周期缩短至3个工作日。',
        measures: '案件办理周期压缩⟦50个百分点⟧，审核周期缩短至3个工作日。',
      }),
      says: ['数量不一致：清单第 2 行为“50个百分点”，要点第 2 项为“50%”。请核对，以一方为准修改另一方。'],
    },
    {
      name: { zh: '上限写成下限', en: 'At least for at most' },
      bad: targetExample({
        point: '小微企业融资担保费率不高于1%。',
        measures: '小微企业融资担保费率不低于⟦1%⟧。',
      }),
      says: ['数量的限定相反：清单第 2 行为“不低于1%”，要点第 2 项为“不高于1%”。请核对，以一方为准修改另一方。'],
    },
  ],
  check(subject, report) {
    for (const { point, row, differs } of pairDifferences(subject, 'figure-mismatch', (pair) =>
      figureDifferences(sidesOf(pair)),
    )) {
      const pointName = ownerName(point.side.owner);
      const rowName = ownerName(row.side.owner);
      const [inPoint, inRow] = differs === 'bound' ? [limited(point), limited(row)] : [words(point), words(row)];
      report({
        at: placeOf(row.side.source, row.figure.span),
        message: {
          zh: `${differs === 'bound' ? '数量的限定相反' : '数量不一致'}：${rowName.zh}为“${inRow}”，${pointName.zh}为“${inPoint}”。请核对，以一方为准修改另一方。`,
          en: `${differs === 'bound' ? 'The limits are opposite' : 'The quantities differ'}: “${inRow}” in ${rowName.en}, “${inPoint}” in ${pointName.en}. Find out which is right and change the other.`,
        },
        related: [
          {
            ...placeOf(point.side.source, point.figure.span),
            message: { zh: `${pointName.zh}的数量`, en: `The quantity in ${pointName.en}` },
          },
        ],
        data: { number: ownerNumber(row.side.owner), point: inPoint, row: inRow },
      });
    }
  },
});

function words({ figure }: PlacedFigure): string {
  return figure.words;
}

/** The figure with the words that limit it. */
function limited({ figure, side }: PlacedFigure): string {
  return side.text.text.slice(figure.outer.from, figure.outer.to);
}
