import { flatten, isClosing, isOpening } from './flat-text.ts';
import { type Duty, findEnding, findLabels } from './role-words.ts';

/** One name of a unit list, as a range of the text that was read. */
export interface NameRange {
  readonly from: number;
  readonly to: number;
  readonly duty: Duty | 'bare';
  readonly group: number;
}

export interface Segments {
  readonly names: readonly NameRange[];
  readonly deadline: { readonly from: number; readonly to: number } | undefined;
  /** A label with its colon (`责任单位：`) says that this is a list of units. */
  readonly labelled: boolean;
  /** `完成时限：` says that this is a date. */
  readonly labelledDeadline: boolean;
}

/** `6月底完成`, `2024年12月前`, `持续推进`: a time, where a unit could stand. */
const DEADLINE =
  /^(?:于|在|力争)?(?:20\d\d ?[年.\-—/]|\d{1,2} ?月|[一二三四1-4] ?季度|第[一二三四1-4]季度|[上下]半年|年底|年内|全年|本年|当年|每季|每月|每年|按月|按季|持续|长期|常态化|即时|立行立改|已完成|随时)/;

/** `下同`, `第一责任单位为牵头单位`: remarks inside a list that name no unit. */
const REMARK =
  /^(?:以?下同|下略|同上|[以如](?:上|下).*|(?:均|.{0,12}一律|.{0,12}不)再?(?:不再)?(?:一一|逐一|单独|重复)?列出?|余同|略|无|等)$|牵头单位(?:的|,|$)?.{0,6}(?:为|下同)|为(?:主要)?牵头(?:单位|部门)?/;

/** What lies between the pipes of a table's delimiter line, pasted where it does not belong. */
const PASTED_DELIMITER = /^:?-{2,}:?$/;

/**
 * Takes the text of a unit list apart: labels, groups, names, role words at the end of names, deadlines.
 * Pure shape; whether the names are names of units is for the caller to say.
 */
export function segmentUnits(text: string): Segments {
  const flat = flatten(text);
  const names: NameRange[] = [];
  let deadline: Segments['deadline'];
  let group = 0;
  const labels = findLabels(flat);
  const bounds = [0, ...labels.map(({ from }) => from), flat.length];
  for (let i = 0; i + 1 < bounds.length; i++) {
    const label = i === 0 ? undefined : labels[i - 1];
    const stretch = { from: label?.to ?? 0, to: bounds[i + 1] as number };
    if (label?.kind === 'person') continue;
    if (label?.kind === 'deadline') {
      deadline = trimRange(flat, stretch.from, stretch.to);
      continue;
    }
    for (const [index, clause] of splitAt(
      flat,
      stretch.from,
      stretch.to,
      label === undefined ? SEMICOLON : CLAUSE_SIGNS,
    ).entries()) {
      // `牵头单位：A；各部门按职责分工负责`: the label reaches to the semicolon.
      const reaches = index === 0 || label?.kind !== 'lead' || flat[clause.from - 1] === '。';
      const found = readClause(flat, clause, reaches ? label?.kind : undefined, group, reaches ? 'bare' : 'duty');
      names.push(...found.names);
      deadline ??= found.deadline;
      group = found.nextGroup;
    }
  }
  return {
    names,
    deadline,
    labelled: labels.some(({ kind }) => kind !== 'deadline'),
    labelledDeadline: labels.some(({ kind }) => kind === 'deadline'),
  };
}

interface Range {
  readonly from: number;
  readonly to: number;
}

function readClause(flat: string, clause: Range, label: Duty | undefined, firstGroup: number, rest: Duty | 'bare') {
  const names: NameRange[] = [];
  let pending: Range[] = [];
  let deadline: Segments['deadline'];
  let group = firstGroup;
  let commaAt = 0;
  const flush = (duty: Duty | 'bare') => {
    for (const range of pending) names.push({ ...range, duty, group });
    if (pending.length > 0) group++;
    pending = [];
    commaAt = 0;
  };
  for (const part of splitAt(flat, clause.from, clause.to, NAME_SIGNS)) {
    const range = trimRange(flat, part.from, part.to);
    if (range.from === range.to) continue;
    const words = flat.slice(range.from, range.to);
    if (DEADLINE.test(words)) {
      deadline ??= range;
      continue;
    }
    if (REMARK.test(words) || PASTED_DELIMITER.test(words)) continue;
    if (flat[part.from - 1] === ',') commaAt = pending.length;
    for (const piece of splitAtWord(flat, range, '会同')) {
      const ending = findEnding(flat.slice(piece.from, piece.to));
      const name = trimRange(flat, piece.from, ending === undefined ? piece.to : piece.from + ending.from);
      // `由市发展改革委牵头`
      const from = flat[name.from] === '由' ? name.from + 1 : name.from;
      if (name.to > from) pending.push({ from, to: name.to });
      if (piece.to < range.to && label === undefined) flush('lead');
      if (ending === undefined) continue;
      // Under `牵头单位：` a later `…配合` speaks of what follows the last comma only.
      if (label !== undefined && label !== ending.duty && commaAt > 0) {
        const later = pending.splice(commaAt);
        flush(label);
        pending = later;
        flush(ending.duty);
      } else flush(label ?? ending.duty);
    }
  }
  flush(label ?? rest);
  return { names, deadline, nextGroup: group };
}

const SEMICOLON = codesOf(';');
const CLAUSE_SIGNS = codesOf(';。');
// A full stop between names that no label introduces is a 、 mistyped: `A。B牵头` has two leads.
const NAME_SIGNS = codesOf('、,/|。');

/** Cuts at signs that stand outside brackets. A bracket without its partner hides nothing. */
function splitAt(flat: string, from: number, to: number, signs: ReadonlySet<number>): Range[] {
  const ranges: Range[] = [];
  let start = from;
  let depth = 0;
  let opened = 0;
  for (let i = from; i < to; i++) {
    const code = flat.charCodeAt(i);
    if (isOpening(code)) {
      if (depth === 0) opened = lastClosing(flat, i, to);
      depth++;
    } else if (isClosing(code)) depth = Math.max(0, depth - 1);
    else if (signs.has(code) && (depth === 0 || i > opened)) {
      ranges.push({ from: start, to: i });
      start = i + 1;
    }
  }
  ranges.push({ from: start, to });
  return ranges;
}

/** Where the bracket opened at `at` can still be closed: no name in brackets is longer than forty characters. */
function lastClosing(flat: string, at: number, to: number): number {
  const end = Math.min(to, at + 40);
  for (let i = end - 1; i > at; i--) if (isClosing(flat.charCodeAt(i))) return i;
  return at;
}

function splitAtWord(flat: string, range: Range, word: string): Range[] {
  const at = flat.slice(range.from, range.to).indexOf(word);
  if (at <= 0) return [range];
  const middle = range.from + at;
  return [
    { from: range.from, to: middle },
    { from: middle + word.length, to: range.to },
  ];
}

function trimRange(flat: string, from: number, to: number): Range {
  let start = from;
  let end = to;
  while (start < end && BLANK.has(flat.charCodeAt(start))) start++;
  while (end > start && BLANK.has(flat.charCodeAt(end - 1))) end--;
  return { from: start, to: end };
}

// A 《 or “ before a name is a bracket mistyped.
const BLANK = codesOf(' \n\r\u200b\ufeff。:;,《“');

function codesOf(characters: string): ReadonlySet<number> {
  return new Set(Array.from(characters, (character) => character.charCodeAt(0)));
}
