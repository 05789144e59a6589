import type { Memory } from '../memory/memory.ts';
import { recallMapped } from '../memory/recall-mapped.ts';
import { MappedText } from '../text/mapped-text.ts';
import type { UnitDirectory } from '../units/unit.ts';
import { followsSentence, MAX_LIST, openEnd, openingOf } from './brackets.ts';
import { flatten, isClosing, isOpening } from './flat-text.ts';
import { movedUnits } from './moved.ts';
import type { LeadConvention, UnitList, UnitMention } from './policy-document.ts';
import { isSlip, type ReadUnits, readUnitList, unitShare } from './read-unit-list.ts';
import { findEnding, findLabels } from './role-words.ts';

export interface ProseContext {
  readonly directory: UnitDirectory;
  readonly convention: LeadConvention;
  /** What was found already, by text: each piece is asked for more than once. */
  readonly memo: WeakMap<MappedText, ProseUnits>;
  /** The same from version to version of a text that is being edited. */
  readonly memory?: Memory | undefined;
}

/** A prose text taken apart: its words, and the units that stand at its end (and behind its sentences). */
export interface ProseUnits {
  /** The words without the lists. */
  readonly text: MappedText;
  readonly units: UnitList | undefined;
  readonly deadline: MappedText | undefined;
  /** The list at the end has its closing bracket, or needs none: nothing is missing after it. */
  readonly closed: boolean;
}

/** A stretch of the text that is a list. */
interface Found {
  readonly from: number;
  readonly to: number;
  readonly read: ReadUnits;
  readonly closed: boolean;
}

/** Finds the unit lists of a point, a piece of it, or a heading. */
export function findUnits(content: MappedText, context: ProseContext): ProseUnits {
  const known = context.memo.get(content);
  if (known !== undefined) return known;
  const work = (text: MappedText) => search(text, context);
  const found = recallMapped(context.memory, `prose units, ${context.convention} lead`, content, work, moved);
  context.memo.set(content, found);
  return found;
}

function moved({ text, units, deadline, closed }: ProseUnits, offset: number): ProseUnits {
  return {
    text: text.movedBy(offset),
    units: units && movedUnits(units, offset),
    deadline: deadline?.movedBy(offset),
    closed,
  };
}

function search(content: MappedText, context: ProseContext): ProseUnits {
  const flat = flatten(content.text);
  const found = findLabelled(content, flat, context) ?? [];
  let end = (found[0]?.from ?? flat.length) - introLength(flat, found[0]?.from ?? flat.length);
  // `（牵头单位：A）（责任单位：B）（完成时限：6月）`
  for (let i = 0; i < MAX_BRACKETS; i++) {
    const bracket = findBracket(content, flat, end, context, i === 0);
    if (bracket === undefined) break;
    found.unshift(bracket);
    end = bracket.from;
  }
  if (found.length === 0) found.push(...(findSentence(content, flat, context) ?? []));
  if (found.length === 0) return { text: content.trim(), units: undefined, deadline: undefined, closed: false };
  const inner = findInner(content, flat, found[0]?.from ?? 0, context);
  const all = [...inner, ...found];
  return {
    text: withoutLists(content, flat, all),
    units: uniteLists(all.flatMap(({ read }) => read.list ?? [])),
    deadline: all.map(({ read }) => read.deadline).find((deadline) => deadline !== undefined),
    closed: found.at(-1)?.closed ?? false,
  };
}

const MAX_BRACKETS = 4;

/** `…（A、B负责）具体措施：`: the words that lead on to the items below. */
function introLength(flat: string, end: number): number {
  const tail = flat.slice(Math.max(0, end - 24), end);
  const found = /[)\]] ?((?:具体|主要|工作|落实|重点|改革)?(?:措施|举措|任务|内容|事项)(?:如下)? ?[:。]? *\n?)$/.exec(
    tail,
  );
  return found?.[1]?.length ?? 0;
}

