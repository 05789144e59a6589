/** What a draft carries where a person must decide: a blank that the rule `placeholder` finds until it is taken out. */
export const MARK = '【请确认】';

/** A mark that says what is to be decided. */
export function markOf(what: string): string {
  return `【请确认：${what}】`;
}

/** What is to be looked at, by rule, in the words of a mark. */
const TOPICS: Readonly<Record<string, string>> = {
  'figure-mismatch': '数量',
  'deadline-mismatch': '时限',
  'stale-year': '年份',
  'citation-mismatch': '文件名称',
  'term-mismatch': '名称',
  'unfinished-sentence': '句子不完整',
  'duplicate-task': '与其他任务重复',
  'unbalanced-mark': '标点不成对',
  'missing-lead': '单位',
  'lead-mismatch': '单位',
  'lead-order': '单位次序',
  'empty-cell': '空白栏',
  'table-columns': '格数',
  'unknown-unit': '单位名称',
  'retired-unit': '单位名称',
  'unit-variant': '单位名称',
  'duplicate-unit': '单位重复',
  'missing-row': '本项由要点补入',
  'missing-point': '本项由清单补入',
};

/** What a mark about a rule's findings names. Words that make a unit list, such as 牵头单位, would be read as one. */
export function topicOf(rule: string): string {
  return TOPICS[rule] ?? '此处';
}
