import type { Edit } from '../findings/finding.ts';
import type { TaskList, TaskTable } from '../model/policy-document.ts';
import { defineRule } from './define-rule.ts';
import type { Subject } from './subject.ts';
import { listExample, pairExample } from './support/pair-example.ts';

const HEADER = `| 序号 | 所属领域 | 重点任务 | 具体举措 | 牵头单位 | 责任单位 |
| --- | --- | --- | --- | --- | --- |
`;
const MARKED_HEADER = HEADER.replace(/^.*$/m, '⟦$&⟧');

export default defineRule({
  id: 'split-table',
  group: 'structure',
  severity: 'info',
  fix: 'safe',
  words: 'none',
  docs: {
    summary: {
      zh: '清单被分页拆成几张表，每张重复表头',
      en: 'The task list is cut into several tables with repeated headers',
    },
    why: {
      zh: '拆开的表不能整体排序、筛选、统计；Word 会在每页自动重复表头，不必手工拆表。',
      en: 'Several tables cannot be sorted, filtered or counted as one; Word repeats the header on each page by itself.',
    },
    remedy: {
      zh: '合并为一张表。表与表之间有标题或正文的（一个部分一张表）不提示；夹有页码等残留的，由 page-artifact 提示，删去后再合并。',
      en: 'Make it one table. Tables with headings or text between them (one table a section) are left alone; where page numbers stand between them, page-artifact asks to take those out first.',
    },
  },
  examples: [
    { name: { zh: '一张表', en: 'One table' }, good: pairExample() },
    {
      name: { zh: '每个部分一张表', en: 'One table a section' },
      good: listExample([
        '| 二、优化市政公用基础设施报装 | | | | | |\n',
        `\n## 二、优化市政公用基础设施报装\n\n${HEADER}`,
      ]).replace(`${HEADER}| 一、优化市场准入环境 | | | | | |\n`, `## 一、优化市场准入环境\n\n${HEADER}`),
    },
    {
      name: { zh: '另一种表', en: 'A table of another kind' },
      good: `${pairExample()}\n| 名称 | 数量 |\n| --- | --- |\n| 企业 | 3 |\n`,
    },
    {
      name: { zh: '第 3 行前分页', en: 'A page break before row 3' },
      bad: listExample(['| 3 | 优化市场准入监管', `\n${MARKED_HEADER}| 3 | 优化市场准入监管`]),
      says: ['清单被分页拆成 2 张表，表头重复，建议合并为一张。'],
      fixed: pairExample(),
    },
    {
      name: { zh: '分区行前分页', en: 'A page break before a section row' },
      bad: listExample(['| 二、优化市政公用基础设施报装 |', `\n\n${MARKED_HEADER}| 二、优化市政公用基础设施报装 |`]),
      says: ['清单被分页拆成 2 张表，表头重复，建议合并为一张。'],
      fixed: pairExample(),
    },
    {
      name: { zh: '三张表只提示一次', en: 'Three tables, one finding' },
      bad: listExample(
        ['| 4 | 提高报装服务便利度', `\n${HEADER}| 4 | 提高报装服务便利度`],
        ['| 2 | 提升企业开办服务水平', `\n${MARKED_HEADER}| 2 | 提升企业开办服务水平`],
      ),
      says: ['清单被分页拆成 3 张表，表头重复，建议合并为一张。'],
      fixed: pairExample(),
    },
  ],
  check(subject, report) {
    for (const list of subject.taskLists) {
      const seams = pageSeams(list, subject);
      const [first, ...others] = seams;
      if (first === undefined) continue;
      const { source } = list;
      const place = ({ below }: Seam) => ({ source, ...startOf(below) });
      const count = seams.length + 1;
      const edits = seams.flatMap((seam) => joinEdit(seam, list));
      const message = { zh: '又一张表从这里开始', en: 'Another table begins here' };
      report({
        at: place(first),
        message: {
          zh: `清单被分页拆成 ${count} 张表，表头重复，建议合并为一张。`,
          en: `The task list is cut into ${count} tables with repeated headers: make it one.`,
        },
        related: others.map((seam) => ({ ...place(seam), message })),
        fixes: () =>
          edits.length === 0 ? [] : [{ title: { zh: '合并为一张表', en: 'Make it one table' }, safe: true, edits }],
        data: { count },
      });
    }
  },
});

/** Where a page ended: two tables with nothing of the document's own between them. */
interface Seam {
  readonly above: TaskTable;
  readonly below: TaskTable;
  /** Comments or the like stand between them, which must not be lost. */
  readonly holdsComments: boolean;
}

function pageSeams(list: TaskList, subject: Subject): readonly Seam[] {
  const blocks = subject.documents.find(({ source }) => source === list.source)?.blocks ?? [];
  const places = new Map(blocks.map((block, index) => [block, index]));
  return list.tables.slice(1).flatMap((below, index) => {
    const above = list.tables[index];
    const from = above && places.get(above.block);
    const to = places.get(below.block);
    if (above === undefined || from === undefined || to === undefined) return [];
    const between = blocks.slice(from + 1, to);
    // A page number or footer between them is page-artifact's finding; text or a heading, the document's own layout.
    const isPageEnd = between.every(({ kind }) => kind !== 'paragraph' && kind !== 'heading' && kind !== 'table');
    return isPageEnd ? { above, below, holdsComments: between.length > 0 } : [];
  });
}

/** Takes out the blank lines and the repeated header; none where that would lose or reorder anything. */
function joinEdit({ above, below, holdsComments }: Seam, { source }: TaskList): readonly Edit[] {
  const start = above.block.span.end;
  if (holdsComments) return [];
  if (!below.continues && !below.block.continues) {
    return haveOneHeader(above, below) ? [{ source, start, end: below.block.delimiter.end, text: '' }] : [];
  }
  const first = below.block.continues ? below.block.rows[0] : below.block.header;
  if (first === undefined) return [];
  const gap = { source, start, end: first.span.start };
  const text = /\r\n|\n|\r/.exec(source.slice(gap))?.[0] ?? '';
  const edits = source.slice(gap) === text ? [] : [{ ...gap, text }];
  // Markdown's delimiter behind a line that is no header.
  if (!below.block.continues) edits.push({ source, start: first.span.end, end: below.block.delimiter.end, text: '' });
  return edits;
}

function haveOneHeader(above: TaskTable, below: TaskTable): boolean {
  return (
    above.columns.length === below.columns.length &&
    above.columns.every(({ name }, index) => name === below.columns[index]?.name)
  );
}

/** The repeated header, or the first row of a table that goes on without one. */
function startOf({ block }: TaskTable): { start: number; end: number } {
  return block.continues ? (block.rows[0]?.span ?? block.span) : block.header.span;
}
