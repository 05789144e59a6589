import type { TableRow } from '../markdown/block.ts';
import { isDelimiterRow } from '../markdown/table.ts';
import { isVagueName, nearColumnName } from '../model/column-names.ts';
import type { Column, ColumnRole, TaskList, TaskTable } from '../model/policy-document.ts';
import type { Localized } from '../text/localized.ts';
import type { Span } from '../text/span.ts';
import type { TaskChange } from '../typing/task-change.ts';
import { defineRule } from './define-rule.ts';
import { keepsLeadColumn, lacksLeadColumn } from './support/lead-column.ts';
import { pageArtifact } from './support/page-artifacts.ts';
import { listExample, pairExample } from './support/pair-example.ts';
import { bodyRows, usualCellCount } from './support/row-shape.ts';

const HEADER = '| 序号 | 所属领域 | 重点任务 | 具体举措 | 牵头单位 | 责任单位 |';
const DELIMITER = '| --- | --- | --- | --- | --- | --- |';

export default defineRule({
  id: 'table-columns',
  group: 'structure',
  severity: 'error',
  fix: 'none',
  words: (change, subject) => keepsLeadColumn(change, subject) && keepsNames(change),
  docs: {
    summary: {
      zh: '清单缺列、列重复、列名有误，或某一行的格数不对',
      en: 'A column of the task list is missing, doubled or misnamed, or a row has too many or too few cells',
    },
    why: {
      zh: '列名或格数一错，后面各格就对不上列，牵头单位会被读成责任单位。',
      en: 'One wrong name or cell shifts all that follow: lead units are read as responsible ones.',
    },
    remedy: {
      zh: '按表头补齐。文字里的“|”要写成“\\|”。其他城市另有的列（完成时限、备注等）不提示；新的列名可在配置的 columns 中登记。',
      en: 'Make header and rows agree; write a | in a text as \\|. Columns that other cities have are left alone; new names can be declared under columns in the configuration.',
    },
  },
  examples: [
    { name: { zh: '各行与表头一致', en: 'Rows as wide as the header' }, good: pairExample() },
    {
      name: { zh: '另有完成时限、备注', en: 'Further columns' },
      good: listExample(
        [HEADER, '| 序号 | 所属领域 | 重点任务 | 具体举措 | 牵头单位 | 责任单位 | 备注 |'],
        [DELIMITER, `${DELIMITER} --- |`],
        ['| 市公安局 |', '| 市公安局 | |'],
        ['市司法局 | |', '市司法局 | | |'],
        ['| 市发展改革委 |', '| 市发展改革委 | |'],
        ['| 市燃气集团 |', '| 市燃气集团 | |'],
      ),
    },
    {
      name: { zh: '格内的“|”已转义', en: 'An escaped pipe in a cell' },
      good: listExample(['保障公平竞争', '保障公平竞争（A\\|B类）']),
    },
    {
      name: { zh: '列名有误', en: 'A misnamed column' },
      bad: pairExample(['| 牵头单位 |', '| ⟦牵头单住⟧ |']),
      says: ['列名“牵头单住”有误，疑为“牵头单位”。'],
    },
    {
      name: { zh: '少一格', en: 'A cell too few' },
      bad: listExample(
        ['| 3 | 优化市场准入监管 | 保障公平竞争 |', '⟦| 3 | 优化市场准入监管 |'],
        ['| 市财政局 | 市发展改革委 |', '| 市财政局 | 市发展改革委 |⟧'],
      ),
      says: ['这一行有 5 格，表头有 6 列，请补齐。'],
    },
    {
      name: { zh: '文字里的“|”没有转义', en: 'A pipe in a text' },
      bad: listExample(
        ['| 3 | 优化市场准入监管 | 保障公平竞争 |', '⟦| 3 | 优化市场准入监管 | 保障公平|竞争 |'],
        ['| 市财政局 | 市发展改革委 |', '| 市财政局 | 市发展改革委 |⟧'],
      ),
      says: ['这一行有 7 格，表头有 6 列，请核对；文字里的“|”要写成“\\|”。'],
    },
    {
      name: { zh: '分页后表头写错', en: 'A slip in a repeated header' },
      bad: listExample([
        '| 4 | 提高报装服务便利度',
        `\n| 序号 | 所属领域 | 重点任务 | 具体举措 | ⟦牵头部门⟧ | 责任单位 |\n${DELIMITER}\n| 4 | 提高报装服务便利度`,
      ]),
      says: ['这张表的列名“牵头部门”与第一张表的“牵头单位”不一致。'],
    },
  ],
  check(subject, report) {
    for (const list of subject.taskLists) {
      const { source } = list;
      list.tables.forEach((table, index) => {
        for (const { span, message, name } of [...headerProblems(table, index, list), ...rowProblems(table, list)]) {
          report({ at: { source, ...span }, message, data: name === undefined ? {} : { name } });
        }
      });
      const header = list.tables[0]?.block.header;
      if (header !== undefined && lacksLeadColumn(list, subject)) {
        report({ at: { source, ...header.span }, message: missingColumn('牵头单位') });
      }
    }
  },
});

