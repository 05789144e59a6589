import { endsInHead } from './terms.ts';

/** Where one side writes a name, and which of its characters differ from the other side's. */
export interface SlipSide {
  readonly text: string;
  /** A title ends without a mark; any other text that ends in a name was cut off. */
  readonly isTitle: boolean;
  readonly from: number;
  readonly to: number;
  readonly differsFrom: number;
  readonly differsTo: number;
}

/** Two writings of a name, one of each side of a pair, that differ in one place. */
export interface Writings {
  readonly point: SlipSide;
  readonly row: SlipSide;
  /** The name stands in quotation marks. */
  readonly quoted: boolean;
  /** How many characters right before and right after the difference are the same on both sides. */
  readonly before: number;
  readonly after: number;
  /** Both sides' names begin and end at the same place. */
  readonly whole: boolean;
  /** One of the writings stands on both sides, elsewhere: only the other can be a slip. */
  readonly rightOnBoth: boolean;
}

/** Names of one thing of its own; what ends otherwise (机制, 体系, 模式, …) may be worded more fully in a row. */
const PROPER =
  /(?:平台|系统|中心|专区|专窗|专栏|数据库|资源池|资源库|项目库|基地|大厅|驿站|实验室|委员会|联盟|基金|品牌)$/;

/** Characters that a phrase takes or leaves without naming anything else. */
const FILLERS = new Set('的之等和与及、各');
/** Characters that make another word, but often one of the same meaning. */
const SHADES = new Set('化性型式大总原全新市区省县');

/** Characters that stand for one another in names of parallel things: 线上 and 线下, 供水 and 供电. */
const PARALLELS = [
  '上下',
  '进出',
  '内外',
  '国省市区县州',
  '水电气网',
  '东南西北中',
  '一二三四五六七八九十',
  '收支',
  '前后',
  '大中小',
  '新旧老',
];

/** Words that differ from a head by one character and are words of their own. */
const OTHER_WORDS =
  /(?:工作|试行|试验|体制|机构|方法|方式|方面|系列|制定|规则|规定|行为|基础|基层|网格|标志|目标|指导|指标|计算|名单|清理)$/;

/**
 * Whether two writings of a name differ by a slip of the pen. A slip is told from other wording by how little differs,
 * by how much of the surroundings agrees, and by what the characters are.
 */
