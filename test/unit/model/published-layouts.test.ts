import assert from 'node:assert/strict';
import { names, read } from './fixtures.ts';

const points = (text: string) => read(text).workPoints.flatMap((part) => part.points);
const units = (text: string) => points(text).map((point) => names(point.units));

describe('layouts of published documents', () => {
  it('takes a title that is set in two lines for one', () => {
    const document = read(
      '云州市2026年推进政务服务提质增效\n\n优化营商环境工作方案\n\n一、主要任务\n\n1.推行“一网通办”。（市行政审批局牵头）\n\n2.压减开办时间。（市市场监管局牵头）\n',
    );
    assert.equal(document.title, '云州市2026年推进政务服务提质增效优化营商环境工作方案');
    assert.equal(document.year, 2026);
    assert.equal(document.place, '云州市');
  });

  it('does not take a signature above a title for its first line', () => {
    const document = read(
      '云州市人民政府办公室\n\n云州市2026年优化营商环境工作要点\n\n1.推行“一网通办”。（市行政审批局）\n\n2.压减开办时间。（市市场监管局）\n',
    );
    assert.equal(document.title, '云州市2026年优化营商环境工作要点');
  });

  it('reads the place of a title before the 《…》 that it carries out', () => {
    const document = read(
      '# 云州市落实《江南省2026年优化营商环境工作要点》任务分工表\n\n| 序号 | 任务 | 牵头单位 |\n|---|---|---|\n| 1 | 推行“一网通办”。 | 市行政审批局 |\n',
    );
    assert.equal(document.place, '云州市');
  });

  it('leaves the closing words and the signature out of the last point, with or without blank lines', () => {
    const lines = [
      '云州市2026年优化营商环境工作要点',
      '（一）便利企业开办。压缩开办时间。（市行政审批局、市税务局负责）',
      '（二）便利企业注销。推行简易注销。（市市场监管局负责）',
      '各县（市、区）、各部门要加强组织领导，健全工作机制，确保取得实效。',
      '云州市人民政府办公室',
      '2026年3月5日',
      '（此件公开发布）',
    ];
    for (const gap of ['\n', '\n\n'])
      assert.deepEqual(
        points(lines.join(gap)).map(({ text }) => text.text),
        ['便利企业开办。压缩开办时间。', '便利企业注销。推行简易注销。'],
      );
  });

  it('reads a header of two rows', () => {
    const rows = (header: string) =>
      read(
        `# 云州市2026年优化营商环境重点任务分工表\n\n${header}\n| 1 | 便利企业开办 | 压缩开办时间。 | 市市场监管局 | 市税务局 | 2026年6月 |\n`,
      ).taskLists.flatMap((list) => list.rows);
    for (const header of [
      '| 序号 | 任务 |  | 责任分工 |  | 完成时限 |\n|---|---|---|---|---|---|\n|  | 任务名称 | 具体措施 | 牵头单位 | 责任单位 |  |',
      '| 序号 | 任务名称 | 具体措施 | 责任单位 | 责任单位 | 完成时限 |\n|---|---|---|---|---|---|\n| 序号 | 任务名称 | 具体措施 | 牵头单位 | 配合单位 | 完成时限 |',
    ]) {
      const [row, ...others] = rows(header);
      assert.deepEqual(others, []);
      assert.deepEqual([names(row?.leadUnits), names(row?.responsibleUnits)], ['*市市场监管局', '市税务局']);
    }
  });

  it('reads units that make up the last sentence of a point', () => {
    assert.deepEqual(
      units(
        '云州市2026年优化营商环境工作要点\n\n（一）改善农村供水。由市水利局、市财政局，各县（市）、区人民政府负责落实。\n\n（二）便利企业开办。市市场监管局牵头，市税务局配合。\n',
      ),
      ['市水利局 市财政局 各县(市)、区人民政府', '*市市场监管局 市税务局'],
    );
  });

  it('reads who only guides a task, and passes over what is said of the lists themselves', () => {
    assert.deepEqual(
      units(
        '云州市2026年优化营商环境工作要点\n\n（一）便利企业开办。压缩开办时间。（市市场监管局指导，各区人民政府负责落实。以下均需各区人民政府落实，不再列出）\n\n（二）便利企业注销。推行简易注销。（市市场监管局、市税务局指导）\n',
      ),
      ['市市场监管局 *各区人民政府', '市市场监管局 市税务局'],
    );
  });

  it('keeps 部门和单位 together, and parts 等和各区', () => {
    assert.deepEqual(
      units(
        '云州市2026年优化营商环境工作要点\n\n（一）便利企业开办。压缩开办时间。（市市场监管局牵头，市政府相关部门和单位及各区按职责分工负责）\n\n（二）便利企业注销。推行简易注销。（市市场监管局、市税务局等和各区人民政府负责）\n',
      ),
      ['*市市场监管局 市政府相关部门和单位 各区', '市市场监管局 市税务局 各区人民政府'],
    );
  });

  it('reads a list of groups whose opening bracket is missing', () => {
    assert.deepEqual(
      units(
        '云州市2026年优化营商环境工作要点\n\n1.便利企业开办。市市场监管局牵头；市税务局、市公安局配合）\n\n2.便利企业注销。（市市场监管局牵头；市税务局配合）\n',
      ),
      ['*市市场监管局 市税务局 市公安局', '*市市场监管局 市税务局'],
    );
  });
});
