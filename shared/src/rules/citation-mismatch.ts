import { citationDifferences } from '../content/citation-differences.ts';
import { sidesOf } from '../content/sides.ts';
import { defineRule } from './define-rule.ts';
import { ownerName, ownerNumber, placeOf, present, takeOver } from './support/differing-words.ts';
import { pairDifferences } from './support/pair-differences.ts';
import { targetExample } from './support/target-example.ts';

export default defineRule({
  id: 'citation-mismatch',
  group: 'content',
  severity: 'warning',
  fix: 'suggested',
  words: 'task',
  docs: {
    summary: {
      zh: '同一份文件在要点和清单里的名称不一致',
      en: 'A document is named differently in a work point and in its row',
    },
    why: {
      zh: '名称差一个字就是另一份文件，按名称查不到，也无法考核是否出台。',
      en: 'With one character changed it is another document: it cannot be looked up, nor can its issue be checked.',
    },
    remedy: {
      zh: '核对文件的正式名称后统一。空格、全角半角和嵌套书名号的写法不算不一致；只有一方提到的文件不比较。',
      en: 'Look up the official title and use it on both sides. White space, width and the form of nested title marks do not count; a document that only one side names is not compared.',
    },
  },
  examples: [
    {
      name: { zh: '名称一致', en: 'The same title' },
      good: targetExample({
        point: '修订《深圳市临时用地管理办法》，完善全链条管理。',
        measures: '修订《深圳市 临时用地管理办法》，规范申请主体，完善全链条管理。',
      }),
    },
    {
      name: { zh: '两份不同的文件', en: 'Two different documents' },
      good: targetExample({
        point: '出台《个人破产管理人考核办法》，起草《个人破产案件管理人管理办法》。',
        measures: '起草《个人破产案件管理人管理办法》，出台《个人破产管理人考核办法》。',
      }),
    },
    {
      name: { zh: '条例和条例的实施细则', en: 'An ordinance and its rules of implementation' },
      good: targetExample({
        point: '落实《深圳经济特区供用电管理条例》，维护用电秩序。',
        measures: '制定《深圳经济特区供用电管理条例实施细则》，维护用电秩序。',
      }),
    },
    {
      name: { zh: '清单漏字', en: 'Characters missing in the row' },
      bad: targetExample({
        point: '修订《深圳市商事登记若干规定》，方便企业开办。',
        measures: '修订⟦《深圳市商事登记规定》⟧，方便企业开办。',
      }),
      says: [
        '文件名称不一致：清单第 2 行为《深圳市商事登记规定》，要点第 2 项为《深圳市商事登记若干规定》。请核对后统一。',
      ],
      fixed: targetExample({ point: '修订《深圳市商事登记若干规定》，方便企业开办。' }),
    },
    {
      name: { zh: '清单写错字', en: 'A wrong character in the row' },
      bad: targetExample({
        point: '出台实施《新就业形态劳动者综合保障工作方案》，维护劳动权益。',
        measures: '出台实施⟦《新就业形势劳动者综合保障工作方案》⟧，维护劳动权益。',
      }),
      says: [
        '文件名称不一致：清单第 2 行为《新就业形势劳动者综合保障工作方案》，要点第 2 项为《新就业形态劳动者综合保障工作方案》。请核对后统一。',
      ],
      fixed: targetExample({ point: '出台实施《新就业形态劳动者综合保障工作方案》，维护劳动权益。' }),
    },
    {
      name: { zh: '要点少写地名', en: 'The point leaves out the place' },
      bad: targetExample({
        point: '制定《商事纠纷调解收费实施方案》，引进专业调解组织。',
        measures: '制定⟦《深圳市商事纠纷调解收费实施方案》⟧，引进专业调解组织。',
      }),
      says: [
        '文件名称不一致：清单第 2 行为《深圳市商事纠纷调解收费实施方案》，要点第 2 项为《商事纠纷调解收费实施方案》。请核对后统一。',
      ],
      fixed: targetExample({ point: '制定《商事纠纷调解收费实施方案》，引进专业调解组织。' }),
    },
    {
      name: { zh: '两字颠倒', en: 'Two characters changed places' },
      bad: targetExample({
        point: '编制《气候投融资项目分类与评估规范》，征集项目。',
        measures: '编制⟦《气候投融资项目分类与估评规范》⟧，征集项目。',
      }),
      says: [
        '文件名称不一致：清单第 2 行为《气候投融资项目分类与估评规范》，要点第 2 项为《气候投融资项目分类与评估规范》。请核对后统一。',
      ],
      fixed: targetExample({ point: '编制《气候投融资项目分类与评估规范》，征集项目。' }),
    },
  ],
  check(subject, report) {
    for (const { point, row } of pairDifferences(subject, 'citation-mismatch', (pair) =>
      citationDifferences(sidesOf(pair)),
    )) {
      const pointName = ownerName(point.side.owner);
      const rowName = ownerName(row.side.owner);
      const inPoint = { source: point.side.source, ...point.citation };
      const inRow = { source: row.side.source, ...row.citation };
      report({
        at: placeOf(inRow.source, inRow.span),
        message: {
          zh: `文件名称不一致：${rowName.zh}为${inRow.words}，${pointName.zh}为${inPoint.words}。请核对后统一。`,
          en: `The titles differ: ${inRow.words} in ${rowName.en}, ${inPoint.words} in ${pointName.en}. Look up the right one and use it on both sides.`,
        },
        related: [
          {
            ...placeOf(inPoint.source, inPoint.span),
            message: { zh: `${pointName.zh}的写法`, en: `As in ${pointName.en}` },
          },
        ],
        fixes: () =>
          present([
            takeOver(inRow, inPoint, {
              zh: `清单改为${inPoint.words}`,
              en: `Change the row to ${inPoint.words}`,
            }),
            takeOver(inPoint, inRow, {
              zh: `要点改为${inRow.words}`,
              en: `Change the point to ${inRow.words}`,
            }),
          ]),
        data: { number: ownerNumber(row.side.owner), point: inPoint.words, row: inRow.words },
      });
    }
  },
});
