/** Levels as they stand before a body's name: `市财政局`, `自治区教育厅`. */
const LEVELS = new Set([
  '国家',
  '国务院',
  '中国',
  '全国',
  '中央',
  '省',
  '自治区',
  '市',
  '州',
  '自治州',
  '盟',
  '地区',
  '县',
  '自治县',
  '区',
  '旗',
  '新区',
  '高新区',
  '经开区',
  '开发区',
  '保税区',
  '综保区',
  '自贸区',
  '自贸港',
  '合作区',
  '园区',
  '镇',
  '乡',
  '街道',
  '兵团',
  '师',
]);

/** What the names of places end in, with the rank of what they name: 1 province, 2 prefecture, 3 county or zone, 4 town. */
const SUFFIXES: readonly { readonly text: string; readonly ranks: readonly number[] }[] = [
  { text: '自治区', ranks: [1] },
  { text: '省', ranks: [1] },
  { text: '自治州', ranks: [2] },
  { text: '州', ranks: [2] },
  { text: '盟', ranks: [2] },
  { text: '市', ranks: [1, 2, 3] },
  { text: '自治县', ranks: [3] },
  { text: '自治旗', ranks: [3] },
  { text: '县', ranks: [3] },
  { text: '区', ranks: [3] },
  { text: '旗', ranks: [3] },
  { text: '镇', ranks: [4] },
  { text: '乡', ranks: [4] },
  { text: '街道', ranks: [4] },
];

/** The last characters of these: a cheap look, for most texts end otherwise. */
const LAST: ReadonlySet<number> = new Set(SUFFIXES.map(({ text }) => text.charCodeAt(text.length - 1)));

/** Not a place's name, though it ends like one. */
const NOT_A_PLACE =
  /(?:示范|试验|实验|社|景|校|小|厂|库|片|湾|特|地|辖|专|分|郊|街|林|牧|灾|禁|误|盲|时|战|旅游|主城|中心城|贫困山|偏远山|边远|革命老|建成|自由贸易|^.{2,4}园)区$|(?:大|小)城市$|(?:特色小|小城|新型城|中心)镇$|[同联]盟$/;
/** Of the prefectures only these seven are called 地区. */
const PREFECTURE_AREA = /^(?:.{2,12}(?:省|自治区))?(?:阿里|喀什|和田|塔城|阿勒泰|阿克苏|大兴安岭)地区$/;

/** Ideographs, and the crosses that stand for a name not given (`XX县`). */
const HAN = /^[\p{Script=Han}X×]+$/u;
/** What nearly all are made of: V8 takes a while to look up the whole script. */
const USUAL_HAN = /^[\u4e00-\u9fff]+$/;
/** Characters that the names of places do not have, but those of bodies and phrases. */
const FOREIGN = /[局委办厅部署院会各等及和与的省县区旗]|[银分支]行|海关/;
const LONGEST = 24;

/** True for a level alone: `市`, `省`, `自治区`. */
export function isLevel(text: string): boolean {
  return LEVELS.has(text);
}

/** True for the name of a place, or of one inside another: `云南省`, `海口市龙华区`, `西咸新区`. */
export function isPlaceName(text: string): boolean {
  if (text.length < 2 || text.length > LONGEST || !LAST.has(text.charCodeAt(text.length - 1))) return false;
  if (!USUAL_HAN.test(text) && !HAN.test(text)) return false;
  if (NOT_A_PLACE.test(text)) return PREFECTURE_AREA.test(text);
  return isPath(text, 0);
}

/** True when the text is a sequence of places, each inside the one before; `above` is the rank of the one before. */
function isPath(text: string, above: number): boolean {
  for (const suffix of SUFFIXES) {
    for (const rank of suffix.ranks) {
      if (rank <= above) continue;
      for (let at = text.indexOf(suffix.text); at >= 0; at = text.indexOf(suffix.text, at + 1)) {
        if (!isOwnName(text.slice(0, at), suffix.text)) continue;
        const rest = text.slice(at + suffix.text.length);
        if (rest === '' || (rank < 4 && isPath(rest, rank))) return true;
      }
    }
  }
  return false;
}

/** True when the text can stand before a place's suffix: `海口` before `市`, `易` before `县`. */
function isOwnName(text: string, suffix: string): boolean {
  if (text.length < (suffix === '县' ? 1 : 2) || text.length > 14 || FOREIGN.test(text)) return false;
  const first = text.charAt(0);
  if ('州区镇乡盟'.includes(first)) return false;
  if (first === '市' && !/^市[中南北]$/.test(text)) return false;
  const last = text.charAt(text.length - 1);
  return last !== '市' && last !== '乡';
}
