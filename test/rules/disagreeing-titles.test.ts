import assert from 'node:assert/strict';
import { SourceText } from '#shared/text/source-text.ts';
import { findingsOf, gist, judged } from '../fuzz/judged.ts';
import { findAll } from './layout-pair.ts';

const rulesOf = (text: string) => findAll(text).map(({ rule }) => rule);

const TASKS = ['推行企业开办“一网通办”，开办时间压缩至1个工作日。', '推广数字化电子发票，拓展网上办税范围。'];

describe('titles that name different years', () => {
  const text = (ofPoints: number, ofList: number) =>
    `# 深圳市${ofPoints}年优化营商环境工作要点\n\n1. ${TASKS[0]}（市政务服务数据管理局）\n\n2. ${TASKS[1]}（深圳市税务局）\n\n# 深圳市${ofList}年优化营商环境重点任务清单\n\n| 序号 | 具体举措 | 牵头单位 |\n|---|---|---|\n| 1 | ${TASKS[0]} | 市政务服务数据管理局 |\n| 2 | ${TASKS[1]} | 深圳市税务局 |\n`;

  it('are one finding: no name that is right in one of the years is called retired', () => {
    assert.deepEqual(rulesOf(text(2023, 2023)), []);
    assert.deepEqual(rulesOf(text(2025, 2023)), ['title-mismatch']);
    assert.deepEqual(rulesOf(text(2023, 2025)), ['title-mismatch']);
    assert.deepEqual(rulesOf(text(2025, 2025)), ['retired-unit', 'retired-unit']);
  });

  it('are told of at the same place, whichever file of a pair comes first', () => {
    const whole = text(2025, 2023);
    const at = whole.indexOf('# 深圳市2023年');
    const files = [new SourceText(whole.slice(0, at), 'points.md'), new SourceText(whole.slice(at), 'list.md')];
    const pairs = [['points.md', 'list.md']];
    const found = (sources: readonly SourceText[]) => findingsOf(judged(sources, pairs)).map(gist);
    assert.equal(found(files).length, 1);
    assert.deepEqual(found([...files].reverse()), found(files));
  });
});