/** `…资助。责任单位：A、B。 时限要求：持续推进`: labels outside brackets, from a sentence's end to the end of the text. */
function findLabelled(content: MappedText, flat: string, context: ProseContext): Found[] | undefined {
  let depth = 0;
  let at = 0;
  for (const label of findLabels(flat)) {
    for (; at < label.from; at++) {
      if (isOpening(flat.charCodeAt(at))) depth++;
      else if (isClosing(flat.charCodeAt(at))) depth = Math.max(0, depth - 1);
    }
    if (depth > 0 || !startsClause(flat, label.from)) continue;
    if (flat.length - label.from > MAX_LIST) continue;
    const rest = content.slice(label.from).trim();
    const read = readUnitList(rest, { ...context, place: 'prose', span: rest.span });
    if (read.list === undefined && read.deadline === undefined && label.kind !== 'person') continue;
    if (read.list !== undefined && !isAccepted(read, context, true)) continue;
    return [{ from: label.from, to: flat.length, read, closed: isComplete(rest.text, read, context) }];
  }
  return undefined;
}

/** `…高于上年。由市财政局、农业局，各区人民政府负责落实。`: a last sentence of nothing but units and their duty. */
function findSentence(content: MappedText, flat: string, context: ProseContext): Found[] | undefined {
  const to = flat.trimEnd().length;
  if (flat[to - 1] !== '。') return undefined;
  const start = flat.lastIndexOf('。', to - 2) + 1;
  if (start === 0 || to - start > 240 || findEnding(flat.slice(start, to)) === undefined) return undefined;
  const sentence = content.slice(start, to).trim();
  const read = readUnitList(sentence, { ...context, place: 'prose', span: sentence.span });
  const names = read.list?.mentions.map(({ name }) => name) ?? [];
  const { directory } = context;
  if (!names.some((name) => isKnown(name, directory)) || !names.every((name) => directory.looksLikeUnit(name)))
    return undefined;
  return [{ from: start, to, read, closed: true }];
}

/** False where the last name was cut by the end of a page: `责任单位：市住房城`. */
function isComplete(text: string, { list, deadline }: ReadUnits, { directory }: ProseContext): boolean {
  const last = list?.mentions.at(-1);
  if (/[、，,：:]$/.test(text)) return false;
  return last === undefined || deadline !== undefined || /[。；;]$/.test(text) || directory.looksLikeUnit(last.name);
}

function startsClause(flat: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && (flat[before] === ' ' || flat[before] === '\n')) before--;
  return before < 0 || before < at - 1 || '。;!?)]'.includes(flat[before] as string);
}

/** The bracket that ends at `end`, if it holds units (or the deadline that stands with them). */
function findBracket(
  content: MappedText,
  flat: string,
  end: number,
  context: ProseContext,
  mayBeOpen: boolean,
): Found | undefined {
  let last = end;
  while (last > 0 && ' \n。;,.'.includes(flat[last - 1] as string)) last--;
  const closed = isClosing(flat.charCodeAt(last - 1));
  const from = closed ? openingOf(flat, last - 1) : mayBeOpen ? openEnd(flat, last) : undefined;
  if (from === undefined) return undefined;
  const hasOpening = isOpening(flat.charCodeAt(from));
  const inside = content.slice(hasOpening ? from + 1 : from, closed ? last - 1 : last);
  if (inside.length === 0) return undefined;
  const read = readUnitList(inside, { ...context, place: 'prose', span: content.spanOf(from, last) });
  const afterSentence = followsSentence(flat, from);
  if (read.list === undefined) {
    // `（6月底前完成）` behind the sentence, not `（2023—2025年）` behind a word.
    const isDeadline =
      read.deadline !== undefined &&
      closed &&
      (read.labelledDeadline || (afterSentence && /[前底成进]$/.test(read.deadline.text)));
    return isDeadline ? { from, to: last, read, closed } : undefined;
  }
  return isAccepted(read, context, afterSentence) ? { from, to: last, read, closed } : undefined;
}

