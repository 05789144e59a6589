import assert from 'node:assert/strict';
import { findAll } from './layout-pair.ts';

const rulesOf = (text: string) => findAll(text).map(({ rule }) => rule);

const pair = (points: readonly string[], columns: string, rows: readonly string[]) =>
  `# 泉州市2025年优化营商环境工作要点\n\n责任单位排在首位的为牵头单位，下同。\n\n${points
    .map((point, index) => `${index + 1}. ${point}`)
    .join('\n\n')}\n\n# 泉州市2025年优化营商环境重点任务清单\n\n${columns}\n${columns.replace(/[^|]+/g, '---')}\n${rows
    .map((row, index) => `| ${index + 1} | ${row} |`)
    .join('\n')}\n`;

const TASKS = [
  '推行企业开办“一网通办”，开办时间压缩至1个工作日。',
  '推广数字化电子发票，拓展网上办税范围。',
  '推行工业用地“标准地”出让，优化供地流程。',
];
const UNITS = ['市市场监管局、市公安局、市人社局', '市税务局、市财政局、市商务局', '市自然资源局、市住建局、市水利局'];

describe('a wrong sign between units', () => {
  it('is reported once behind the first unit of a column that holds all of them', () => {
    const text = (units: readonly string[]) =>
      pair(
        TASKS.map((task, index) => `${task}（责任单位：${UNITS[index]}）`),
        '| 序号 | 具体举措 | 责任单位 |',
        TASKS.map((task, index) => `${task} | ${units[index]}`),
      );
    assert.deepEqual(rulesOf(text(UNITS)), []);
    const [first = '', ...others] = UNITS;
    for (const sign of ['，', '；', '。'])
      assert.deepEqual(rulesOf(text([first.replace('、', sign), ...others])), ['unit-separator'], sign);
  });

  it('is reported once where a full stop stands between two that lead', () => {
    const leads = ['市市场监管局、市公安局', '市税务局、市财政局', '市自然资源局、市住建局'];
    const text = (lists: readonly string[]) =>
      pair(
        TASKS.map((task, index) => `${task}（${lists[index]}牵头，市商务局、市教育局配合）`),
        '| 序号 | 具体举措 | 牵头单位 | 责任单位 |',
        TASKS.map((task, index) => `${task} | ${leads[index]} | 市商务局、市教育局`),
      );
    assert.deepEqual(rulesOf(text(leads)), []);
    assert.deepEqual(rulesOf(text([leads[0] ?? '', '市税务局。市财政局', leads[2] ?? ''])), ['unit-separator']);
  });
});