interface Problem {
  readonly span: Span;
  readonly message: Localized;
  /** What the column at the span is to be called, where that is known. */
  readonly name?: string;
}

function headerProblems(table: TaskTable, index: number, list: TaskList): readonly Problem[] {
  if (table.continues || table.block.continues) return [];
  const first = list.tables[0];
  if (index > 0 && first !== undefined && isRepeated(table, first)) {
    const differing = table.columns.find(({ name }, at) => name !== first.columns[at]?.name);
    return differing === undefined ? [] : [differsFromFirst(differing, first)];
  }
  const problems = table.columns.flatMap((column) => misnamed(column, table) ?? []);
  if (problems.length > 0) return problems;
  return [...unnamed(table), ...stray(table), ...doubled(table), ...missing(table)];
}

/** A header that means to repeat the first one: most of its names are the same. */
function isRepeated({ columns }: TaskTable, first: TaskTable): boolean {
  const known = new Set(first.columns.map(({ name }) => name));
  const same = columns.filter(({ name }) => known.has(name)).length;
  return columns.length === first.columns.length && same * 2 > columns.length;
}

function differsFromFirst({ name, cell, index }: Column, first: TaskTable): Problem {
  const expected = first.columns[index]?.name ?? '';
  return {
    span: cell.content.length > 0 ? cell.content.span : cell.span,
    message: {
      zh: `这张表的列名“${name}”与第一张表的“${expected}”不一致。`,
      en: `The column “${name}” is called “${expected}” in the first table.`,
    },
    ...(expected === '' ? {} : { name: expected }),
  };
}

function misnamed({ name, cell }: Column, { columns }: TaskTable): Problem | undefined {
  const names = columns.map((column) => column.name);
  if (isVagueName(name, names)) {
    const message = {
      zh: `列名“${name}”没有说明是牵头单位还是责任单位，请写明。`,
      en: `The column name “${name}” does not say whether the units lead (牵头单位) or take part (责任单位).`,
    };
    return { span: cell.content.span, message };
  }
  const near = nearColumnName(name);
  if (near === undefined || names.includes(near)) return undefined;
  return {
    span: cell.content.span,
    message: {
      zh: `列名“${name}”有误，疑为“${near}”。`,
      en: `The column name “${name}” should probably be “${near}”.`,
    },
    name: near,
  };
}

/** One column without a name among named ones; headers of two rows leave more of them blank. */
function unnamed({ columns, block }: TaskTable): readonly Problem[] {
  const blank = columns.filter(({ name }) => name === '');
  const [column] = blank;
  if (column === undefined || blank.length > 1 || columns.length < 3) return [];
  const filled = block.rows.filter(({ cells }) => (cells[column.index]?.content.length ?? 0) > 0).length;
  if (filled * 2 < block.rows.length || block.rows.length === 0) return [];
  const number = column.index + 1;
  return [
    { span: column.cell.span, message: { zh: `第 ${number} 列没有列名。`, en: `Column ${number} has no name.` } },
  ];
}

/** A column between known ones that no name explains and no row fills. A city's own columns have something in them. */
function stray({ columns, block }: TaskTable): readonly Problem[] {
  const known = columns.filter(({ role }) => role !== 'unknown').map(({ index }) => index);
  const [first, last] = [known[0] ?? 0, known.at(-1) ?? 0];
  return columns
    .filter(({ role, name, index }) => role === 'unknown' && name !== '' && index > first && index < last)
    .filter(({ index }) => block.rows.length > 1 && block.rows.every(({ cells }) => cells[index]?.content.length === 0))
    .map(({ name, cell }) => ({
      span: cell.content.span,
      message: {
        zh: `列“${name}”不是清单的列，各行都没有填写，请删去这一列或改正列名。`,
        en: `“${name}” is no column of a task list, and no row fills it: remove it, or correct its name.`,
      },
    }));
}

function doubled({ columns }: TaskTable): readonly Problem[] {
  const seen = new Set<string>();
  return columns.flatMap(({ name, role, cell }) => {
    if (name === '' || role === 'unknown' || role === 'remark') return [];
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return {
      span: cell.content.span,
      message: { zh: `列“${name}”出现了两次。`, en: `The column “${name}” stands twice.` },
    };
  });
}

