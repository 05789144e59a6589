import { nameForm, normalForm } from '../text/normal-form.ts';
import { toSimplified } from '../text/traditional.ts';
import type { UnitDirectory } from '../units/unit.ts';
import { isClosing, isOpening } from './flat-text.ts';
import type { NameRange } from './unit-segments.ts';

/** `市`, `县级市`, `市（州）人民政府`, `街道`: what goes on after `各县、` and is no name of its own. */
const AREA =
  /^(?:和|及)?(?:省|市|区|县|州|盟|旗|镇|乡|街道|街|园区|功能区|开发区|新区|管理区|县级市|自治县|[()])+(?:人民政府|政府|管委会|办事处|党工委)*$/;
/** `有关部门`, `相关单位`: what `等` introduces. */
const GROUP =
  /^(?:各|[省市区县州](?:直|级|内)?(?:各|有关|相关|其他)|省直|市直|区直|县直|州直|省级|市级|区级|县级|州级|国家|国务院|中央|有关|相关|其他|所属|属地|驻)/;
const BODY_END =
  /(?:局|委|办|部|厅|院|署|会|政府|中心|公司|集团|行|区|市|县|州|街道|单位|部门|乡镇|镇|处|队|站|所|社|馆|校|联|室|机构|企业|关)\)?$/;
/** `高等院校`, `同等…`: 等 inside a word. */
const BODY_START = /^(?:院校|学校|教育|法院|级)/;
const LINKS = ['以及', '及', '和', '与', '暨'];

/**
 * Names as they are meant: `各县、市、区人民政府` is one, `市民政局等各有关单位` two, and `和` parts two names
 * where it is not a part of one (`市规划和自然资源局`).
 */
export function settleNames(text: string, names: readonly NameRange[], directory: UnitDirectory): NameRange[] {
  return joinAreas(text, names).flatMap((range) => partName(text, range, directory));
}

function joinAreas(text: string, names: readonly NameRange[]): NameRange[] {
  const joined: NameRange[] = [];
  for (const range of names) {
    const last = joined.at(-1);
    const words = nameForm(text.slice(range.from, range.to));
    if (
      last !== undefined &&
      last.group === range.group &&
      last.to - last.from <= 80 &&
      /(?:^|及|和|与)各/.test(normalForm(text.slice(last.from, last.to))) &&
      /^\s*[、/]\s*$/.test(text.slice(last.to, range.from)) &&
      AREA.test(words)
    )
      joined[joined.length - 1] = { ...last, to: range.to };
    else joined.push(range);
  }
  return joined;
}

function partName(text: string, range: NameRange, directory: UnitDirectory): NameRange[] {
  const words = toSimplified(text.slice(range.from, range.to));
  if (!words.includes('\n') && !/等|及|和|与|暨/.test(words)) return [range];
  // A directory may take `市检察院等各有关单位` or `省直部门及各市` for one group phrase; each names two.
  if (!/等|[及和与]各/.test(normalForm(words)) && isKnown(words, directory)) return [range];
  const at = findPart(words, directory);
  if (at === undefined) return [range];
  const head = trimmed(text, range, range.from, range.from + at.from);
  const tail = trimmed(text, range, range.from + at.to, range.to);
  if (head === undefined) return tail === undefined ? [] : [tail];
  // What stands before the first link is settled, so each step only looks at the rest.
  return tail === undefined ? [head] : [head, ...partName(text, tail, directory)];
}

function trimmed(text: string, range: NameRange, from: number, to: number): NameRange | undefined {
  const words = text.slice(from, to);
  const start = from + words.length - words.trimStart().length;
  const end = Math.max(start, from + words.trimEnd().length);
  return end > start ? { ...range, from: start, to: end } : undefined;
}

/** No list of units is longer than this without a separator; what is longer is left whole. */
const MAX_RUN = 200;

/** Where a run of words parts into two names: the range of the link itself (`等`, `和`, a line's end). */
function findPart(words: string, directory: UnitDirectory): { from: number; to: number } | undefined {
  if (words.length > MAX_RUN) return undefined;
  let depth = 0;
  for (let i = 1; i < words.length; i++) {
    const character = words[i] as string;
    if (isOpening(words.charCodeAt(i)) || character === '（' || character === '〔') depth++;
    else if (isClosing(words.charCodeAt(i)) || character === '）' || character === '〕') depth--;
    if (depth > 0) continue;
    const head = words.slice(0, i);
    if (character === '等') {
      const tail = normalForm(words.slice(i + 1));
      if (BODY_START.test(tail)) continue;
      if (tail === '' || /^(?:相关|有关)?(?:单位|部门)$/.test(tail)) {
        const isPhrase = /^(?:相关|有关)/.test(tail);
        return { from: i, to: isPhrase ? i + 1 : words.length };
      }
      // `商务部等和各省级人民政府`
      const link = LINKS.find((candidate) => tail.startsWith(candidate)) ?? '';
      const next = tail.slice(link.length);
      if (GROUP.test(next) || isKnown(next, directory))
        return { from: i, to: i + 1 + (link === '' ? 0 : words.slice(i + 1).indexOf(link) + link.length) };
      continue;
    }
    if (character === '\n') {
      if (endsLine(head, words.slice(i + 1).split(/[\n等]/)[0] ?? '', directory)) return { from: i, to: i + 1 };
      continue;
    }
    const link = LINKS.find((candidate) => words.startsWith(candidate, i));
    if (link === undefined) continue;
    const tail = normalForm(words.slice(i + link.length));
    if (tail === '') continue;
    if (parts(normalForm(head), tail, directory)) return { from: i, to: i + link.length };
  }
  return undefined;
}

/** Whether two lines are two names. Of unknown ones the look must do, and then the lower line begins with its level. */
function endsLine(upper: string, lower: string, directory: UnitDirectory): boolean {
  if (isKnown(upper, directory) && isKnown(lower, directory)) return true;
  const isName = (words: string) => isKnown(words, directory) || directory.looksLikeUnit(normalForm(words));
  return LEVEL_FIRST.test(lower.trimStart()) && isName(upper) && isName(lower);
}

const LEVEL_FIRST = /^[省市区县州]/;

/** Whether a link between two texts parts two names. */
function parts(head: string, tail: string, directory: UnitDirectory): boolean {
  // `有关部门和单位` is one.
  if (/^(?:部门|单位|机构|企业|地区|地方)(?:$|[及和与等、(])/.test(tail)) return false;
  if (/^各/.test(tail) && /(?:部门|单位|机构|企业|地区|\))$/.test(head)) return true;
  if (!BODY_END.test(head) || !directory.looksLikeUnit(head)) return false;
  if (/^(?:各|有关|相关|其他|所属|属地)/.test(tail)) return true;
  if (isKnown(head, directory)) return directory.looksLikeUnit(tail) && BODY_END.test(tail);
  return isKnown(tail, directory);
}

function isKnown(words: string, directory: UnitDirectory): boolean {
  return directory.identify(normalForm(words), undefined).kind !== 'unknown';
}
