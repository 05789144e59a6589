import type { Random } from '../accuracy/random.ts';

/** One change of a text, as an editor sends it. Offsets are UTF-16 code units. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function applyEdit(text: string, { start, end, text: written }: TextEdit): string {
  return text.slice(0, start) + written + text.slice(end);
}

const TYPED = [
  ...'市局、，。（）()|《》“”：；1234567890一二三年月日#*<>-— \n好办',
  '\n\n',
  '<br>',
  '<!-- bizenv-disable -->',
  '<!-- bizenv-disable-next-line lead-mismatch -->\n',
  '<!--',
  '---\n',
  '```\n',
  '> ',
  '**',
  '市财政局',
  '市发改委',
  '2022年底前',
  '不少于20家',
  '𠮷',
  '\u0301',
  '\r\n',
];

const WORDS = [
  ...'进一步优化营商环境，。；：、（）()“”《》0123456789%一二三四五六七八九十年月日前底家个项 ,:;—·-*_<&[]|#',
  '服务',
  '不少于20家',
  '2022年底前',
  '6月底前',
  '市财政局',
  '《企业信用修复工作指引》',
  '“一网通办”平台',
  'XX',
  '〔2023〕5号',
  '<br>',
  '牵头',
  '（市财政局）',
  '、市司法局',
  '市商务局、',
  '市发改委',
  '深圳市财政局',
  '局',
  '市',
  '、',
  '无',
  '牵头，',
  '按职责分工负责',
  '【请确认：单位】',
  '\n',
  '𠮷',
];

/** What stands before or in front of which something is typed: words, units in brackets and in cells, domains, headings. */
const SITES = [
  /[\u4e00-\u9fff]{6}/,
  /[、（(]/,
  /[局委院厅办]/,
  /[局委院厅办] *[|）)]/,
  /\| */,
  /^#+ /m,
  /\n\n/,
  /[^。）)]\n\n[\u4e00-\u9fff]{4}/,
];

const PASTED = [
  '12. 推行全程网办，年内办结率达到95%。（市商务局、市司法局）\n\n',
  '### （五）提升服务效能\n\n',
  '## 九、加强保障\n\n',
  '| 7 | 提升服务效能 | 推行全程网办 | 推行全程网办，办结率达到95%。 | 市商务局 | 市司法局 |\n',
  '| 序号 | 所属领域 | 重点任务 | 具体举措 | 牵头单位 | 责任单位 |\n| --- | --- | --- | --- | --- | --- |\n',
  '# 云州市2025年优化营商环境工作要点\n\n',
  '（责任单位排在首位的为牵头单位，下同。）\n\n',
  '共100项任务。\n\n',
];

/**
 * Edits as people make them and as nobody would: letters typed at a caret, lines joined and parted, ranges deleted over the
 * borders of blocks, lines pasted elsewhere, front matter, tables cut in two, and undo.
 */
export class Typist {
  readonly #random: Random;
  readonly #past: string[] = [];
  #text: string;
  #caret = 0;

  constructor(text: string, random: Random) {
    this.#text = text;
    this.#random = random;
  }

  get text(): string {
    return this.#text;
  }

  /** Makes one edit. */
  step(): string {
    const undone = this.#random.below(6) === 0 ? this.#past.pop() : undefined;
    if (undone !== undefined) {
      this.#text = undone;
      return this.#text;
    }
    this.#past.push(this.#text);
    const edit = this.#edit();
    this.#text = applyEdit(this.#text, edit);
    this.#caret = edit.start + edit.text.length;
    return this.#text;
  }

  /** Types or deletes some characters, mostly where it typed before, and mostly in words and units. */
  typeWords(): string {
    const random = this.#random;
    const undone = random.below(8) === 0 ? this.#past.pop() : undefined;
    if (undone !== undefined) {
      this.#text = undone;
      return this.#text;
    }
    this.#past.push(this.#text);
    if (random.below(4) === 0) {
      const anywhere = random.below(this.#text.length + 1);
      this.#caret = random.below(3) === 0 ? anywhere : this.#siteFrom(anywhere);
    }
    const at = Math.min(this.#caret, this.#text.length);
    const typed = random.pick(WORDS) ?? '';
    const kind = random.below(5);
    const edit =
      kind === 0
        ? { start: Math.max(0, at - 1 - random.below(2)), end: at, text: '' }
        : { start: at, end: kind === 1 ? Math.min(this.#text.length, at + 1) : at, text: typed };
    this.#text = applyEdit(this.#text, edit);
    this.#caret = edit.start + edit.text.length;
    return this.#text;
  }

  /** Behind the next site of a kind, or in the middle of it. */
  #siteFrom(from: number): number {
    const found = this.#random.pick(SITES)?.exec(this.#text.slice(from, from + 2000));
    if (found == null) return from;
    const { length } = found[0];
    return from + found.index + (length > 4 || this.#random.below(2) === 0 ? length >> 1 : length);
  }

  #edit(): TextEdit {
    const random = this.#random;
    const text = this.#text;
    switch (random.below(12)) {
      case 0:
      case 1:
      case 2:
      case 3:
        return insertion(this.#caret, random.pick(TYPED) ?? '');
      case 4:
        return { start: Math.max(0, this.#caret - 1), end: this.#caret, text: '' };
      case 5:
      case 6:
        return insertion(random.below(text.length + 1), random.pick(TYPED) ?? '');
      case 7: {
        const start = random.below(text.length + 1);
        return { start, end: Math.min(text.length, start + random.below(random.below(3) === 0 ? 2000 : 12)), text: '' };
      }
      case 8: {
        // A line's end is deleted: two lines become one.
        const at = text.indexOf('\n', random.below(text.length + 1));
        return at === -1 ? insertion(0, '\n') : { start: at, end: at + 1, text: '' };
      }
      case 9:
        return insertion(lineStart(text, random.below(text.length + 1)), random.pick(PASTED) ?? '');
      case 10: {
        const from = lineStart(text, random.below(text.length + 1));
        const end = text.indexOf('\n', from + random.below(400));
        return insertion(lineStart(text, random.below(text.length + 1)), text.slice(from, end === -1 ? from : end + 1));
      }
      default:
        return random.below(3) === 0 ? insertion(0, '---\nyear: 2024\nplace: 云州市\n---\n') : this.#lineAway();
    }
  }

  #lineAway(): TextEdit {
    const start = lineStart(this.#text, this.#random.below(this.#text.length + 1));
    const end = this.#text.indexOf('\n', start);
    return { start, end: end === -1 ? this.#text.length : end + 1, text: '' };
  }
}

function insertion(at: number, text: string): TextEdit {
  return { start: at, end: at, text };
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}
