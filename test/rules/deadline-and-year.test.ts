import assert from 'node:assert/strict';
import { builtInDirectory } from '#server/directories/built-in.ts';
import { lint } from '#shared/lint.ts';
import { targetExample } from '#shared/rules/support/target-example.ts';
import { SourceText } from '#shared/text/source-text.ts';

const directory = builtInDirectory();

/** The rules above `info` that speak up, with the words they point at. */
function found(text: string, year?: number): readonly string[] {
  const source = new SourceText(text);
  const result = lint([source], { directory, ...(year === undefined ? {} : { year }) });
  assert.deepEqual(result.failures, []);
  return result.files
    .flatMap((file) => file.findings)
    .filter(({ severity }) => severity !== 'info')
    .map(({ rule, start, end }) => `${rule} ${source.text.slice(start, end)}`);
}

type Case = readonly [name: string, example: Parameters<typeof targetExample>[0], expected: readonly string[]];

const WORK = '建设零工市场，开展职业技能培训。';

describe('deadlines of a pair', () => {
  const cases: readonly Case[] = [
    ['the column repeats the text', { point: `9月底前${WORK}`, deadline: '2024年9月底' }, []],
    ['a quarter and its last month', { point: `第三季度${WORK}`, deadline: '2024年9月' }, []],
    ['a column later than a first step', { point: `6月底前印发方案。${WORK}`, deadline: '2024年12月底' }, []],
    [
      'a column later than one of several times',
      { point: `全年${WORK.slice(0, -1)}，9月底前验收。`, deadline: '2024年12月' },
      [],
    ],
    ['a column earlier than the year’s end', { point: `年底前${WORK}`, deadline: '2024年11月底' }, []],
    ['a column that goes on', { point: `6月底前${WORK}`, deadline: '长期推进' }, []],
    ['a deadline that only the row has', { point: WORK, measures: `6月底前${WORK}` }, []],
    ['a deadline that only the point has', { point: `6月底前${WORK}`, measures: WORK }, []],
    [
      'stages in another order',
      { point: '3月底前印发方案，9月底前完成建设。', measures: '9月底前完成建设，3月底前印发方案。' },
      [],
    ],
    [
      'a first stage that only the row has',
      { point: '9月底前完成建设。', measures: '3月底前印发方案，9月底前完成建设。' },
      [],
    ],
    ['a year that one side leaves out', { point: `2024年6月底前${WORK}`, measures: `6月底前${WORK}` }, []],
    [
      'a column earlier than the text',
      { point: `10月底前${WORK}`, deadline: '2024年9月底' },
      ['deadline-mismatch 2024年9月底'],
    ],
    [
      'a column later than the only sentence',
      { point: `6月底前${WORK}`, deadline: '2024年9月底' },
      ['deadline-mismatch 2024年9月底'],
    ],
    [
      'a column later than a share of the work',
      { point: '建立欠款台账，9月底前完成存量欠款清偿的60%。', deadline: '2024年12月底' },
      [],
    ],
    [
      'a column later than the rules that come first',
      { point: '6月底前出台实施细则，将测绘事项整合为一个项目。', deadline: '2024年12月底' },
      [],
    ],
    [
      'a column later than a first clause that only the row has',
      { point: WORK, measures: `6月底前${WORK}`, deadline: '2024年9月底' },
      [],
    ],
    [
      'a column later than a step that only the row has',
      { point: WORK, measures: '建设零工市场，9月底前完成首批培训。', deadline: '2024年12月底' },
      [],
    ],
    [
      'a column later than all that the row says',
      { point: WORK, measures: '6月底前，建成零工市场并开展培训。', deadline: '2024年9月底' },
      ['deadline-mismatch 2024年9月底'],
    ],
    [
      'the column against a point whose row is silent',
      { point: `10月底前${WORK}`, measures: WORK, deadline: '2024年9月' },
      ['deadline-mismatch 2024年9月'],
    ],
    [
      'the row against point and column',
      { point: `6月底前${WORK}`, measures: `9月底前${WORK}`, deadline: '2024年6月底' },
      ['deadline-mismatch 9月底前'],
    ],
    [
      'the point against row and column',
      { point: `6月底前${WORK}`, measures: `9月底前${WORK}`, deadline: '2024年9月底' },
      ['deadline-mismatch 6月底前'],
    ],
    [
      'one of two stages',
      { point: '3月底前印发方案，9月底前完成建设。', measures: '3月底前印发方案，10月底前完成建设。' },
      ['deadline-mismatch 10月底前'],
    ],
    ['half a year', { point: `上半年${WORK}`, measures: `下半年${WORK}` }, ['deadline-mismatch 下半年']],
    ['a day', { point: `9月15日前${WORK}`, measures: `9月30日前${WORK}` }, ['deadline-mismatch 9月30日前']],
  ];
  for (const [name, example, expected] of cases)
    it(`${expected.length === 0 ? 'accepts' : 'reports'} ${name}`, () => {
      assert.deepEqual(found(targetExample(example)), expected);
    });
});

