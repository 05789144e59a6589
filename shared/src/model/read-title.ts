import type { Block, HeadingBlock, ParagraphBlock } from '../markdown/block.ts';
import { parseChineseNumber } from '../text/chinese-number.ts';
import type { MappedText } from '../text/mapped-text.ts';
import { normalForm, normalMapped } from '../text/normal-form.ts';
import type { Span } from '../text/span.ts';
import type { Heading } from './policy-document.ts';

export interface TitleYear {
  readonly year: number;
  readonly span: Span;
  /** The end of a range: `2023—2025年`. */
  readonly lastYear: number | undefined;
}

const YEAR = /((?:19|20)\d\d)(?:年?度?[-–—―~至到]+((?:19|20)\d\d))?年/d;
const CHINESE_YEAR =
  /([二一][〇○零九][〇○零一二三四五六七八九]{2})(?:年?度?[-–—―~至到]+([二一][〇○零九][〇○零一二三四五六七八九]{2}))?年/d;

/** The year in a title, of any width and with white space inside. */
export function readTitleYear(title: MappedText): TitleYear | undefined {
  const form = normalMapped(title);
  const found = YEAR.exec(form.text) ?? CHINESE_YEAR.exec(form.text);
  const digits = found?.indices?.[1];
  const year = parseYear(found?.[1]);
  if (!found || !digits || year === undefined) return undefined;
  const lastYear = parseYear(found[2]);
  return { year, span: form.spanOf(digits[0], digits[1]), lastYear: lastYear === year ? undefined : lastYear };
}

function parseYear(text: string | undefined): number | undefined {
  return text === undefined ? undefined : parseChineseNumber(text.replaceAll('○', '〇'));
}

/** The texts that can name the year and the place, most telling first: the parts' titles, other headings, the first lines. */
export function titleTexts(blocks: readonly Block[], parts: readonly (Heading | undefined)[]): MappedText[] {
  const titles = parts.flatMap((heading) => heading?.title ?? []);
  const heads = blocks.filter((block): block is HeadingBlock => block.kind === 'heading').slice(0, 8);
  const lines = blocks
    .slice(0, 12)
    .filter((block): block is ParagraphBlock => block.kind === 'paragraph' && block.content.length <= 80);
  return [...titles, ...heads.map(({ content }) => content), ...lines.map(({ content }) => content)];
}

const SUFFIX = /特别行政区|自治区|自治州|自治县|自治旗|林区|新区|地区|[省市州盟县区旗镇]/g;
const NO_PLACE =
  /优化|营商|环境|深化|工作|改革|建设|推进|关于|进一步|示范|试验|自贸|自由|开发|高新|合作|领导|小组|办公|政府|全[省市州县区]|^[我本各该全]|城市|市场|重点|任务|清单|省级|市级|区级|县级|乡镇|城镇|年|的|和|与|人民|企业|服务|政务|园区|社区/;

/** The place that a title names: `深圳市`, `云南省`, `海口市龙华区`. */
export function readPlace(title: string): string | undefined {
  const form = normalForm(title)
    .replace(/^.{0,60}?(?:印发|转发|发布|公布|下发)《|^《/, '')
    .replace(/^(?:中共|中国\(|关于|印发)+/, '')
    .replace(/^(?:19|20)\d\d年度?/, '');
  let place = '';
  let rest = form;
  for (let step = 0; step < 3; step++) {
    const next = firstPlace(rest);
    if (next === undefined) break;
    place += next;
    rest = rest.slice(next.length);
  }
  return place === '' ? undefined : place;
}

function firstPlace(text: string): string | undefined {
  const head = text.slice(0, 18);
  for (const found of head.matchAll(SUFFIX)) {
    const end = found.index + found[0].length;
    const name = head.slice(0, end);
    if (NO_PLACE.test(name)) return undefined;
    const bare = found.index;
    // 广州市, 沙市区: one suffix inside a name that ends in the next one; 苏州 alone is no 州.
    if (bare < 1 || /^(?:[省市州县区旗]|新区)/.test(head.slice(end))) continue;
    if (found[0] === '州' && bare < 2) continue;
    return /^\p{Script=Han}+$/u.test(name) ? name : undefined;
  }
  return undefined;
}
