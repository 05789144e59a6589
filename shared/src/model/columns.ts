import type { TableRow } from '../markdown/block.ts';
import { nameForm, normalForm } from '../text/normal-form.ts';
import { toSimplified } from '../text/traditional.ts';
import { nearColumnName } from './column-names.ts';
import type { Column, ColumnRole } from './policy-document.ts';

/** Words of a project's own for a column's header, by role; they go before the built-in ones. */
export type ColumnSynonyms = Partial<Record<ColumnRole, readonly string[]>>;

interface Recognised {
  readonly role: ColumnRole;
  /** A word that means another role beside a plainer one: `工作内容` is the task only where no 任务 stands beside it. */
  readonly weak: boolean;
}

/** What a header says, most telling first. Matched against the header without white space, brackets and a leading year. */
const WORDS: readonly (readonly [pattern: RegExp, role: ColumnRole, weak?: true])[] = [
  [/^(?:任务|项目|条目)?(?:序号|编号|号码?)$|^项号$|^No\.?$/i, 'number'],
  [/处室|联系人|电话|责任人|负责人|领导/, 'unknown'],
  [/备注|说明|进展|完成情况|落实情况|工作成效|成果|依据|拟出台|条例规定|备案/, 'remark'],
  [/时限|完成时间|时间节点|任务节点|时间安排|进度安排|时间要求|期限|^时间$|完成日期|办结时间|计划时间/, 'deadline'],
  [/牵头|主责|主办|责任主体|第一责任/, 'lead'],
  [/配合|协办|协同|协助|参与|参加/, 'responsible'],
  [/(?:责任|落实|实施|承办|承担|完成|对口|执行|分工)(?:单位|部门|机构)|^责任$|^单位$|^部门$|^分工$/, 'responsible'],
  [/^(?:工作|主要|任务|具体|建设|改革)?内容$|工作目标|主要目标|目标要求/, 'measures', true],
  [/举措|措施|做法|具体内容|具体要求|工作要求|落实内容/, 'measures'],
  [/任务|事项|项目名称|^项目$|工作要点|^要点$|重点工作|改革点/, 'task'],
  [/领域|方面|类别|分类|^类型$|^行动$|二级指标|^指标$|专题|板块/, 'domain'],
  [/章节|一级指标|^大类$|^专项$|^部分$/, 'section'],
];

/** How near to the drafting government a header's level is: of two 牵头单位 columns the document's own is the lower one. */
const LEVELS: readonly (readonly [RegExp, number])[] = [
  [/国家|中央|国务院/, 0],
  [/省|自治区/, 1],
  [/市|州|盟/, 2],
  [/县|区|旗/, 3],
];

/** The columns that a header row declares. Names that are slips of usual ones are understood where the list needs them. */
export function readColumns(header: TableRow, synonyms: ColumnSynonyms = {}): Column[] {
  const found = header.cells.map((cell) => ({ cell, name: normalForm(cell.content.text) }));
  const columnsBy = (meant: (name: string) => string): Column[] => {
    const names = found.map(({ name }) => meant(toSimplified(name)));
    const roles = settle(
      names.map((name) => recognise(name, synonyms)),
      names,
    );
    return found.map(({ cell, name }, index) => ({ index, role: roles[index] ?? 'unknown', name, cell }));
  };
  const columns = columnsBy((name) => name);
  if (isTaskList(columns) || !columns.some(({ role }) => NEEDED.has(role))) return columns;
  const mended = columnsBy((name) => nearColumnName(name) ?? name);
  return isTaskList(mended) ? mended : columns;
}

/** What makes a task list, together with another of them. */
const NEEDED: ReadonlySet<ColumnRole> = new Set(['task', 'measures', 'lead', 'responsible']);

function recognise(name: string, synonyms: ColumnSynonyms): Recognised {
  for (const [role, words] of Object.entries(synonyms) as [ColumnRole, readonly string[]][])
    if (words.some((word) => nameForm(word) === name)) return { role, weak: false };
  const bare = name.replace(/\([^()]*\)/g, '').replace(/^(?:20\d\d(?:-20\d\d)?年?度?)/, '');
  if (bare === '' || bare.length > 24) return { role: 'unknown', weak: false };
  for (const [pattern, role, weak] of WORDS) if (pattern.test(bare)) return { role, weak: weak === true };
  return { role: 'unknown', weak: false };
}

function settle(recognised: readonly Recognised[], names: readonly string[]): ColumnRole[] {
  const roles = recognised.map(({ role }) => role);
  const count = (role: ColumnRole) => roles.filter((other) => other === role).length;
  const change = (index: number, role: ColumnRole) => {
    roles[index] = role;
  };
  // `工作内容` alone is the task.
  if (count('task') === 0) {
    const weak = recognised.findIndex(({ weak }) => weak);
    if (weak >= 0) change(weak, 'task');
  }
  // 省牵头单位 and 市牵头单位, 我省工作措施 and 我市工作措施: the lowest level is the document's own.
  for (const role of ['lead', 'responsible', 'measures', 'task', 'deadline'] as const) {
    const levels = roles.map((other, index) => (other === role ? levelOf(names[index] ?? '') : undefined));
    const lowest = Math.max(-1, ...levels.map((level) => level ?? -1));
    if (levels.filter((level) => level !== undefined).length < 2 || lowest < 0) continue;
    for (const [index, level] of levels.entries())
      if (level !== undefined && level >= 0 && level < lowest) change(index, 'unknown');
  }
  // 责任单位 beside 配合单位, and no lead column: the first leads.
  if (count('lead') === 0) {
    const assists = roles.filter((role, index) => role === 'responsible' && ASSIST.test(names[index] ?? '')).length;
    const duty = roles.findIndex((role, index) => role === 'responsible' && !ASSIST.test(names[index] ?? ''));
    if (assists > 0 && duty >= 0) change(duty, 'lead');
  }
  // 类别 above 行动, 领域 above 方面: the first of two is the section.
  const domains = roles.flatMap((role, index) => (role === 'domain' ? [index] : []));
  if (domains.length === 2 && count('section') === 0 && names[domains[0] ?? 0] !== names[domains[1] ?? 0])
    change(domains[0] ?? 0, 'section');
  return roles;
}

const ASSIST = /配合|协办|协同|协助|参与|参加/;

function levelOf(name: string): number {
  for (const [pattern, level] of LEVELS) if (pattern.test(name.slice(0, 3))) return level;
  return -1;
}

/** True for the columns of a task list: somebody answers for something. */
export function isTaskList(columns: readonly Column[]): boolean {
  const has = (role: ColumnRole) => columns.some((column) => column.role === role);
  return (has('lead') || has('responsible')) && (has('task') || has('measures'));
}
