import assert from 'node:assert/strict';
import { layout, names } from './fixtures.ts';

/** Name of the document; how many points, rows, sections and domains; the leads of point 1 and of row 1. */
const LAYOUTS: readonly [name: string, counts: readonly number[], point: string, row: string][] = [
  ['deadlines-with-units', [11, 11, 2, 0], '*市行政审批局 市卫生健康委 市市场监管局 市公安局', '*市行政审批局'],
  [
    'domains-as-points',
    [14, 14, 6, 0],
    '*省市场监管局 省政务服务管理局 省税务局 省公安厅 各州(市)人民政府',
    '*省市场监管局',
  ],
  ['html-breaks', [10, 10, 2, 5], '*市自然资源和规划局', '*市自然资源和规划局'],
  ['lead-and-responsible-labels', [16, 16, 3, 8], '*市市场监管局 市行政审批局 市税务局 市公安局', '*市市场监管局'],
  ['merged-cells', [18, 18, 3, 7], '*省市场监管局 省政务服务管理局 省税务局 省公安厅 各市州人民政府', '*省市场监管局'],
  ['next-year', [14, 14, 3, 7], '*市市场监管局', '*市市场监管局'],
  ['no-headings', [10, 0, 0, 0], '市自然资源和规划局 市住房城乡建设局 市文化广电旅游局 市水务局', '–'],
  ['notice-and-attachments', [10, 10, 2, 5], '市行政审批局', '*市行政审批局'],
  ['plain-paragraphs', [11, 11, 2, 4], '市市场监管局', '*市市场监管局'],
  ['plan-with-measures-below', [14, 0, 3, 7], '市市场监管局 市行政审批局 市税务局 市公安局', '–'],
  ['positional-lead', [12, 12, 2, 0], '*市行政审批局 市卫生健康委 市市场监管局 市公安局', '*市行政审批局'],
  ['restart-per-domain', [10, 10, 2, 5], '*市市场监管局 市行政审批局 市税务局 市公安局', '*市市场监管局'],
  ['rows-without-numbers', [10, 20, 2, 5], '*市自然资源和规划局', '*市自然资源和规划局'],
  ['sections-as-points', [10, 10, 0, 0], '*县市场监管局 县行政审批局 县税务局 县公安局', '*县市场监管局'],
  [
    'several-lists-in-a-point',
    [14, 14, 3, 0],
    '*区市场监管局 *区行政审批局 *区税务局 *区公安局',
    '*区市场监管局 *区行政审批局 *区税务局 *区公安局',
  ],
  ['several-rows-per-point', [10, 20, 2, 5], '*市市场监管局', '*市市场监管局'],
  ['subpoints-as-points', [13, 0, 2, 5], '*市市场监管局 市行政审批局 市税务局 市公安局', '–'],
  ['table-per-section', [16, 16, 3, 8], '*市市场监管局 市行政审批局 市税务局 市公安局', '*市市场监管局'],
  [
    'three-lines-of-duty',
    [12, 12, 2, 6],
    '*县自然资源局 县住房城乡建设局 县文化和旅游局 县水利局 各镇(街道)',
    '*县自然资源局',
  ],
  ['two-files-points', [10, 0, 2, 5], '*市市场监管局', '–'],
  ['two-files-list', [0, 10, 0, 0], '–', '*市市场监管局'],
  ['two-levels-of-leads', [14, 14, 5, 11], '*市市场监管局 市行政审批局 市税务局 市公安局 各区县政府', '*市市场监管局'],
  ['units-behind-headings', [14, 14, 0, 7], '市行政审批局 市税务局 市公安局', '–'],
  ['units-on-own-lines', [10, 10, 2, 0], '市自然资源和规划局 市住房城乡建设局 市文化广电旅游局 市水务局', '–'],
];

