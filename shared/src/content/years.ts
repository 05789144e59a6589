import type { MappedText } from '../text/mapped-text.ts';
import { normalMapped } from '../text/normal-form.ts';
import { dateMentions, yearRanges } from './dates.ts';
import { quotations, titles } from './enclosures.ts';
import { coverOf, type Stated, statedAt } from './stated.ts';

/** A year that a target or a deadline names. `span` is that of its digits. */
export interface TargetYear extends Stated {
  readonly year: number;
}

/** What introduces a past fact, or compares with one. */
const PAST_BEFORE =
  /(?:自|从|较|比|同比|与|同|以|截至|截止|截止到|早在|继|按照?|根据|依据|对照|参照|对比|延续|巩固|总结|针对|基于|回顾|原|自从|和)$/;
/** What a year of the past goes on with: `2022年以来`, `2022年版`, `2022年12月印发的`, `2022年底已`. */
const PAST_AFTER =
  /^(?:以来|以后|之后|起|开始|已|版|修订|基础上|的?基础上|相比|同期|水平|基数|[^,。;:]{0,10}(?:考核|评价|评估|测评|审计|调查|结果|报告|排名|榜单|反馈|问题|决算|清缴|基础上|相比|以来|水平|同期|增长|下降))/;
const DONE =
  '(?:建成|建设|建造|投用|竣工|开工|印发|出台|发布|公布|颁布|修订|制定|实施|启动|确定|认定|评定|批准|获批|立项|入库|下达|入选|签约|登记|注册|引进|创建|开展|试点|施行|召开)';
const DONE_AFTER = new RegExp(`^(?:已|[^,。;:]{0,6}${DONE}(?:以来|后|[^,。;:]{0,6}的))`);
const DONE_AT_ONCE = new RegExp(`^(?:已|${DONE}(?:以来|后|[^,。;:]{0,4}的))`);
/** An end or a span that only a target has. */
const PLAIN_TARGET =
  /^(?:度?(?:全年|年?内)|(?:年?[底末]|\d{1,2}月(?:底|末|\d{1,2}日)?|第?[一二三四1-4]季度[底末]?|[上下]半年)(?:之?前|以前))/;
const YEAR_OF_SERVICE = /^度/;
const TARGET_AFTER_SERVICE_YEAR = /^度(?:全年|工作|任务|目标|计划|重点|内|底|末|新增|完成|实现)/;
/** What makes a year that of a target. */
const TARGET_BEFORE =
  /(?:力争|争取|确保|计划|预计|纳入|列入|实现|完成|达到|发布|公布|编制|制定|出台|推出|印发|开展|组织|举办|启动|推进|落实|做好|到|至|在|于|将|前|[,。;:]|^)$/;
const TARGET_AFTER =
  /^度?(?:全年|年?内|年?底|年?末|前|之前|第?[一二三四1-4]季度|[上下]半年|1?\d月|力争|计划|拟|新|改|完成|实现|建|推|开展|服务|培育|引|出台|制定|达|争取|确保|将|要|再|累计|组织|举办|压|清单|目标|任务|重点|提|优|全面|基本|力|共|各)/;

/** What looks beyond the document's years on purpose: `到2035年`, `面向2030年`, `为2025年…打基础`. */
const FAR_BEFORE = /(?:到|至|面向|展望|远期|谋划|储备|筹备|申报|编制|为|迎接|筹办|承办|自|从|力争到?|截至)$/;

/**
 * The years of a text that a target, a plan or a deadline names. Left out are titles and quotations, ranges (`2023—2025年`),
 * past facts (`自2021年以来`, `较2022年增长`, `2022年印发的`) and what lies far ahead (`到2035年`).
 * @param documentYear The year that the document speaks for: what lies before it may be past, what lies behind it far.
 */
export function targetYears(text: MappedText, documentYear: number): readonly TargetYear[] {
  const normal = normalMapped(text);
  const words = normal.text;
  if (!/\d{4}年/.test(words)) return [];
  const isHidden = coverOf([...titles(words), ...quotations(words), ...yearRanges(words)]);
  const found: TargetYear[] = [];
  for (const mention of dateMentions(words, documentYear)) {
    const digits = mention.yearDigits;
    if (digits === undefined || mention.year === undefined || isHidden(mention.from, mention.to)) continue;
    const before = words.slice(Math.max(0, mention.from - 4), mention.from);
    const behindYear = words.slice(digits.to + 1, digits.to + 21);
    const behind = words.slice(mention.to, mention.to + 20);
    const hasDate = mention.last !== undefined;
    if (mention.isRange && !hasDate) continue;
    if (isTarget(mention.year, documentYear, before, behindYear, behind, hasDate))
      found.push({ ...statedAt(normal, digits.from, digits.to), year: mention.year });
  }
  return found;
}

/** A year typed with a digit too many: `20230年`, where the document's is 2023. */
const LONG_YEAR = /(?<!\d)20\d{3}(?=年)/g;

/** The years of a text that are the document's but for a digit too many. `year` is the document's, `span` that of all digits. */
export function longYears(text: MappedText, documentYear: number): readonly TargetYear[] {
  const normal = normalMapped(text);
  return [...normal.text.matchAll(LONG_YEAR)].flatMap((match) => {
    const [written] = match;
    const isSlip = [...written].some((_, at) => written.slice(0, at) + written.slice(at + 1) === String(documentYear));
    return isSlip ? [{ ...statedAt(normal, match.index, match.index + written.length), year: documentYear }] : [];
  });
}

function isTarget(
  year: number,
  documentYear: number,
  before: string,
  behindYear: string,
  behind: string,
  hasDate: boolean,
): boolean {
  if (/^(?:之?后|以后|以来|起|开始)/.test(behind)) return false;
  if (year > documentYear) return !FAR_BEFORE.test(before) && (hasDate || /^度?(?:全年|年?内)/.test(behindYear));
  // What is older than the last two drafts was never a target of theirs; a limit that a sentence begins with is a slip.
  if (year < documentYear - 2) return PLAIN_TARGET.test(behindYear) && /^(?:之?前|以前),/.test(behind);
  if (year < documentYear) {
    if (PAST_BEFORE.test(before)) return false;
    const afterLimit = behind.replace(/^(?:之?前|以前)/, '');
    if (PLAIN_TARGET.test(behindYear)) return !DONE_AT_ONCE.test(afterLimit);
    if (PAST_AFTER.test(behind) || PAST_AFTER.test(behindYear)) return false;
    if (DONE_AFTER.test(behind) || DONE_AFTER.test(behindYear)) return false;
  }
  if (YEAR_OF_SERVICE.test(behindYear) && !TARGET_AFTER_SERVICE_YEAR.test(behindYear)) return false;
  return TARGET_AFTER.test(behindYear) || TARGET_BEFORE.test(before);
}
