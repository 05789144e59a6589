import { defineRule } from './define-rule.ts';
import { pointsLackingRows } from './support/absences.ts';
import { FIXABLE } from './support/fixable.ts';
import { insertRowsFix } from './support/insert-row.ts';
import { numberPlace } from './support/numbering-report.ts';
import { pairExample } from './support/pair-example.ts';
import { pointName } from './support/wording.ts';

const ROW_3 =
  '| 3 | 优化市场准入监管 | 保障公平竞争 | 清理招标采购领域的不合理限制，保障各类企业公平参与竞争。 | 市财政局 | 市发展改革委 |\n';
const FILLED_3 =
  '| 3 | 优化市场准入监管 | 清理招标采购领域的不合理限制 | 清理招标采购领域的不合理限制，保障各类企业公平参与竞争。 | 市财政局 | |\n';
const POINT_3 = '3. 清理招标采购领域的不合理限制，保障各类企业公平参与竞争。（市财政局）';
const NEW_POINT = '3. 建设信用信息平台，归集企业许可和处罚信息，支持企业自助查询。（市发展改革委）';
const NEW_ROW =
  '| 3 | 优化市场准入监管 | 建设信用信息平台 | 建设信用信息平台，归集企业许可和处罚信息，支持企业自助查询。 | 市发展改革委 | |\n';

export default defineRule({
  id: 'missing-row',
  group: 'structure',
  severity: 'error',
  fix: 'suggested',
  words: 'none',
  docs: {
    summary: { zh: '要点在清单中没有对应的行', en: 'A point has no row in the task list' },
    why: {
      zh: '没有列入清单的任务没有牵头单位去办，也不会被督查。',
      en: 'A task that is not in the list is assigned to nobody and checked by nobody.',
    },
    remedy: {
      zh: '在清单中补上这一行，或删去要点。按序号和内容一起对照：两部分编号错开时，只报真正缺少的一行。相邻几项都缺少时只报一处。',
      en: 'Add the row, or delete the point. Tasks are matched by number and content: where numbers are shifted, only the row that is truly missing is told. Neighbours that all lack their rows are one finding.',
    },
  },
  examples: [
    { name: { zh: '每项要点都有一行', en: 'Every point has its row' }, good: pairExample() },
    {
      name: { zh: '要点换了说法，仍是同一任务', en: 'A point in other words is still the same task' },
      good: pairExample([
        '3. 清理招标采购领域的不合理限制，保障各类企业公平参与竞争。',
        '3. 让中小微企业不再被门槛挡在政府采购之外。',
      ]),
    },
    {
      name: { zh: '只有要点、没有清单的文件', en: 'A document without a task list' },
      good: pairExample()
        .slice(0, pairExample().indexOf('# 深圳市2024年优化营商环境重点任务清单'))
        .replaceAll('《深圳市2024年优化营商环境重点任务清单》', ''),
    },
    {
      name: { zh: '清单漏了一行，序号没有改', en: 'A row was left out; the others keep their numbers' },
      bad: pairExample([ROW_3, ''], [POINT_3, `⟦3⟧${POINT_3.slice(1)}`]),
      says: ['要点第 3 项在清单中没有对应的行。请补上这一行；如任务已取消，请删去要点。'],
      fixed: pairExample([ROW_3, FILLED_3]),
    },
    {
      name: { zh: '清单漏了一行，后面的序号已顺延', en: 'A row was left out, and the others renumbered' },
      bad: pairExample([ROW_3, ''], ['| 4 | 提高', '| 3 | 提高'], [POINT_3, `⟦3⟧${POINT_3.slice(1)}`]),
      says: ['要点第 3 项在清单中没有对应的行。请补上这一行；如任务已取消，请删去要点。'],
      fixed: pairExample([ROW_3, FILLED_3]),
    },
    {
      name: {
        zh: '要点新增一项并重新编号，清单没有跟着改',
        en: 'A point was inserted and the points renumbered, the list was not',
      },
      bad: pairExample(
        [POINT_3, `⟦3⟧${NEW_POINT.slice(1)}\n\n4${POINT_3.slice(1)}`],
        ['4. 推行水电气网', '5. 推行水电气网'],
      ),
      says: ['要点第 3 项在清单中没有对应的行。请补上这一行；如任务已取消，请删去要点。'],
      fixed: pairExample(
        [POINT_3, `${NEW_POINT}\n\n4${POINT_3.slice(1)}`],
        ['4. 推行水电气网', '5. 推行水电气网'],
        ['| 4 | 提高', '| 5 | 提高'],
        [ROW_3, `${NEW_ROW}${ROW_3.replace('| 3 |', '| 4 |')}`],
      ),
    },
  ],
  check(subject, report) {
    for (const [index, { pairing, members }] of pointsLackingRows(subject).entries()) {
      const [first, ...rest] = members;
      const last = rest.at(-1);
      const name = pointName(first);
      const until = last === undefined ? '' : `至第 ${last.label.value} 项`;
      report({
        at: numberPlace(first),
        message: {
          zh: `${name.zh}${until}在清单中没有对应的行。请补上${last === undefined ? '这一行' : `这 ${members.length} 行`}；如任务已取消，请删去要点。`,
          en: `Point ${first.label.value}${last === undefined ? '' : ` to ${last.label.value}`} has no row in the task list. Add ${last === undefined ? 'the row' : `the ${members.length} rows`}, or delete the point if the task was dropped.`,
        },
        related: rest.map((point) => ({
          ...numberPlace(point),
          message: { zh: '也没有对应的行', en: 'Has no row either' },
        })),
        fixes: () => {
          if (index >= FIXABLE) return [];
          const fix = insertRowsFix(subject, pairing, members);
          return fix === undefined ? [] : [fix];
        },
        data: { number: first.label.value, count: members.length },
      });
    }
  },
});
