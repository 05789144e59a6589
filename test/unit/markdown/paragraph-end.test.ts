import assert from 'node:assert/strict';
import { readBlocks } from '#shared/markdown/read-blocks.ts';
import { SourceText } from '#shared/text/source-text.ts';

const paragraphs = (...lines: string[]) =>
  readBlocks(new SourceText(lines.join('\n'), 'draft.md')).map((block) =>
    'content' in block ? block.content.text : block.kind,
  );

const INTRODUCTION = '为进一步优化营商环境，激发经营主体活力，结合我市实际，制定本工作要点。';

describe('lines without blank lines between', () => {
  it('are paragraphs where each ends its sentence', () => {
    const lines = [INTRODUCTION, '各县（市、区）、各部门要压实责任，确保各项任务落到实处。', '全面提升服务水平。'];
    assert.deepEqual(paragraphs(...lines), lines);
  });

  it('part a title from its number, its addressees and its introduction', () => {
    const lines = [
      '云州市2026年优化营商环境工作要点',
      '云政办发〔2026〕3号',
      '各县（市、区）人民政府，市直各部门：',
      INTRODUCTION,
    ];
    assert.deepEqual(paragraphs(...lines), lines);
  });

  it('part the closing words and the signature from the last unit list', () => {
    const lines = [
      '（一）便利企业开办。推行“一网通办”。（市行政审批局、各县（市、区）人民政府负责）',
      '各部门要加强协同配合，重大事项及时报告。',
      '云州市人民政府办公室',
      '2026年3月5日',
      '（此件公开发布）',
    ];
    assert.deepEqual(paragraphs(...lines), lines);
  });

  it('stay together where a list of units or a label stands on a line of its own', () => {
    assert.deepEqual(paragraphs('推行“一网通办”。', '（市行政审批局）'), ['推行“一网通办”。（市行政审批局）']);
    assert.deepEqual(paragraphs('推行“一网通办”。', '责任单位：市行政审批局'), [
      '推行“一网通办”。责任单位：市行政审批局',
    ]);
  });

  it('stay together where a line ends in the middle of a sentence', () => {
    assert.deepEqual(paragraphs('1. 推动电子证照在政务服务', '领域广泛应用，实现免提交。'), [
      '1. 推动电子证照在政务服务领域广泛应用，实现免提交。',
    ]);
  });

  it('stay together in a text wrapped at a width, but for a line that ends early', () => {
    const wrapped = [
      '为进一步优化营商环境，激发经营主体活力，结合我市实际制定',
      '本工作要点。全市各级各部门要坚持问题导向，聚焦企业关切的',
      '重点领域和关键环节，持续提升服务水平，推动各项改革任务落',
      '到实处。',
      '全年新设经营主体增长百分之五以上，企业和群众的满意度继续',
      '保持在较高水平。',
    ];
    assert.deepEqual(paragraphs(...wrapped), [wrapped.slice(0, 4).join(''), wrapped.slice(4).join('')]);
  });
});
