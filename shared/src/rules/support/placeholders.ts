import { findDocumentNumbers } from './document-numbers.ts';

export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** `TODO`, `TBD` as words of their own. */
const ENGLISH = /(?<![A-Za-z0-9_])(?:TODO|TBD|FIXME)(?![A-Za-z0-9_])/g;

/** `XX局`, `XXX`, `××`: a run of two or more, not part of an English word or a product. */
const CROSSES = /(?<![A-Za-z0-9_\-×ＸX*])(?:[XＸ]{2,}|x{2,}|×{2,}|□{2,}|＿{2,}|_{3,})(?![A-Za-z0-9_\-×ＸX*])/g;

/** `20XX年`, `202X年`, `X月X日`, `×号`: digits still to come. */
const DIGITS = /(?<![A-Za-z0-9_+-])[0-9]{0,3}[XＸ×]{1,4}[ 　]?[年月日]|(?<=[〕\]）)][ 　]?)[XＸ×]{1,4}(?=[ 　]?号)/g;

/** `待定` as a word: not the end of 等待, not the start of 定期. */
const PENDING = /(?<![等期优看对招接款善虐厚薄亟有])待定(?![型点期岗编位制向量价额性])/g;

/** `待补充`, `待确认` and the like where they stand alone: a whole cell, or in brackets. */
const PENDING_ALONE = /(?:^|[（([〔])[ 　]?待(?:补充|确认|明确|核实|完善|填写|填报|商|研究)[ 　]?(?:$|[)）\]〕])/g;

/** `【…】`: a drafter's blank. */
const BRACKETED = /【[^【】]{0,40}】/g;

/** Words that make 【…】 a blank wherever it stands. */
const BLANK_WORDS =
  /^[\s　.…·*_\-—?？]*$|[待填补请]|此处|插入|示例|样例|空白|模板|具体|名称$|数量|金额|百分比|日期$|文号|^[\d０-９]+$|^[某数]|[XＸ×]{2}/;

/** Words that make 【…】 a unit list, a label or a date: a layout. */
const LAYOUT_WORDS = /单位|部门|负责|牵头|配合|责任|时限|[局委办厅署区市县院校团会]$/;

/** What a drafter meant to fill in later, in order: indices of the text. */
export function findPlaceholders(text: string): readonly TextRange[] {
  if (!MAY_HOLD.test(text)) return [];
  const found: TextRange[] = [];
  for (const pattern of [ENGLISH, CROSSES, DIGITS, PENDING, PENDING_ALONE]) {
    for (const match of text.matchAll(pattern)) found.push(rangeOf(match));
  }
  const numbers = new Set(findDocumentNumbers(text).map(({ start }) => start));
  for (const match of text.matchAll(BRACKETED)) {
    const range = rangeOf(match);
    if (!numbers.has(range.start) && isBlank(text, range)) found.push(range);
  }
  return merge(found.filter((range) => !isQuoted(text, range)));
}

const MAY_HOLD = /[XxＸ×□＿_【待]|T(?:ODO|BD)|FIXME/;

function rangeOf(match: RegExpExecArray): TextRange {
  return { start: match.index, end: match.index + match[0].length };
}

function isBlank(text: string, { start, end }: TextRange): boolean {
  const inner = text.slice(start + 1, end - 1);
  if (BLANK_WORDS.test(inner)) return true;
  // `【工作目标】` before a text is a label; so is a list of units after it.
  const before = text.slice(Math.max(0, start - 20), start).replaceAll(/[ 　]/g, '');
  return !LAYOUT_WORDS.test(inner) && before !== '' && !before.endsWith('\n');
}

/** `“XX一件事”` is the name of a pattern, not a blank. */
function isQuoted(text: string, { start, end }: TextRange): boolean {
  const before = text.slice(Math.max(0, start - 20), start);
  const after = text.slice(end, end + 20);
  return before.lastIndexOf('“') > before.lastIndexOf('”') && after.includes('”');
}

/** Blanks next to one another are one: `XX月XX日`. */
function merge(ranges: TextRange[]): readonly TextRange[] {
  const merged: TextRange[] = [];
  for (const range of ranges.sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && range.start <= last.end + 2) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    } else merged.push(range);
  }
  return merged;
}