describe('reading layouts', () => {
  for (const [name, counts, point, row] of LAYOUTS) {
    it(`reads ${name}`, () => {
      const document = layout(name);
      const [part] = document.workPoints;
      const [list] = document.taskLists;
      const read = [part?.points, list?.rows, part?.sections, part?.domains].map((items) => items?.length ?? 0);
      assert.deepEqual(read, counts);
      assert.equal(names(part?.points[0]?.units), point);
      assert.equal(names(list?.rows[0]?.leadUnits), row);
      assert.ok(document.workPoints.length <= 1 && document.taskLists.length <= 1);
      assert.ok(
        part === undefined || part.points.every(({ units, text }) => units !== undefined && text.text.endsWith('。')),
      );
      assert.ok(list === undefined || list.rows.every((item) => item.leadUnits ?? item.responsibleUnits));
    });
  }

  it('tells whether numbers start again', () => {
    assert.equal(layout('restart-per-domain').workPoints[0]?.restarts, 'domain');
    assert.equal(layout('plan-with-measures-below').workPoints[0]?.restarts, 'domain');
    assert.equal(layout('two-levels-of-leads').workPoints[0]?.restarts, 'never');
  });

  it('takes the mark of the points from the document', () => {
    assert.equal(layout('sections-as-points').workPoints[0]?.pointMark, '一、');
    assert.equal(layout('domains-as-points').workPoints[0]?.pointMark, '（一）');
    assert.equal(layout('subpoints-as-points').workPoints[0]?.pointMark, '（1）');
  });

  it('passes over the items of 总体要求 and 保障措施, but keeps their numbers', () => {
    const [part] = layout('domains-as-points').workPoints;
    assert.deepEqual(
      part?.otherNumbers.map(({ value }) => value),
      [15, 16],
    );
    assert.equal(part?.points.length, 14);
  });

  it('knows the heading above the heading where the points are （1）', () => {
    const [part] = layout('subpoints-as-points').workPoints;
    const domain = part?.points[0]?.domain;
    assert.equal(domain?.heading.title.text, '围绕开办便利度突出便利高效');
    assert.equal(domain?.parent?.heading.title.text, '提升开办便利度');
    assert.equal(domain?.section?.heading.title.text, '优化市场准入环境');
  });

  it('inherits a merged domain cell from the row above', () => {
    const rows = layout('merged-cells').taskLists[0]?.rows ?? [];
    assert.equal(rows[2]?.cells.domain?.content.text, '');
    assert.equal(rows[2]?.domain?.text, '提升开办便利度');
  });

  it('hangs a row without a number on the numbered row above', () => {
    const rows = layout('rows-without-numbers').taskLists[0]?.rows ?? [];
    assert.equal(rows[0]?.continues, undefined);
    assert.equal(rows[1]?.continues, rows[0]);
    assert.equal(rows[1]?.label, undefined);
  });

  it('reads both numbers of 3-1 and 3-2', () => {
    const rows = layout('several-rows-per-point').taskLists[0]?.rows ?? [];
    assert.deepEqual(
      rows.slice(4, 6).map(({ label }) => [label?.value, label?.sub]),
      [
        [3, 1],
        [3, 2],
      ],
    );
  });

  it('reads the deadline that stands with the units', () => {
    assert.equal(layout('deadlines-with-units').workPoints[0]?.points[0]?.deadline?.text, '6月底完成');
    assert.equal(layout('units-on-own-lines').workPoints[0]?.points[0]?.deadline?.text, '2024年12月底前');
  });

  it('takes lines of units below the text for a layout, not for a page break', () => {
    for (const name of ['units-on-own-lines', 'three-lines-of-duty'])
      for (const { pieces } of layout(name).workPoints[0]?.points ?? [])
        assert.ok(pieces.every(({ joins }) => joins === 'first' || joins === 'continued'));
  });

  it('gives the units of a heading to the heading, and those of a section row to it', () => {
    const document = layout('units-behind-headings');
    assert.equal(names(document.workPoints[0]?.domains[0]?.heading.units), '*市市场监管局');
    assert.equal(document.workPoints[0]?.domains[0]?.heading.title.text, '提升开办便利度');
    assert.equal(names(document.taskLists[0]?.sections[0]?.units), '*市市场监管局');
    assert.equal(document.taskLists[0]?.rows[0]?.domainRow, document.taskLists[0]?.sections[0]);
  });

  it('takes the lower of two levels of leads', () => {
    const columns = layout('two-levels-of-leads').taskLists[0]?.tables[0]?.columns.map(({ role }) => role);
    assert.deepEqual(columns, ['number', 'task', 'measures', 'unknown', 'lead', 'responsible', 'deadline', 'remark']);
  });

  it('reads front matter and ranges of years', () => {
    assert.equal(layout('two-files-points').frontMatter.pair, 'two-files-list.md');
    assert.equal(layout('two-files-points').year, 2025);
    const plan = layout('domains-as-points');
    assert.deepEqual([plan.year, plan.lastYear, plan.place], [2023, 2025, '云南省']);
  });
});
