import type { Place } from '../findings/finding.ts';
import { recall } from '../memory/memory.ts';
import { defineRule } from './define-rule.ts';
import { halfwidthMarks } from './support/halfwidth.ts';
import { listExample, pairExample } from './support/pair-example.ts';
import { writtenTexts } from './support/written-texts.ts';

/** One for all places: a draft typed in half width has hundreds, and they are sent between threads. */
const HERE_TOO = { zh: '这里也是半角', en: 'Half-width here too' };

const POINT = '推行水电气网联合报装，实现线上“一网通办”、线下“一窗通办”。（市水务局、市通信管理局）';

export default defineRule({
  id: 'halfwidth-punctuation',
  group: 'writing',
  severity: 'info',
  fix: 'safe',
  words: 'task',
  docs: {
    summary: {
      zh: '中文里用了半角标点 , ; : ? ! ( )',
      en: 'Half-width , ; : ? ! ( ) in Chinese text',
    },
    why: {
      zh: '《标点符号用法》（GB/T 15834）规定中文使用全角标点；半角、全角混用，排版疏密不一，也妨碍查找。',
      en: 'GB/T 15834 asks for full-width marks in Chinese; a mixture looks uneven in print and defeats searching.',
    },
    remedy: {
      zh: '改为全角，成对的括号一并改。数字（1,000、10:30、3:1）、英文、网址、发文字号里的不提示。同一段或同一格只提示一次。',
      en: 'Change to full width, brackets in pairs. Marks in numbers (1,000, 10:30, 3:1), in English, addresses and document numbers are left alone. One finding a paragraph or cell.',
    },
  },
  examples: [
    { name: { zh: '全角标点', en: 'Full-width marks' }, good: pairExample() },
    {
      name: { zh: '数字、时刻、比例里的半角标点', en: 'Marks in numbers, times and ratios' },
      good: pairExample([POINT, '每日9:30前公布数据，惠及1,000家企业，配比不低于3:1。（市水务局、市通信管理局）']),
    },
    {
      name: { zh: '英文和网址里的半角标点', en: 'Marks in English and in addresses' },
      good: pairExample([
        POINT,
        '在 https://www.sz.gov.cn/a?b=1 公开 Water, Gas and Power 服务指南。（市水务局、市通信管理局）',
      ]),
    },
    {
      name: { zh: '逗号和括号', en: 'A comma and brackets' },
      bad: pairExample([POINT, '推行水电气网联合报装⟦,⟧实现线上“一网通办”、线下“一窗通办”。(市水务局、市通信管理局)']),
      says: ['中文里用了半角标点“,”“(”“)”，共 3 处，应改为全角。'],
      fixed: pairExample(),
    },
    {
      name: { zh: '只有半边括号是半角', en: 'Only one bracket of a pair' },
      bad: pairExample(['（市财政局）', '（市财政局⟦)⟧']),
      says: ['中文里用了半角标点“)”，应改为全角。'],
      fixed: pairExample(),
    },
    {
      name: { zh: '表格里的冒号', en: 'A colon in a cell' },
      bad: listExample([
        '清理招标采购领域的不合理限制，保障各类企业公平参与竞争。',
        '重点任务⟦:⟧清理招标采购领域的不合理限制，保障各类企业公平参与竞争。',
      ]),
      says: ['中文里用了半角标点“:”，应改为全角。'],
      fixed: listExample([
        '清理招标采购领域的不合理限制，保障各类企业公平参与竞争。',
        '重点任务：清理招标采购领域的不合理限制，保障各类企业公平参与竞争。',
      ]),
    },
  ],
  check(subject, report) {
    for (const { source, content } of writtenTexts(subject)) {
      const marks = recall(subject.memory, 'half-width marks', content.text, halfwidthMarks);
      const [first, ...others] = marks.map(({ start }): Place => ({ source, ...content.spanOf(start, start + 1) }));
      if (first === undefined) continue;
      const kinds = [...new Set(marks.map(({ mark }) => mark))];
      const count = marks.length;
      report({
        at: first,
        message: {
          zh: `中文里用了半角标点${kinds.map((mark) => `“${mark}”`).join('')}${count > 1 ? `，共 ${count} 处` : ''}，应改为全角。`,
          en: `Half-width ${kinds.map((mark) => `“${mark}”`).join(' ')} in Chinese text${count > 1 ? ` (${count} places)` : ''}: use full width.`,
        },
        related: others.map((place) => ({ ...place, message: HERE_TOO })),
        fixes: () => [
          {
            title: { zh: '改为全角标点', en: 'Change to full width' },
            safe: true,
            edits: marks.map(({ start, end, fullWidth }) => ({
              source,
              ...content.spanOf(start, end),
              text: fullWidth,
            })),
          },
        ],
        data: { count },
      });
    }
  },
});
