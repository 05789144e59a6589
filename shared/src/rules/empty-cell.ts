import type { TableCell } from '../markdown/block.ts';
import type { ColumnRole, Row } from '../model/policy-document.ts';
import { defineRule } from './define-rule.ts';
import { listExample, pairExample } from './support/pair-example.ts';
import { isMisshapen } from './support/row-shape.ts';
import { quotedEn, quotedZh, rowName } from './support/wording.ts';

/** Columns that every row fills, and which share of other blank cells makes blank cells a layout (merged cells). */
const FILLED: readonly (readonly [role: ColumnRole, layoutShare: number])[] = [
  ['number', 0.25],
  ['domain', 0.25],
  ['task', 0.25],
  ['measures', 0.25],
  ['lead', 0.5],
];

export default defineRule({
  id: 'empty-cell',
  group: 'structure',
  severity: 'error',
  fix: 'none',
  words: 'none',
  docs: {
    summary: {
      zh: '清单里序号、所属领域、重点任务、具体举措或牵头单位为空',
      en: 'An empty number, domain, task, measures or lead cell in the task list',
    },
    why: {
      zh: '缺了哪一格，这项任务就不知道是第几项、做什么、谁牵头。',
      en: 'Without it nobody knows which task this is, what is to be done, or who leads.',
    },
    remedy: {
      zh: '补填。责任单位、完成时限、备注可以为空；合并单元格留下的空格（整份清单如此）不提示。',
      en: 'Fill it in. Responsible units, deadlines and remarks may be empty; cells left blank by merging, throughout the list, are left alone.',
    },
  },
  examples: [
    { name: { zh: '责任单位可以为空', en: 'Responsible units may be empty' }, good: pairExample() },
    {
      name: { zh: '合并的所属领域', en: 'Merged domain cells' },
      good: pairExample(
        ['| 2 | 提升企业开办服务水平 |', '| 2 | |'],
        ['| 3 | 优化市场准入监管 |', '| 3 | |'],
        ['### （二）优化市场准入监管\n\n', ''],
      ),
    },
    {
      name: { zh: '“/”表示没有', en: 'A stroke says that there is none' },
      good: listExample(['| 市财政局 | 市发展改革委 |', '| 市财政局 | / |']),
    },
    {
      name: { zh: '牵头单位为空', en: 'No lead' },
      bad: listExample(['| 市财政局 | 市发展改革委 |', '|⟦ ⟧| 市发展改革委 |']),
      says: ['清单第 3 行的“牵头单位”为空，请补填。'],
    },
    {
      name: { zh: '所属领域为空', en: 'No domain' },
      bad: listExample(['| 3 | 优化市场准入监管 |', '| 3 |⟦  ⟧|']),
      says: ['清单第 3 行的“所属领域”为空，请补填。'],
    },
    {
      name: { zh: '具体举措为空', en: 'No measures' },
      bad: listExample(['清理招标采购领域的不合理限制，保障各类企业公平参与竞争。 |', 'X|'], [' X|', '⟦ ⟧|']),
      says: ['清单第 3 行的“具体举措”为空，请补填。'],
    },
  ],
  check(subject, report) {
    for (const list of subject.taskLists) {
      // A row that goes on with the one above has its cells merged with it.
      const rows = list.rows.filter((row) => !isMisshapen(row) && row.continues === undefined);
      const expected = FILLED.filter(([role, share]) => {
        const blank = rows.filter((row) => isBlank(row.cells[role])).length;
        return blank === 1 || blank - 1 < (rows.length - 1) * share;
      });
      for (const row of rows) {
        const empty = expected.flatMap(([role]) => {
          const cell = row.cells[role];
          return cell !== undefined && isBlank(cell) ? { cell, column: columnName(row, cell, role) } : [];
        });
        const [first, ...others] = empty;
        if (first === undefined) continue;
        const columns = empty.map(({ column }) => column);
        const name = rowName(row);
        report({
          at: { source: row.source, ...first.cell.span },
          message: {
            zh: `${name.zh}的${quotedZh(columns)}为空，请补填。`,
            en: `In ${name.en}, ${quotedEn(columns)} is empty: fill it in.`,
          },
          related: others.map(({ cell }) => ({
            source: row.source,
            ...cell.span,
            message: { zh: '这一格也为空', en: 'Empty too' },
          })),
          data: { columns },
        });
      }
    }
  },
});

function isBlank(cell: TableCell | undefined): boolean {
  return cell !== undefined && cell.content.text.trim() === '';
}

function columnName(row: Row, cell: TableCell, role: ColumnRole): string {
  const index = row.tableRow.cells.indexOf(cell);
  return row.table.columns.find((column) => column.index === index)?.name ?? role;
}