export function looksLikeSlip(writings: Writings): boolean {
  const { point, row, quoted, rightOnBoth } = writings;
  const inPoint = point.text.slice(point.differsFrom, point.differsTo);
  const inRow = row.text.slice(row.differsFrom, row.differsTo);
  const nameInPoint = point.text.slice(point.from, point.to);
  const nameInRow = row.text.slice(row.from, row.to);
  const length = Math.max(nameInPoint.length, nameInRow.length);
  if (!quoted && (/\d/.test(inPoint + inRow) || OTHER_WORDS.test(nameInPoint) || OTHER_WORDS.test(nameInRow)))
    return false;

  // The marks themselves: “五个一”工程 and 五个一工程; a bracket without its partner is unbalanced-mark's finding.
  if (/[“”"「」()《》〔〕]/.test(inPoint + inRow)) return false;

  const frame = frameOf(writings);
  const kind = kindOf(inPoint, inRow);
  // No word becomes another by a doubled or two swapped characters: no further evidence is asked for.
  const isMechanical = kind === 'swapped' || (kind === 'missing' && isDoubled(writings));
  if (isMechanical) return frame.sides > 0 || writings.whole || length >= 6;
  if (length < 6 && frame.words === 0) return false;
  const proper = quoted || PROPER.test(nameInPoint) || PROPER.test(nameInRow);

  switch (kind) {
    case 'replaced':
      if (frame.sides === 2) return true;
      if (areParallel(inPoint, inRow)) return false;
      if (rightOnBoth) return length >= 10 && isInside(point) && (frame.sides > 0 || writings.whole);
      return frame.sides > 0 || length >= 6;
    case 'missing':
      return isMissing(writings, frame, inPoint + inRow, length);
    case 'replaced two':
    case 'missing two':
      return proper && length >= 6 && frame.words === 2 && isInside(point) && isInside(row);
    default:
      return false;
  }
}

function isMissing(writings: Writings, frame: Frame, character: string, length: number): boolean {
  const { point, row, quoted, rightOnBoth, before, after } = writings;
  const fuller = point.to - point.from > row.to - row.from ? point : row;
  if (
    FILLERS.has(character) ||
    (!quoted && SHADES.has(character) && frame.sides < 2) ||
    isOptional(fuller, character, quoted)
  )
    return false;
  if (quoted || isInside(fuller)) {
    if (frame.sides === 2 || (quoted && frame.words > 0)) return true;
    if (rightOnBoth) return length >= (quoted ? 6 : 8) && frame.sides > 0;
    return Math.min(before, after) >= 2 && (frame.sides > 0 || length >= 8);
  }
  if (fuller.differsFrom === fuller.from) return length >= 6 && frame.sides === 2;
  const shorter = fuller === point ? row : point;
  if (shorter.to === shorter.text.length && !shorter.isTitle) return false;
  return frame.sides > 0 && !endsInHead(shorter.text.slice(shorter.from, shorter.to));
}

/** 深圳市创新平台 and 深圳创新平台, 监管新模式 and 监管模式: one thing, named more or less fully. A quotation is word for word. */
function isOptional({ text, from, to, differsFrom, differsTo }: SlipSide, character: string, quoted: boolean): boolean {
  if ('市区省县'.includes(character)) return differsFrom - from >= 2 && differsFrom - from <= 3;
  return !quoted && character === '新' && endsInHead(text.slice(differsTo, to)) && to - differsTo <= 2;
}

type Kind = 'swapped' | 'replaced' | 'missing' | 'replaced two' | 'missing two';

function kindOf(a: string, b: string): Kind | undefined {
  if (a.length > 1 && a.length === b.length && Array.from(a).sort().join('') === Array.from(b).sort().join(''))
    return 'swapped';
  const longest = Math.max(a.length, b.length);
  if (longest > 2) return undefined;
  if (a === '' || b === '') return longest === 1 ? 'missing' : 'missing two';
  return longest === 1 ? 'replaced' : 'replaced two';
}

/** On how many sides of the name the surroundings agree, and on how many of them by words, not only by a mark. */
interface Frame {
  readonly sides: number;
  readonly words: number;
}

function frameOf({ point, row, quoted, before, after }: Writings): Frame {
  const marks = quoted ? 1 : 0;
  const left = before - (point.differsFrom - point.from) - marks >= 2;
  const right = after - (point.to - point.differsTo) - marks >= 2;
  const leftMark = isMark(point.text[point.from - 1 - marks]) && isMark(row.text[row.from - 1 - marks]);
  const rightMark = isMark(point.text[point.to + marks]) && isMark(row.text[row.to + marks]);
  return { sides: count(left || leftMark) + count(right || rightMark), words: count(left) + count(right) };
}

function count(holds: boolean): number {
  return holds ? 1 : 0;
}

/** A mark that ends a clause, or the end of the text. */
function isMark(character: string | undefined): boolean {
  return character === undefined || '，。；：、,;:!?'.includes(character);
}

/** The character that one side has too many is the same as its neighbour: 服服务平台. */
function isDoubled({ point, row }: Writings): boolean {
  const fuller = point.differsTo > point.differsFrom ? point : row;
  const character = fuller.text[fuller.differsFrom];
  return (
    (fuller.differsFrom > fuller.from && fuller.text[fuller.differsFrom - 1] === character) ||
    (fuller.differsTo < fuller.to && fuller.text[fuller.differsTo] === character)
  );
}

function isInside(side: SlipSide): boolean {
  return side.from < side.differsFrom && side.differsTo < side.to;
}

function areParallel(a: string, b: string): boolean {
  return PARALLELS.some((group) => group.includes(a) && group.includes(b));
}
