import assert from 'node:assert/strict';
import { targetYears } from '#shared/content/years.ts';
import { textOf } from './side-texts.ts';

function years(words: string): readonly number[] {
  return targetYears(textOf(words), 2024).map(({ year }) => year);
}

describe('years of targets', () => {
  const targets: readonly (readonly [string, number])[] = [
    ['2024年全年完成改造65公里', 2024],
    ['2023年全年完成改造65公里', 2023],
    ['纳入 2023 年清单', 2023],
    ['争取2023年全年服务500家企业', 2023],
    ['2023年9月底前完成', 2023],
    ['力争2023年底前建成投用', 2023],
    ['２０２３年新增首贷户2万家', 2023],
    ['到2023年底，建成10个园区', 2023],
    ['完成2023年度目标任务', 2023],
    ['2025年3月底前完成', 2025],
  ];
  for (const [words, year] of targets)
    it(`finds ${year} in ${words}`, () => {
      assert.deepEqual(years(words), [year]);
    });

  const others = [
    '自2021年以来持续推进',
    '较2023年增长10%',
    '与2019年相比下降',
    '2023年已完成的试点',
    '2023年12月印发的方案',
    '巩固2023年成果',
    '改造2000年底前建成的小区',
    '2023年底前建成的老旧小区纳入改造',
    '到2025年，基本建成',
    '到2035年底',
    '2023—2025年行动计划',
    '2023年版目录',
    '在2023年试点基础上扩大范围',
    '针对2023年营商环境评价反馈问题整改',
    '开展2023年度绩效评价',
    '2025年1月1日起实施',
    '谋划2025年重点项目',
    '落实《2023年工作要点》和“2023年十大案例”',
    '深营商组〔2023〕1号',
    '财政部公告2023年第1号',
    '2022年至2024年累计完成',
  ];
  for (const words of others)
    it(`finds no year of a target in ${words}`, () => {
      assert.deepEqual(years(words), []);
    });

  it('gives the place of the digits', () => {
    const words = '争取 2023 年全年服务';
    const [found] = targetYears(textOf(words), 2024);
    assert.equal(found && words.slice(found.span.start, found.span.end), '2023');
  });
});
