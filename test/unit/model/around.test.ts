import assert from 'node:assert/strict';
import { builtInDirectory } from '#server/directories/built-in.ts';
import { readDocument } from '#shared/model/read-document.ts';
import { readPlace, readTitleYear } from '#shared/model/read-title.ts';
import { MappedText } from '#shared/text/mapped-text.ts';
import { SourceText } from '#shared/text/source-text.ts';
import { read } from './fixtures.ts';

const year = (text: string) => readTitleYear(MappedText.verbatim(text, 0, text.length));

describe('title, year and place', () => {
  for (const [title, first, last] of [
    ['深圳市 2023 年优化营商环境工作要点', 2023, undefined],
    ['深圳市２０２３年优化营商环境工作要点', 2023, undefined],
    ['深圳市二〇二三年优化营商环境工作要点', 2023, undefined],
    ['云南省优化营商环境三年行动计划（2023—2025年）', 2023, 2025],
    ['2024年度重点任务清单', 2024, undefined],
    ['优化营商环境十条措施', undefined, undefined],
  ] as const)
    it(`finds the year of ${title}`, () => assert.deepEqual([year(title)?.year, year(title)?.lastYear], [first, last]));

  for (const [title, place] of [
    ['深圳市 2023 年优化营商环境工作要点', '深圳市'],
    ['2025年广州市优化营商环境重点任务', '广州市'],
    ['海口市龙华区2024年优化营商环境工作要点', '海口市龙华区'],
    ['云南省优化营商环境行动计划', '云南省'],
    ['内蒙古自治区2024年优化营商环境工作要点', '内蒙古自治区'],
    ['楚雄彝族自治州2024年优化营商环境工作要点', '楚雄彝族自治州'],
    ['楚雄州2024年优化营商环境工作要点', '楚雄州'],
    ['关于印发《苏州市优化营商环境行动方案》的通知', '苏州市'],
    ['湖北省十堰市房县优化营商环境工作要点', '湖北省十堰市房县'],
    ['荆州市沙市区优化营商环境工作要点', '荆州市沙市区'],
    ['全市优化营商环境工作要点', undefined],
    ['优化营商环境示范区建设方案', undefined],
    ['城市更新工作要点', undefined],
  ] as const)
    it(`finds the place of ${title}`, () => assert.equal(readPlace(title), place));

  it('lets the caller’s year go before the front matter’s, that before the default, and the title last', () => {
    const title = '# 深圳市2023年优化营商环境工作要点\n';
    const of = (text: string, options: { year?: number; defaultYear?: number }) =>
      readDocument(new SourceText(text), { directory: builtInDirectory(), ...options }).year;
    assert.equal(of(title, {}), 2023);
    assert.equal(of(title, { defaultYear: 2024 }), 2024);
    assert.equal(of(`---\nyear: 2022\n---\n\n${title}`, { defaultYear: 2024 }), 2022);
    assert.equal(of(`---\nyear: 2022\n---\n\n${title}`, { year: 2025, defaultYear: 2024 }), 2025);
  });

  it('takes the place from the issuing line where the title has none', () => {
    assert.equal(read('# 深圳市优化营商环境改革工作领导小组文件\n\n# 2023年优化营商环境工作要点\n').place, '深圳市');
  });
});

describe('front matter', () => {
  it('reads its keys, with the place of the year', () => {
    const document = read(
      '---\r\ntitle: x\r\nyear: "2024" # 年份\r\npair: ../list.md\r\nplace: 东莞市\r\n---\r\n\r\n正文\r\n',
    );
    assert.deepEqual(document.frontMatter, {
      year: 2024,
      yearSpan: document.yearSpan,
      pair: '../list.md',
      place: '东莞市',
    });
    assert.equal(document.yearSpan && document.source.slice(document.yearSpan), '2024');
    assert.equal(document.place, '东莞市');
  });

  it('leaves what it does not know alone', () => {
    assert.deepEqual(read('---\nyear: soon\ntags: [a, b]\n---\n').frontMatter, {});
  });
});

describe('directives', () => {
  it('reads kind, rules, task, reason and where they stand, in prose and in cells', () => {
    const text =
      '<!-- bizenv-disable-task 12 lead-mismatch, lead-order -- 已商定 -->\n\n<!-- bizenv-disable-file -->\n\n' +
      '| 任务 | 牵头单位 |\n|---|---|\n| 推进 <!-- bizenv-disable-next-line unit-alias --> | 市商务局 |\n';
    const directives = read(text).directives;
    assert.deepEqual(
      directives.map(({ kind, rules, task, reason, problem }) => [
        kind,
        rules.map(({ id }) => id),
        task?.value,
        reason,
        problem,
      ]),
      [
        ['disable-task', ['lead-mismatch', 'lead-order'], 12, '已商定', undefined],
        ['disable-file', [], undefined, undefined, undefined],
        ['disable-next-line', ['unit-alias'], undefined, undefined, undefined],
      ],
    );
    const [rule] = directives[0]?.rules ?? [];
    assert.equal(rule && text.slice(rule.span.start, rule.span.end), 'lead-mismatch');
    const task = directives[0]?.task;
    assert.equal(task && text.slice(task.span.start, task.span.end), '12');
  });

  it('says what cannot be understood, and passes over other comments', () => {
    const directives = read(
      '<!-- bizenv-mute x -->\n\n<!-- bizenv-disable-task lead-order -->\n\n<!-- note -->\n',
    ).directives;
    assert.deepEqual(
      directives.map(({ problem }) => problem),
      ['unknown-kind', 'missing-task'],
    );
  });
});

describe('the lead convention', () => {
  for (const text of [
    '（排在首位的为牵头单位，下同）',
    '第一责任单位为牵头单位，下同。',
    '以下如无特别说明，排名第一的为牵头单位。',
    '列第一位的责任单位为牵头单位。',
    '排第一位的单位为牵头单位',
  ])
    it(`is declared by ${text}`, () => assert.equal(read(text).leadConvention, 'first'));
  for (const text of ['由第一牵头单位汇总。', '各牵头单位要负首要责任。', '首次明确牵头单位。'])
    it(`is not declared by ${text}`, () => assert.equal(read(text).leadConvention, 'all'));
});
