import assert from 'node:assert/strict';
import { findAll } from './layout-pair.ts';

describe('a unit that stands twice in one list', () => {
  const point = (units: string) =>
    `# 清源市2026年优化营商环境重点举措\n\n1. 便利办事。推行“一窗受理”，新增自助终端20台（${units}）。\n`;
  const safeties = (units: string, rule = 'duplicate-unit') =>
    findAll(point(units))
      .filter((finding) => finding.rule === rule)
      .flatMap(({ fixes }) => fixes.map(({ safe }) => safe));

  it('loses the second one without a question where the first is a whole name', () => {
    assert.deepEqual(safeties('市行政审批局、市数据局、市数据局'), [true]);
    assert.deepEqual(safeties('市行政审批局、市数据局、市数据'), [true]);
  });

  it('is left to a person where the first is cut short', () => {
    assert.deepEqual(safeties('市行政审批局、市数据、市数据局'), [false]);
  });

  it('is set apart without a question only where it then stands once', () => {
    assert.deepEqual(safeties('市行政审批局、市数据局市商务局', 'unit-separator'), [true]);
    assert.deepEqual(safeties('市行政审批局、市数据局市数据局', 'unit-separator'), [false]);
    assert.deepEqual(safeties('市数据局、市行政审批局、市商务局市数据局', 'unit-separator'), [false]);
  });
});
