import assert from 'node:assert/strict';
import { type Deadline, deadlineCell, deadlines } from '#shared/content/deadlines.ts';
import { textOf } from './side-texts.ts';

function read(words: string, year?: number): readonly string[] {
  return deadlines(textOf(words), year).map(asText);
}

function asText({ year, month, day }: Deadline): string {
  return `${year ?? '?'}-${month}-${day}`;
}

describe('deadlines of a text', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['2026年3月底前', '2026-3-31'],
    ['3月底前', '2026-3-31'],
    ['一季度', '2026-3-31'],
    ['第三季度末', '2026-9-30'],
    ['上半年', '2026-6-30'],
    ['年底前', '2026-12-31'],
    ['12月底前', '2026-12-31'],
    ['2022 年 10 月底前', '2022-10-31'],
    ['9月30日前', '2026-9-30'],
    ['9月15日前', '2026-9-15'],
    ['5月中旬', '2026-5-20'],
    ['明年3月底前', '2027-3-31'],
    ['今年底', '2026-12-31'],
    ['６月底完成', '2026-6-30'],
    ['6—9月', '2026-9-30'],
    ['2025年3月至6月', '2025-6-30'],
    ['2025年底前', '2025-12-31'],
    ['2025年前', '2025-12-31'],
    ['2月底前', '2026-2-28'],
  ];
  for (const [words, expected] of cases)
    it(`reads ${words} as ${expected}`, () => {
      assert.deepEqual(read(words, 2026), [expected]);
    });

  const none = [
    '自2019年1月1日起施行',
    '2023年全年新增100个',
    '全年完成改造，年内实现',
    '每季度通报，每年6月底前报送',
    '截至2023年6月底',
    '3年内，三年行动，3个月内',
    '《2025年6月底前工作安排》',
    '四季花城',
    '持续推进',
  ];
  for (const words of none)
    it(`finds none in ${words}`, () => {
      assert.deepEqual(read(words, 2026), []);
    });

  it('leaves the year open where neither text nor document names it', () => {
    assert.deepEqual(read('6月底前'), ['?-6-30']);
  });

  it('tells an end from a mere date', () => {
    const kinds = deadlines(textOf('6月举办大会，9月底前完成'), 2026).map(({ kind }) => kind);
    assert.deepEqual(kinds, ['in', 'by']);
  });
});

describe('cells of a deadline column', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['2026年12月', '2026-12-31'],
    ['2026年', '2026-12-31'],
    ['2026.6', '2026-6-30'],
    ['2026-06-15', '2026-6-15'],
    ['9月底', '2026-9-30'],
  ];
  for (const [words, expected] of cases)
    it(`reads ${words} as ${expected}`, () => {
      const cell = deadlineCell(textOf(words), 2026);
      assert.equal(cell.kind, 'dates');
      if (cell.kind === 'dates') assert.deepEqual(cell.deadlines.map(asText), [expected]);
    });

  it('knows what goes on, and what it cannot read', () => {
    for (const words of ['持续推进', '长期坚持', '全年', '常态化推进'])
      assert.equal(deadlineCell(textOf(words)).kind, 'ongoing', words);
    assert.equal(deadlineCell(textOf('按国家部署')).kind, 'none');
    assert.equal(deadlineCell(textOf('')).kind, 'none');
  });
});
