import { defineRule } from './define-rule.ts';
import { rowsLackingPoints } from './support/absences.ts';
import { FIXABLE } from './support/fixable.ts';
import { insertPointsFix } from './support/insert-point.ts';
import { numberPlace } from './support/numbering-report.ts';
import { pairExample } from './support/pair-example.ts';
import { rowName } from './support/wording.ts';

const POINT_3 = '3. 清理招标采购领域的不合理限制，保障各类企业公平参与竞争。（市财政局）\n\n';
const POINT_4 = '4. 推行水电气网联合报装，实现线上“一网通办”、线下“一窗通办”。（市水务局、市通信管理局）';
const NEW_ROW =
  '| 3 | 提升企业开办服务水平 | 建设信用信息平台 | 建设信用信息平台，归集企业许可和处罚信息，支持企业自助查询。 | 市发展改革委 | |\n';
const NEW_POINT = '3. 建设信用信息平台，归集企业许可和处罚信息，支持企业自助查询。（市发展改革委）\n\n';

export default defineRule({
  id: 'missing-point',
  group: 'structure',
  severity: 'error',
  fix: 'suggested',
  words: 'none',
  docs: {
    summary: { zh: '清单的一行在要点中没有对应的一项', en: 'A row of the task list has no point' },
    why: {
      zh: '清单是要点的分解，要点里没有的任务没有依据。',
      en: 'The list breaks the points down; a task without a point has nothing to rest on.',
    },
    remedy: {
      zh: '在要点中补上这一项，或删去这一行。按序号和内容一起对照：两部分编号错开时，只报真正缺少的一项。相邻几行都缺少时只报一处。',
      en: 'Add the point, or delete the row. Tasks are matched by number and content: where numbers are shifted, only the point that is truly missing is told. Neighbours that all lack their points are one finding.',
    },
  },
  examples: [
    { name: { zh: '每一行都有要点', en: 'Every row has its point' }, good: pairExample() },
    {
      name: { zh: '行里的说法详细得多，仍是同一任务', en: 'A row that says much more is still the same task' },
      good: pairExample([
        '| 保障公平竞争 | 清理',
        '| 保障公平竞争 | 全面排查各区各部门现行采购文件，建立问题台账，逐项整改销号，清理',
      ]),
    },
    {
      name: { zh: '只有清单的文件', en: 'A document with a task list alone' },
      good: pairExample().slice(pairExample().indexOf('# 深圳市2024年优化营商环境重点任务清单')),
    },
    {
      name: { zh: '要点漏了一项，序号没有改', en: 'A point was left out; the others keep their numbers' },
      bad: pairExample([POINT_3, ''], ['| 3 | 优化', '| ⟦3⟧ | 优化']),
      says: ['清单第 3 行在要点中没有对应的一项。请补上这一项；如任务已取消，请删去这一行。'],
      fixed: pairExample(),
    },
    {
      name: { zh: '要点漏了一项，后面的序号已顺延', en: 'A point was left out, and the others renumbered' },
      bad: pairExample([POINT_3, ''], [POINT_4, `3${POINT_4.slice(1)}`], ['| 3 | 优化', '| ⟦3⟧ | 优化']),
      says: ['清单第 3 行在要点中没有对应的一项。请补上这一项；如任务已取消，请删去这一行。'],
      fixed: pairExample(),
    },
    {
      name: {
        zh: '清单新增一行并重新编号，要点没有跟着改',
        en: 'A row was inserted and the list renumbered, the points were not',
      },
      bad: pairExample(
        ['| 3 | 优化', `${NEW_ROW.replace('| 3 |', '| ⟦3⟧ |')}| 4 | 优化`],
        ['| 4 | 提高', '| 5 | 提高'],
      ),
      says: ['清单第 3 行在要点中没有对应的一项。请补上这一项；如任务已取消，请删去这一行。'],
      fixed: pairExample(
        ['### （二）优化市场准入监管', `${NEW_POINT}### （二）优化市场准入监管`],
        ['3. 清理', '4. 清理'],
        ['4. 推行水电', '5. 推行水电'],
        ['| 3 | 优化', `${NEW_ROW}| 4 | 优化`],
        ['| 4 | 提高', '| 5 | 提高'],
      ),
    },
  ],
  check(subject, report) {
    for (const [index, { pairing, members }] of rowsLackingPoints(subject).entries()) {
      const [first, ...rest] = members;
      const last = rest.at(-1);
      const name = rowName(first);
      const until = last === undefined ? '' : `至第 ${last.label?.value ?? ''} 行`;
      report({
        at: numberPlace(first),
        message: {
          zh: `${name.zh}${until}在要点中没有对应的一项。请补上${last === undefined ? '这一项' : `这 ${members.length} 项`}；如任务已取消，请删去${last === undefined ? '这一行' : '这些行'}。`,
          en: `${capitalised(name.en)}${last === undefined ? '' : ` to ${last.label?.value ?? ''}`} has no point. Add ${last === undefined ? 'the point' : `the ${members.length} points`}, or delete the row if the task was dropped.`,
        },
        related: rest.map((row) => ({
          ...numberPlace(row),
          message: { zh: '也没有对应的要点', en: 'Has no point either' },
        })),
        fixes: () => {
          if (index >= FIXABLE) return [];
          const fix = insertPointsFix(pairing, members);
          return fix === undefined ? [] : [fix];
        },
        data: { number: first.label?.value ?? 0, count: members.length },
      });
    }
  },
});

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
