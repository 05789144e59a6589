import { recall } from '../memory/memory.ts';
import { defineRule } from './define-rule.ts';
import { listExample, pairExample } from './support/pair-example.ts';
import { findPlaceholders } from './support/placeholders.ts';
import { writtenTexts } from './support/written-texts.ts';

const POINT = '清理招标采购领域的不合理限制，保障各类企业公平参与竞争。（市财政局）';

export default defineRule({
  id: 'placeholder',
  group: 'content',
  severity: 'warning',
  fix: 'none',
  words: 'task',
  docs: {
    summary: {
      zh: '草稿里留有待填内容：TODO、XX、××、待定、【…】',
      en: 'A blank left in a draft: TODO, XX, ××, 待定, 【…】',
    },
    why: {
      zh: '占位文字一旦印发，任务就没有数量、时限或责任单位可查。',
      en: 'Once issued, a blank leaves a task without its figure, deadline or unit.',
    },
    remedy: {
      zh: '填上实际内容，或删去。英文词里的 XX、引号里作为名称的“XX一件事”、【】里的单位名单和段首小标题不提示。',
      en: 'Fill it in or take it out. XX inside English words, patterns in quotation marks, and 【】 around unit lists or run-in titles are left alone.',
    },
  },
  examples: [
    { name: { zh: '没有占位文字', en: 'No blanks' }, good: pairExample() },
    {
      name: { zh: '英文词和乘号', en: 'An English word, a product sign' },
      good: pairExample([POINT, `防范XXE攻击，优化尺寸3×4米的标识，推行“XX一件事”改革。${POINT}`]),
    },
    {
      name: { zh: '“等待”“待定点”不是“待定”', en: 'Words that hold 待定 by chance' },
      good: pairExample([POINT, `缩短企业等待定期检查的时间，完善优待定点机构名录。${POINT}`]),
    },
    {
      name: { zh: '数量待填', en: 'A figure to come' },
      bad: pairExample([POINT, `清理不合理限制⟦XX⟧项。${POINT}`]),
      says: ['“XX”是待填内容，请补全或删去。'],
    },
    {
      name: { zh: '时限待填', en: 'A date to come' },
      bad: listExample(['清理招标采购领域', '⟦X月X日⟧前，清理招标采购领域']),
      says: ['“X月X日”是待填内容，请补全或删去。'],
    },
    {
      name: { zh: '单位待定', en: 'A unit to come' },
      bad: listExample(['| 市财政局 | 市发展改革委 |', '| 市财政局 | ⟦待定⟧ |']),
      says: ['“待定”是待填内容，请补全或删去。'],
    },
    {
      name: { zh: '方头括号', en: 'Lenticular brackets' },
      bad: pairExample([POINT, `压缩办理时间⟦【百分比】⟧以上。${POINT}`]),
      says: ['“【百分比】”是待填内容，请补全或删去。'],
    },
  ],
  check(subject, report) {
    for (const { source, content } of writtenTexts(subject)) {
      for (const { start, end } of recall(subject.memory, 'placeholders', content.text, findPlaceholders)) {
        const written = content.text.slice(start, end).trim();
        report({
          at: { source, ...content.spanOf(start, end) },
          message: {
            zh: `“${written}”是待填内容，请补全或删去。`,
            en: `“${written}” is a blank: fill it in or take it out.`,
          },
        });
      }
    }
  },
});
