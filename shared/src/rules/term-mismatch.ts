import { sidesOf } from '../content/sides.ts';
import { termDifferences } from '../content/term-differences.ts';
import { defineRule } from './define-rule.ts';
import { ownerName, ownerNumber, placeOf, present, takeOver } from './support/differing-words.ts';
import { pairDifferences } from './support/pair-differences.ts';
import { targetExample } from './support/target-example.ts';

export default defineRule({
  id: 'term-mismatch',
  group: 'content',
  severity: 'warning',
  fix: 'suggested',
  words: 'task',
  docs: {
    summary: {
      zh: '同一个平台、系统、机制等名称在要点和清单里差一两个字',
      en: 'The name of a platform, system, mechanism, … differs by a character or two between a work point and its row',
    },
    why: {
      zh: '名称写法不一，读的人会以为是两件事，也查不到正式名称。',
      en: 'Written in two ways, one thing looks like two, and neither can be looked up.',
    },
    remedy: {
      zh: '核对正式名称后统一。比较的是引号里的名称和以平台、系统、机制、中心、专区、办法、清单、试点等结尾的名称，只报告颠倒、漏写、多写、写错一两个字的；清单里更详细的表述不算不一致。',
      en: 'Look up the official name and use it on both sides. Compared are names in quotation marks and those that end in 平台, 系统, 机制, 中心 and the like; only slips of a character or two are reported, not the fuller wording of a row.',
    },
  },
  examples: [
    {
      name: { zh: '清单的表述更详细', en: 'The row says more' },
      good: targetExample({
        point: '推行“一照多址、多址监管”模式，建立信用评价服务体系。',
        measures: '完善“一照多址”监管规则，实施“一照多址、多址监管”，建立企业信用评价体系。',
      }),
    },
    {
      name: { zh: '名称相近的两个平台', en: 'Two platforms of similar names' },
      good: targetExample({
        point: '上线政府采购监管平台，实现全流程智能监管。',
        measures: '上线政府采购监管平台，与政府采购智慧平台对接，实现全流程智能监管。',
      }),
    },
    {
      name: { zh: '空格和全角半角不同', en: 'White space and width' },
      good: targetExample({
        point: '推进“i 深圳”APP多语种版本建设，完善“e 约停”平台。',
        measures: '推进“i深圳”ＡＰＰ多语种版本建设，完善“ｅ约停”平台。',
      }),
    },
    {
      name: { zh: '两个词颠倒', en: 'Two words changed places' },
      bad: targetExample({
        point: '在深圳市创业创新金融服务平台开辟台企金融服务专区。',
        measures: '在⟦深圳市创新创业金融服务平台⟧开辟台企金融服务专区。',
      }),
      says: [
        '名称不一致：清单第 2 行为“深圳市创新创业金融服务平台”，要点第 2 项为“深圳市创业创新金融服务平台”。请核对后统一。',
      ],
      fixed: targetExample({ point: '在深圳市创业创新金融服务平台开辟台企金融服务专区。' }),
    },
    {
      name: { zh: '引号里的名称写错一个字', en: 'A wrong character in a quoted name' },
      bad: targetExample({
        point: '扩大知识产权保护“鸿蒙协同云平台”使用场景。',
        measures: '扩大知识产权保护“⟦鸿蒙协调云平台⟧”使用场景。',
      }),
      says: ['名称不一致：清单第 2 行为“鸿蒙协调云平台”，要点第 2 项为“鸿蒙协同云平台”。请核对后统一。'],
      fixed: targetExample({ point: '扩大知识产权保护“鸿蒙协同云平台”使用场景。' }),
    },
    {
      name: { zh: '清单漏两个字', en: 'Two characters missing in the row' },
      bad: targetExample({
        point: '上线住所托管管理系统，支持商务秘书企业提供托管。',
        measures: '上线⟦住所托管系统⟧，支持商务秘书企业提供托管。',
      }),
      says: ['名称不一致：清单第 2 行为“住所托管系统”，要点第 2 项为“住所托管管理系统”。请核对后统一。'],
      fixed: targetExample({ point: '上线住所托管管理系统，支持商务秘书企业提供托管。' }),
    },
    {
      name: { zh: '要点多一个字', en: 'A character too many in the point' },
      bad: targetExample({
        point: '建立知识产权质押融资双双向推送机制，实现精准对接。',
        measures: '建立⟦知识产权质押融资双向推送机制⟧，实现精准对接。',
      }),
      says: [
        '名称不一致：清单第 2 行为“知识产权质押融资双向推送机制”，要点第 2 项为“知识产权质押融资双双向推送机制”。请核对后统一。',
      ],
      fixed: targetExample({ point: '建立知识产权质押融资双双向推送机制，实现精准对接。' }),
    },
  ],
  check(subject, report) {
    for (const { point, row } of pairDifferences(subject, 'term-mismatch', (pair) => termDifferences(sidesOf(pair)))) {
      const pointName = ownerName(point.side.owner);
      const rowName = ownerName(row.side.owner);
      const inPoint = point.term.words;
      const inRow = row.term.words;
      const pointWords = { source: point.side.source, ...point.differs };
      const rowWords = { source: row.side.source, ...row.differs };
      report({
        at: placeOf(row.side.source, row.term.span),
        message: {
          zh: `名称不一致：${rowName.zh}为“${inRow}”，${pointName.zh}为“${inPoint}”。请核对后统一。`,
          en: `The names differ: “${inRow}” in ${rowName.en}, “${inPoint}” in ${pointName.en}. Look up the right one and use it on both sides.`,
        },
        related: [
          {
            ...placeOf(point.side.source, point.term.span),
            message: { zh: `${pointName.zh}的写法`, en: `As in ${pointName.en}` },
          },
        ],
        fixes: () =>
          present([
            takeOver(rowWords, pointWords, {
              zh: `清单改为“${inPoint}”`,
              en: `Change the row to “${inPoint}”`,
            }),
            takeOver(pointWords, rowWords, {
              zh: `要点改为“${inRow}”`,
              en: `Change the point to “${inRow}”`,
            }),
          ]),
        data: { number: ownerNumber(row.side.owner), point: inPoint, row: inRow },
      });
    }
  },
});
