import { recall } from '../memory/memory.ts';
import { defineRule } from './define-rule.ts';
import { type DocumentNumberProblem, findDocumentNumbers } from './support/document-numbers.ts';
import { pairExample } from './support/pair-example.ts';
import { writtenTexts } from './support/written-texts.ts';

const PROBLEMS: Readonly<Record<DocumentNumberProblem, { zh: string; en: string }>> = {
  brackets: { zh: '年份用六角括号〔〕', en: 'the year stands in 〔〕' },
  year: { zh: '年份用四位数，不加“年”字', en: 'the year has four digits and no 年' },
  ordinal: { zh: '不加“第”字', en: 'no 第' },
  zero: { zh: '序号不编虚位（1 不编为 01）', en: 'no leading zero' },
};

const NUMBER = '深营商组〔2024〕1号';
const MEASURE = '清理招标采购领域的不合理限制，保障各类企业公平参与竞争。（市财政局）';

export default defineRule({
  id: 'document-number',
  group: 'writing',
  severity: 'warning',
  fix: 'safe',
  words: 'task',
  docs: {
    summary: {
      zh: '发文字号不合 GB/T 9704 的写法（深营商组〔2023〕1号）',
      en: 'A document number is not written as in GB/T 9704 (深营商组〔2023〕1号)',
    },
    why: {
      zh: '《党政机关公文格式》（GB/T 9704）规定：年份标全称，用六角括号“〔〕”括入；发文顺序号不加“第”字，不编虚位。写法不一，归档和检索都会遗漏。',
      en: 'GB/T 9704: the full year in 〔〕, no 第, no leading zero. Other spellings are missed in archives and searches.',
    },
    remedy: {
      zh: '改为规范写法，正文引用的发文字号也一样。“公告〔2020〕第1号”“令〔2021〕第3号”按惯例保留“第”字；空格不提示。',
      en: 'Use the standard form, also where a text cites a number. Orders and announcements keep their 第; white space is left alone.',
    },
  },
  examples: [
    { name: { zh: '规范写法', en: 'The standard form' }, good: pairExample() },
    {
      name: { zh: '命令、公告的编号', en: 'Numbers of orders and announcements' },
      good: pairExample([MEASURE, `落实财政部公告〔2021〕第1号、国家发展改革委令〔2021〕第3号。${MEASURE}`]),
    },
    {
      name: { zh: '不是发文字号', en: 'Not a document number' },
      good: pairExample([MEASURE, `推动深圳北站（2024）1号地块、城际（2024年）和2号线建设。${MEASURE}`]),
    },
    {
      name: { zh: '括号不对', en: 'Wrong brackets' },
      bad: pairExample([NUMBER, '深营商组⟦[2024]1号⟧']),
      says: ['发文字号“[2024]1号”应写作“〔2024〕1号”：年份用六角括号〔〕。'],
      fixed: pairExample(),
    },
    {
      name: { zh: '多了“第”字和虚位', en: 'With 第 and a leading zero' },
      bad: pairExample([NUMBER, '深营商组⟦〔2024〕第01号⟧']),
      says: ['发文字号“〔2024〕第01号”应写作“〔2024〕1号”：不加“第”字；序号不编虚位（1 不编为 01）。'],
      fixed: pairExample(),
    },
    {
      name: { zh: '正文里引用的文号', en: 'A number that the text cites' },
      bad: pairExample([MEASURE, `落实国办发⟦（2019）39号⟧文件要求。${MEASURE}`]),
      says: ['发文字号“（2019）39号”应写作“〔2019〕39号”：年份用六角括号〔〕。'],
      fixed: pairExample([MEASURE, `落实国办发〔2019〕39号文件要求。${MEASURE}`]),
    },
  ],
  check(subject, report) {
    for (const { source, content } of writtenTexts(subject)) {
      for (const { start, end, written, standard, problems } of recall(
        subject.memory,
        'document numbers',
        content.text,
        findDocumentNumbers,
      )) {
        if (problems.length === 0) continue;
        const place = { source, ...content.spanOf(start, end) };
        report({
          at: place,
          message: {
            zh: `发文字号“${written}”应写作“${standard}”：${problems.map((problem) => PROBLEMS[problem].zh).join('；')}。`,
            en: `Write the document number “${written}” as “${standard}”: ${problems.map((problem) => PROBLEMS[problem].en).join('; ')}.`,
          },
          fixes: () => [
            {
              title: { zh: `改为“${standard}”`, en: `Change to “${standard}”` },
              safe: true,
              edits: [{ ...place, text: standard }],
            },
          ],
        });
      }
    }
  },
});