/** Whether what a bracket holds is a list of units, and not `（试行）` or `（建筑信息模型/城市信息模型）`. */
function isAccepted(read: ReadUnits, { directory }: ProseContext, afterSentence: boolean): boolean {
  const list = read.list;
  if (list === undefined) return false;
  const names = list.mentions.map(({ name }) => name);
  if (names.some((name) => name.length > 60)) return false;
  const share = unitShare(list, directory);
  if (read.labelled) return share >= 0.5 || names.every((name) => name.length <= 20);
  const likely =
    share === 1
      ? 1
      : names.filter((name) => directory.looksLikeUnit(name) || isSlip(name, directory)).length / names.length;
  if (read.hasRoleWords || afterSentence) return likely >= 0.5;
  if (names.length === 1)
    return (
      likely === 1 &&
      (isKnown(names[0] ?? '', directory) || isSlip(names[0] ?? '', directory) || BODY.test(names[0] ?? ''))
    );
  return likely === 1 || (names.length >= 3 && likely >= 0.65);
}

const BODY = /^(?:国家|中央|中国|.{0,6}?[省市区县州]).{1,20}(?:局|委|办|部|厅|署|中心|集团|政府|法院|检察院)$/;

function isKnown(name: string, directory: UnitDirectory): boolean {
  return directory.identify(name, undefined).kind !== 'unknown';
}

/** `…应用（区市场局）。…跑动（区大数据中心）。`: lists behind earlier sentences of the same point. */
function findInner(content: MappedText, flat: string, end: number, context: ProseContext): Found[] {
  const found: Found[] = [];
  let open = -1;
  let depth = 0;
  for (let i = 0; i < end; i++) {
    if (isOpening(flat.charCodeAt(i))) {
      if (depth === 0) open = i;
      depth++;
    } else if (isClosing(flat.charCodeAt(i)) && depth > 0) {
      depth--;
      if (depth > 0 || i - open > 300) continue;
      const next = flat[i + 1];
      if (next !== '。' && next !== ';' && flat[open - 1] !== '。') continue;
      const inside = content.slice(open + 1, i);
      const read = readUnitList(inside, { ...context, place: 'prose', span: content.spanOf(open, i + 1) });
      if (read.list?.mentions.every(({ name }) => isKnown(name, context.directory)))
        found.push({ from: open, to: i + 1, read, closed: true });
    }
  }
  return found;
}

function withoutLists(content: MappedText, flat: string, found: readonly Found[]): MappedText {
  const parts: MappedText[] = [];
  let at = 0;
  for (const { from, to } of found) {
    if (from > at) parts.push(content.slice(at, from));
    at = to;
  }
  // What is left behind the last list is its full stop, or the words that lead on to the items below.
  const last = parts.at(-1)?.text.trimEnd().at(-1);
  const tail = flat.slice(at).trim();
  if (/^[。.;]$/.test(tail) && last !== undefined && !'。；;！？!?…'.includes(last)) parts.push(content.slice(at));
  return MappedText.concat(parts, content.span.start).trim();
}

/** The lists of one text as one, in order; `span` is the last one's. */
export function uniteLists(lists: readonly UnitList[]): UnitList | undefined {
  const last = lists.at(-1);
  if (last === undefined || lists.length === 1) return last;
  const mentions: UnitMention[] = [];
  const separators: MappedText[] = [];
  for (const list of lists) {
    const before = mentions.at(-1);
    const next = list.mentions[0];
    // Between two brackets stands a sentence; a line feed stands for it.
    if (before !== undefined && next !== undefined)
      separators.push(MappedText.replacing('\n', { start: before.text.span.end, end: next.text.span.start }));
    const group = (before?.group ?? -1) + 1;
    separators.push(...list.separators);
    for (const mention of list.mentions) mentions.push({ ...mention, group: mention.group + group });
  }
  return {
    span: last.span,
    spans: lists.flatMap(({ spans }) => spans),
    mentions,
    namesLead: lists.some(({ namesLead }) => namesLead),
    namesSupport: lists.some(({ namesSupport }) => namesSupport),
    separators,
  };
}
