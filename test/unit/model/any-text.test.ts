import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Span } from '#shared/text/span.ts';
import { runs } from '../../runs.ts';
import { read } from './fixtures.ts';

const PIECES = [
  '一、',
  '（一）',
  '1. ',
  '２．',
  '（1）',
  '推进改革，',
  '落实。',
  '（',
  '）',
  '〔',
  '市商务局',
  '、',
  '市财政局',
  '；',
  '牵头',
  '责任单位：',
  '配合',
  '等',
  '和',
  '各区',
  '\n',
  '\n\n',
  '| ',
  ' |',
  '|---|---|\n',
  '序号',
  '重点任务',
  '牵头单位',
  '<br>',
  '# ',
  '**',
  '深圳市2024年优化营商环境工作要点',
  '---\n',
  'year: 2024\n',
  '<!-- bizenv-disable x -->',
  '第 3 页',
  '6月底完成',
  '😀',
  '\u0000',
  '\r\n',
  '\t',
  '&amp;',
  '3-1',
];

describe('reading any text', () => {
  it('throws at nothing, and every range lies in the source', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        const document = read(text);
        const inside = ({ start, end }: Span) => assert.ok(0 <= start && start <= end && end <= text.length);
        for (const part of document.workPoints) {
          inside(part.span);
          for (const { label, span, units, text: words } of part.points) {
            for (const range of [label.digits, label.span, span, words.span]) inside(range);
            for (const mention of units?.mentions ?? []) {
              inside(mention.text.span);
              assert.ok(mention.name.length > 0);
            }
            assert.equal(units?.separators.length ?? 0, Math.max(0, (units?.mentions.length ?? 1) - 1));
          }
        }
        for (const list of document.taskLists) {
          inside(list.span);
          for (const { span, leadUnits, responsibleUnits } of list.rows) {
            inside(span);
            for (const mention of [...(leadUnits?.mentions ?? []), ...(responsibleUnits?.mentions ?? [])])
              inside(mention.text.span);
          }
        }
      }),
      runs(300),
    );
  });

  it('reads the same from CRLF and LF', () => {
    const text =
      '# 深圳市2024年优化营商环境工作要点\n\n1. 推进改革。（市商务局、\n市财政局）\n\n2. 扩大开放。（市司法局）\n';
    const view = (source: string) =>
      read(source).workPoints[0]?.points.map(({ text: words, units }) => [
        words.text,
        units?.mentions.map(({ name }) => name),
      ]);
    assert.deepEqual(view(text.replaceAll('\n', '\r\n')), view(text));
  });
});
