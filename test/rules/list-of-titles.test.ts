import assert from 'node:assert/strict';
import { findAll } from './layout-pair.ts';

const TASKS = [
  ['提升企业开办便利度', '推行企业开办“一网通办”，开办时间压缩至1个工作日。', '市市场监管局', '市公安局'],
  ['优化纳税服务', '推广数字化电子发票，拓展网上办税范围。', '市税务局', '市财政局'],
  ['保障项目用地', '推行工业用地“标准地”出让，优化供地流程。', '市自然资源局', '市住建局'],
  ['压缩通关时间', '推广“提前申报”模式，巩固压缩通关时间成效。', '市商务局', '市交通运输局'],
  ['规范行政执法', '推行“综合查一次”，减少重复检查。', '市司法局', '市生态环境局'],
  ['拓宽融资渠道', '发挥政府性融资担保作用，降低担保费率。', '市金融办', '市财政局'],
] as const;

const points = TASKS.map(
  ([, text, lead, others], index) => `${index + 1}.${text}（牵头单位：${lead}；责任单位：${others}）`,
);
const rows = TASKS.map(([title, , lead, others], index) => `| ${index + 1} | ${title} | ${lead} | ${others} |`);

/** A pair whose list has titles alone. */
function pair(lines: readonly string[] = rows, header = '| 序号 | 重点任务 | 牵头单位 | 责任单位 |'): string {
  return `# 金华市2025年优化营商环境工作要点\n\n${points.join('\n\n')}\n\n# 金华市2025年优化营商环境重点任务清单\n\n${header}\n|---|---|---|---|\n${lines.join('\n')}\n`;
}

const rulesOf = (text: string) => findAll(text).map(({ rule }) => rule);
const withRow = (at: number, change: (row: string) => string) =>
  pair(rows.map((row, index) => (index === at ? change(row) : row)));

describe('a list of titles without measures', () => {
  it('is a layout, and clean', () => {
    assert.deepEqual(rulesOf(pair()), []);
  });

  it('reports an empty number once, in the middle and at the end', () => {
    for (const at of [2, 5]) assert.deepEqual(rulesOf(withRow(at, (row) => row.replace(/\d/, ' '))), ['empty-cell']);
  });

  it('has several titles under one number where it does so throughout', () => {
    const merged = rows.flatMap((row, index) => {
      const more = row.replace(/\d \| /, ' | 继续').replace(/\| \S+ \| \S+ \|$/, '| 市教育局 | |');
      return index % 2 === 0 ? [row, more] : [row];
    });
    assert.ok(!rulesOf(pair(merged)).includes('empty-cell'));
  });

  it('reports neighbours that changed places with their numbers once', () => {
    const swapped = [...rows.slice(0, 2), rows[3] ?? '', rows[2] ?? '', ...rows.slice(4)];
    assert.deepEqual(rulesOf(pair(swapped)), ['row-numbering']);
  });

  it('reports a row pasted over by its neighbour once, however short the title', () => {
    assert.deepEqual(rulesOf(withRow(3, () => (rows[4] ?? '').replace('5', '4'))), ['duplicate-task']);
  });

  it('is still recognised where the name of its only telling column is mistyped', () => {
    assert.deepEqual(rulesOf(pair(rows, '| 序号 | 重点任为 | 牵头单位 | 责任单位 |')), ['table-columns']);
  });
});
