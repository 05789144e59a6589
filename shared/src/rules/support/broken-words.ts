import type { TableCell, TableRow } from '../../markdown/block.ts';
import type { TaskTable } from '../../model/policy-document.ts';
import type { Span } from '../../text/span.ts';
import { USUAL_WORD } from '../../text/usual-word.ts';
import type { UnitDirectory } from '../../units/unit.ts';

/** A `<br>` that stands where no line ends. */
export interface BrokenWord {
  /** The `<br>`. */
  readonly span: Span;
  /** What a fix takes out: the `<br>` with the blanks around it. */
  readonly removed: Span;
  /** The words that it breaks; undefined for a break behind 、 or ，, which is left over only where others are. */
  readonly word: string | undefined;
}

const SEPARATORS = '、，,；;。：:！？!?|';
/** Asked after those that drafts are full of: it takes V8 a while to make. */
const WORD = /[\p{Script=Han}\p{L}\p{N}]/u;
/** `1.`, `（1）`, `一、`, `①`, `•`: what follows begins a line of its own. */
const LIST_MARK = /^\s*(?:[（(]?[0-9０-９]{1,3}[.．、)）]|[（(]?[一二三四五六七八九十]{1,3}[、)）]|[①-⑳⑴-⒇•·●■◆*\-–—])/;
/** Words that measures begin with: a line of some length before one of them was ended on purpose. */
const MEASURE_VERB =
  /^\s*(?:推进|推动|推行|推广|建立|建设|建成|构建|完善|优化|加强|加快|加大|开展|实施|制定|出台|落实|强化|健全|提升|提高|深化|探索|支持|鼓励|引导|规范|组织|编制|修订|实现|打造|扩大|依托|压缩|牵头|配合)/;

/** The breaks of a row to be taken out, in order: those inside words, and where there are any, those behind 、 and ，. */
export function brokenWords(row: TableRow, table: TaskTable, directory: UnitDirectory): readonly BrokenWord[] {
  const found = row.cells.flatMap((cell, index) => {
    if (cell.breaks.length === 0) return [];
    const role = table.columns.find((column) => column.index === index)?.role;
    const unitCell = role === 'lead' || role === 'responsible';
    return breaksOf(cell, unitCell ? directory : undefined);
  });
  return found.some(({ word }) => word !== undefined) ? found : [];
}

function breaksOf(cell: TableCell, directory: UnitDirectory | undefined): readonly BrokenWord[] {
  const { content } = cell;
  const { text } = content;
  const spans = new Map(cell.breaks.map((span) => [span.start, span]));
  const found: BrokenWord[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    const span = spans.get(content.spanOf(at, at + 1).start);
    if (span === undefined) continue;
    const { start, end } = blanksAround(text, at);
    const before = text.charAt(start - 1);
    const after = text.charAt(end);
    if (after === '' || after === '\n' || before === '\n' || LIST_MARK.test(text.slice(end, end + 8))) continue;
    const removed = { start: content.spanOf(start, start + 1).start, end: content.spanOf(end - 1, end).end };
    if ('、，,'.includes(before) && before !== '') found.push({ span, removed, word: undefined });
    else if (isOfWord(before) && isOfWord(after) && isInsideWord(text, at, directory)) {
      found.push({ span, removed, word: wordAround(text, at) });
    }
  }
  return found;
}

function isOfWord(character: string): boolean {
  return USUAL_WORD.test(character) || /[“”‘’《》（）()〔〕+\-/·%]/.test(character) || WORD.test(character);
}

function isInsideWord(text: string, at: number, directory: UnitDirectory | undefined): boolean {
  const { start, end } = blanksAround(text, at);
  // Between two Latin words the break stands for the blank.
  if (/[A-Za-z0-9]/.test(text.charAt(start - 1)) && /[A-Za-z0-9]/.test(text.charAt(end))) return false;
  if (directory !== undefined) return !isBetweenUnits(text, at, directory);
  // A clause of some length, and a new one after it: lines that were ended on purpose.
  return !(start - itemAround(text, at)[0] >= 6 && MEASURE_VERB.test(text.slice(at + 1, at + 8)));
}

/** Two names with nothing but the break between them: taking it out would run them together. */
function isBetweenUnits(text: string, at: number, directory: UnitDirectory): boolean {
  const [from, to] = itemAround(text, at);
  const left = text.slice(from, at).replaceAll(/\s/g, '');
  const right = text.slice(at + 1, to).replaceAll(/\s/g, '');
  const joined = left + right;
  if (directory.identify(joined, undefined).kind !== 'unknown') return false;
  const parts = directory.split(joined);
  if (parts !== undefined) return parts.some(({ start }) => start === left.length);
  return directory.looksLikeUnit(left) && directory.looksLikeUnit(right);
}

/** The range between the separators on both sides; other breaks are inside it. */
function itemAround(text: string, at: number): readonly [from: number, to: number] {
  const isEnd = (character: string) => SEPARATORS.includes(character);
  let from = at;
  while (from > 0 && at - from < 60 && !isEnd(text.charAt(from - 1))) from--;
  let to = at + 1;
  while (to < text.length && to - at < 60 && !isEnd(text.charAt(to))) to++;
  return [from, to];
}

/** The words that the break cuts, for a message: the whole item where it is short. */
function wordAround(text: string, at: number): string {
  const [from, to] = itemAround(text, at);
  const start = Math.max(from, at - 12);
  const end = Math.min(to, at + 13);
  return text.slice(start, end).replaceAll(/\s/g, '');
}

function blanksAround(text: string, at: number): { start: number; end: number } {
  let start = at;
  while (start > 0 && ' \t　'.includes(text.charAt(start - 1))) start--;
  let end = at + 1;
  while (end < text.length && ' \t　'.includes(text.charAt(end))) end++;
  return { start, end };
}