function missing(table: TaskTable): readonly Problem[] {
  const { columns, block } = table;
  const has = (...roles: readonly ColumnRole[]) => columns.some(({ role }) => roles.includes(role));
  const unknown = columns.some(({ role }) => role === 'unknown');
  const names: string[] = [];
  // A column the reader does not know may well be the one that seems to be missing.
  // 改革举措 alone is what is to be done; 具体举措 of a 领域 says how something is done that is not named.
  const lacksTask = !has('measures') || (has('domain') && columns.some(({ name }) => /^具体(?:举措|措施)$/.test(name)));
  if (!has('task') && lacksTask && !unknown) names.push('重点任务');
  if (!has('lead', 'responsible') && !unknown) names.push('牵头单位');
  const standard = missingStandard(table);
  if (standard !== undefined && !names.includes(standard)) names.push(standard);
  return names.map((name) => ({ span: block.header.span, message: missingColumn(name) }));
}

/** The six columns of the usual list; of those that must be filled, 所属领域 has its place in headings too. */
const STANDARD = ['序号', '所属领域', '重点任务', '具体举措', '牵头单位', '责任单位'];
const OPTIONAL = new Set(['所属领域', '责任单位']);

/** The one column that the usual six lack. Any other set of columns is a layout of its own. */
function missingStandard(table: TaskTable): string | undefined {
  const { columns } = table;
  const names = new Set(columns.map(({ name }) => name));
  if (names.size !== STANDARD.length - 1 || columns.length !== names.size) return undefined;
  const lacking = STANDARD.filter((name) => !names.has(name));
  const [only] = lacking;
  if (lacking.length !== 1 || only === undefined || OPTIONAL.has(only)) return undefined;
  return only === '具体举措' && !namesTasksOnly(table) ? undefined : only;
}

/** True where the cells under 重点任务 hold names. Where they hold sentences, the measures stand there with them. */
function namesTasksOnly(table: TaskTable): boolean {
  const at = table.columns.find(({ role }) => role === 'task')?.index ?? -1;
  const texts = bodyRows(table).flatMap(({ cells }) => cells[at]?.content.text.trim() || []);
  return texts.filter(isName).length * 2 > texts.length;
}

function isName(text: string): boolean {
  return !/[。；，,;]/.test(text);
}

/** An edit does not make a sentence of a task's name, nor a name of its sentence. */
function keepsNames({ before, after }: TaskChange): boolean {
  const [was, is] = [before, after].map((task) => ('pieces' in task ? '' : (task.task?.text ?? '')));
  return isName(was ?? '') === isName(is ?? '');
}

function missingColumn(name: string): Localized {
  return { zh: `清单缺少“${name}”列。`, en: `The task list has no column “${name}”.` };
}

function rowProblems(table: TaskTable, list: TaskList): readonly Problem[] {
  const sections = new Set<TableRow>(list.sections.map(({ row }) => row));
  const tasks = bodyRows(table).filter((row) => !sections.has(row) && !isNote(row));
  const width = table.columns.length;
  const differing = tasks.filter(({ cells }) => cells.length !== width);
  const usual = usualCellCount(tasks);
  if (
    usual !== undefined &&
    usual !== width &&
    tasks.length > 1 &&
    differing.length === tasks.length &&
    !table.continues
  ) {
    const message = {
      zh: `表头有 ${width} 列，各行有 ${usual} 格，请补齐列名。`,
      en: `The header has ${width} columns, the rows have ${usual} cells.`,
    };
    return [{ span: table.block.header.span, message }];
  }
  return differing.map((row) => ({ span: row.span, message: wrongCount(row.cells.length, width) }));
}

function wrongCount(count: number, width: number): Localized {
  const more = count > width;
  return {
    zh: `这一行有 ${count} 格，表头有 ${width} 列，${more ? '请核对；文字里的“|”要写成“\\|”' : '请补齐'}。`,
    en: `This row has ${count} cells, the header has ${width} columns${more ? ': write a | in a text as \\|' : ''}.`,
  };
}

/** A line that got into the table because no blank line stands before it, a note, a group’s title, a delimiter: no task. */
function isNote(row: TableRow): boolean {
  const [first, ...others] = row.cells;
  if (isDelimiterRow(row)) return true;
  if (first === undefined || others.some(({ content }) => content.length > 0)) return false;
  const { text } = first.content;
  return (
    others.length === 0 ||
    text === '' ||
    pageArtifact(text) !== undefined ||
    /^(?:注|备注|说明|填表|以上|联系人)/.test(text)
  );
}
