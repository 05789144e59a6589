import assert from 'node:assert/strict';
import { readCellNumber, readMistypedNumber, readTierNumber } from '#shared/model/tier-marks.ts';
import { MappedText } from '#shared/text/mapped-text.ts';

const mapped = (text: string) => MappedText.verbatim(text, 0, text.length);

describe('tier marks', () => {
  const MARKS: readonly [text: string, tier: string, value: number, rest: string][] = [
    ['一、优化准入', 'section', 1, '优化准入'],
    ['十二、优化准入', 'section', 12, '优化准入'],
    ['（三）提升便利度', 'domain', 3, '提升便利度'],
    ['(三) 提升便利度', 'domain', 3, '提升便利度'],
    ['（ 三 ）提升便利度', 'domain', 3, '提升便利度'],
    ['1. 出台方案', 'point', 1, '出台方案'],
    ['12.出台方案', 'point', 12, '出台方案'],
    ['１２．出台方案', 'point', 12, '出台方案'],
    ['3、出台方案', 'point', 3, '出台方案'],
    ['1* . 出台方案', 'point', 1, '出台方案'],
    ['2*.出台方案', 'point', 2, '出台方案'],
    ['1.2023年底前出台', 'point', 1, '2023年底前出台'],
    ['63.12366热线升级', 'point', 63, '12366热线升级'],
    ['第5条 出台方案', 'point', 5, '出台方案'],
    ['（1）出台方案', 'subpoint', 1, '出台方案'],
    ['(1) 出台方案', 'subpoint', 1, '出台方案'],
    ['2）出台方案', 'subpoint', 2, '出台方案'],
    ['③出台方案', 'subpoint', 3, '出台方案'],
  ];
  for (const [text, tier, value, rest] of MARKS) {
    it(`reads ${text}`, () => {
      const found = readTierNumber(mapped(text));
      assert.deepEqual([found?.tier, found?.label.value, found?.rest.text], [tier, value, rest]);
    });
  }

  for (const text of [
    '1.5万家企业',
    '3.24小时办结',
    '2023年全年',
    '一二级医院',
    '交通出行',
    '',
    '（市商务局）',
    '（试行）',
    '12366热线',
  ])
    it(`finds no mark in “${text}”`, () => assert.equal(readTierNumber(mapped(text)), undefined));

  it('takes 3.24小时 for item 3 where item 2 stands before', () => {
    assert.equal(readTierNumber(mapped('3.24小时自助办税'), 3)?.rest.text, '24小时自助办税');
  });

  it('takes 1000. at the head of a whole item for a mistyped number, and a year for none', () => {
    assert.equal(readMistypedNumber(mapped('1000. 推进改革'))?.label.value, 1000);
    for (const text of ['2024. 全市推进', '1000.5万元', '1000万家', '100. 推进'])
      assert.equal(readMistypedNumber(mapped(text)), undefined);
  });

  it('takes 1000. for an item where it comes next in a long list, and nowhere else', () => {
    for (const text of ['1000. 出台方案', '1000、出台方案', '10000.出台方案']) {
      const value = Number.parseInt(text, 10);
      assert.equal(readTierNumber(mapped(text), value)?.label.value, value);
      assert.equal(readTierNumber(mapped(text), 4), undefined);
      assert.equal(readTierNumber(mapped(text)), undefined);
    }
    assert.equal(readTierNumber(mapped('2024. 全市'), 13), undefined);
    // One task was left out, one number is written twice.
    assert.equal(readTierNumber(mapped('1007. 出台方案'), 1005)?.label.value, 1007);
    assert.equal(readTierNumber(mapped('1004. 出台方案'), 1005)?.label.value, 1004);
  });

  it('says where the digits and the whole mark stand', () => {
    const label = readTierNumber(mapped('  （十一）推进'))?.label;
    assert.deepEqual(
      [label?.digits, label?.span],
      [
        { start: 3, end: 5 },
        { start: 0, end: 6 },
      ].map((span, i) => (i === 0 ? span : { start: 2, end: 6 })),
    );
  });

  const CELLS: readonly [text: string, value: number | undefined, sub: number | undefined][] = [
    ['12', 12, undefined],
    ['10000', 10000, undefined],
    ['１２', 12, undefined],
    ['3-1', 3, 1],
    ['3.2', 3, 2],
    ['（5）', 5, undefined],
    ['1.', 1, undefined],
    ['1*', 1, undefined],
    ['二十', 20, undefined],
    ['1\n0', 10, undefined],
    ['优化', undefined, undefined],
    ['', undefined, undefined],
  ];
  for (const [text, value, sub] of CELLS) {
    it(`reads the cell “${text.replace('\n', '<br>')}”`, () => {
      const label = readCellNumber(mapped(text));
      assert.deepEqual([label?.value, label?.sub], [value, sub]);
    });
  }
});