describe('years of a pair', () => {
  const cases: readonly Case[] = [
    [
      'a wrong year on one side',
      { point: `2024年6月底前${WORK}`, measures: `2023年6月底前${WORK}` },
      ['stale-year 2023'],
    ],
    ['a wrong year in the column alone', { point: `6月底前${WORK}`, deadline: '2023年6月底' }, ['stale-year 2023']],
    [
      'a wrong year in text and column',
      { point: `2023年6月底前${WORK}`, deadline: '2023.06' },
      ['stale-year 2023', 'stale-year 2023', 'stale-year 2023'],
    ],
    [
      'a wrong year and month beside a column, once',
      { point: `2023年6月底前${WORK}`, measures: WORK, deadline: '2024年12月底' },
      ['stale-year 2023'],
    ],
    [
      'a wrong year and month that the row has otherwise, once',
      { point: `2023年6月底前${WORK}`, measures: `2024年9月底前${WORK}` },
      ['stale-year 2023'],
    ],
    ['a far aim', { point: `到2030年建成标杆城市，${WORK}` }, []],
    ['a start next year', { point: `自2025年1月1日起施行新规则，${WORK}` }, []],
  ];
  for (const [name, example, expected] of cases)
    it(`${expected.length === 0 ? 'accepts' : 'reports'} ${name}`, () => {
      assert.deepEqual(found(targetExample(example)), expected);
    });

  const inYears = (years: string, text: string) =>
    targetExample({ point: text }).replaceAll('深圳市2024年', `深圳市${years}年`);

  it('accepts every year of a plan for several years', () => {
    assert.deepEqual(found(inYears('2023—2025', `2025年6月底前${WORK}`)), []);
    assert.deepEqual(found(inYears('2023—2025', `2026年6月底前${WORK}`)), ['stale-year 2026', 'stale-year 2026']);
  });

  it('leaves deadlines of later years to a three-year plan', () => {
    const text = targetExample({ point: `2026年6月底前${WORK}` }).replaceAll(
      '年优化营商环境',
      '年优化营商环境三年行动计划',
    );
    assert.deepEqual(found(text), []);
  });

  it('reports a deadline of another year of the plan as a mismatch', () => {
    const plan = targetExample({ point: `2025年6月底前${WORK}`, measures: `2024年6月底前${WORK}` });
    assert.deepEqual(found(plan.replaceAll('深圳市2024年', '深圳市2023—2025年')), ['deadline-mismatch 2024年6月底前']);
  });

  it('reports the titles once where the caller names another year', () => {
    assert.deepEqual(found(targetExample({}), 2025), ['stale-year 2024']);
  });

  it('reports the titles once where every target is of another year', () => {
    const text = targetExample({ point: `2025年6月底前${WORK}`, deadline: '2025年6月底' }).replaceAll(
      '规范政府采购活动，',
      '2025年9月底前规范政府采购活动，',
    );
    assert.deepEqual(found(text), ['stale-year 2024']);
  });

  it('judges no year where only a date tells it', () => {
    const text = targetExample({ point: `2025年6月底前${WORK}` })
      .replaceAll('2024年优化', '优化')
      .replace('# 深圳市', '2024年12月11日\n\n# 深圳市');
    assert.deepEqual(found(text), []);
  });
});
