import assert from 'node:assert/strict';
import { beginsWithTierMark } from '#shared/markdown/tier-mark.ts';

function begins(line: string): boolean {
  return beginsWithTierMark(line, 0, line.length);
}

describe('tier marks', () => {
  it('are known in every usual form and width', () => {
    for (const line of [
      '一、总体要求',
      '十一、附则',
      '一．总体要求',
      '（一）目标',
      '(一)目标',
      '（ 十二 ）目标',
      '1. 推进',
      '1.推进',
      '12．推进',
      '１２．推进',
      '1、推进',
      '（1）推进',
      '（１）推进',
      '(1)推进',
      '1）推进',
      '1\\. 推进',
      '1*.推进',
      '1* . 推进',
      '①推进',
      '第三条 推进',
      '第十条：推进',
      '**1.** 推进',
      '**一、总体要求**',
      '<b>（一）目标</b>',
      '1.',
      '63.12366热线',
      '1.2023年底前',
      '3. 12345热线',
      '2. 5G基站',
      '三、一体推进',
      '1、2023年底前',
    ])
      assert.ok(begins(line), line);
  });

  it('are not seen in decimals, years, quantities and enumerations', () => {
    for (const line of [
      '2.5倍',
      '1.1 万户',
      '2023年',
      '2023.5',
      '3. 5亿元',
      '3. 5 亿元',
      '10万户',
      '三、四线城市',
      '一、二季度',
      '1、2号线',
      '3、4月',
      '（市商务局）',
      '(含)',
      '一网通办',
      '第三方',
      '第三条线',
      '1234. 推进',
      '十',
      '“一、',
      '',
    ])
      assert.ok(!begins(line), line);
  });
});
