/**
 * A measure word. Two figures can state the same thing only when their measures have one `kind`: a counter is a kind of
 * its own (`家`), units of length, area, time, … share one.
 */
export interface Measure {
  /** The word that stands for all its spellings: `公里` for `千米` and `km`. */
  readonly name: string;
  readonly kind: string;
  /** How many of the kind's base units it is. */
  readonly factor: number;
}

/** Words that count things, and follow a numeral written either way. */
const COUNTERS = `家 项 个 次 条 户 宗 台 辆 处 人 名 位 所 批 类 件 份 篇 种 套 座 栋 幢 间 层 部 场 轮 组 支 只 头 株 棵
  本 册 张 枚 笔 单 起 例 门 对 艘 架 列 班 幅 块 片 面 颗 根 盏 人次 户次 家次 批次 场次 车次 班次 架次 项次 条次
  标箱 标准箱 个标箱 个标准箱 例次 件次 村 站 环节 步骤 席 桌 床 款 段 道 口 节 站点 桩 群 级
  岁 档 折 词 句 页 字 票 箱 包 袋 瓶 盒`;

/** Units: name, kind, factor, then the other spellings. */
const UNITS: readonly (readonly [name: string, kind: string, factor: number, ...spellings: string[]])[] = [
  ['米', 'length', 1, 'm'],
  ['公里', 'length', 1000, '千米', 'km'],
  ['海里', 'length', 1852],
  ['厘米', 'length', 0.01, 'cm'],
  ['毫米', 'length', 0.001, 'mm'],
  ['平方米', 'area', 1, '平米', '平方', 'm2'],
  ['亩', 'area', 2000 / 3],
  ['公顷', 'area', 1e4],
  ['平方公里', 'area', 1e6, '平方千米', 'km2'],
  ['立方米', 'volume', 1, 'm3', '方'],
  ['升', 'volume', 0.001],
  ['千克', 'mass', 1, '公斤', 'kg'],
  ['克', 'mass', 0.001],
  ['吨', 'mass', 1000, '公吨'],
  ['秒', 'time', 1, '秒钟'],
  ['分钟', 'time', 60, 'min'],
  ['小时', 'time', 3600, '个小时', '个钟头', 'h'],
  ['天', 'time', 86_400, '日', '个自然日', '自然日', '日历天'],
  ['工作日', 'time', 86_401, '个工作日', '个工作天', '个法定工作日'],
  ['周', 'time', 604_800, '个星期', '个周'],
  ['个月', 'time', 2_592_000, '个自然月'],
  ['年', 'time', 31_536_000, '个年度', '周年'],
  ['元', 'money', 1, '元人民币', '块钱'],
  ['美元', 'foreign money', 1],
  ['港元', 'foreign money', 0.13, '港币'],
  ['欧元', 'foreign money', 1.1],
  ['%', 'share', 1, '个百分比'],
  ['个百分点', 'share', 1.000001, '百分点'],
  ['‰', 'share', 0.1, '个千分点'],
  ['倍', 'times', 1],
  ['分', 'score', 1],
  ['千瓦', 'power', 1, 'kW'],
  ['兆瓦', 'power', 1000, 'MW'],
  ['千瓦时', 'energy', 1, '度', '度电', 'kWh'],
  ['千伏', 'voltage', 1, 'kV'],
  ['Mbps', 'rate', 1, '兆', '兆比特每秒'],
  ['Gbps', 'rate', 1000],
];

/** A date's or an ordinal's words, or words that only look like a measure: never after a numeral in characters. */
const ONLY_AFTER_DIGITS = new Set([
  '级',
  '部',
  '面',
  '步骤',
  '日',
  '分',
  '方',
  '年',
  '站',
  '口',
  '道',
  '层',
  '度',
  '字',
  'm',
  'h',
]);

const measures = new Map<string, Measure>();
for (const counter of COUNTERS.split(/\s+/)) measures.set(counter, { name: counter, kind: counter, factor: 1 });
for (const [name, kind, factor, ...spellings] of UNITS)
  for (const spelling of [name, ...spellings]) measures.set(spelling, { name, kind, factor });

const LONGEST = Math.max(...Array.from(measures.keys(), (word) => word.length));

/**
 * The longest measure word at an index, with its length.
 * @param inCharacters The number before it is written in Chinese characters.
 */
export function measureAt(
  text: string,
  index: number,
  inCharacters: boolean,
): { readonly measure: Measure; readonly length: number } | undefined {
  for (let length = Math.min(LONGEST, text.length - index); length > 0; length--) {
    const word = text.slice(index, index + length);
    const measure = measures.get(word);
    if (measure === undefined) continue;
    if (inCharacters && ONLY_AFTER_DIGITS.has(word)) continue;
    if (/[A-Za-z]$/.test(word) && /[A-Za-z0-9]/.test(text[index + length] ?? '')) continue;
    return { measure, length };
  }
  return undefined;
}
