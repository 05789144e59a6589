import type { Locale } from '#shared/text/localized.ts';

/** The unit directory that `bizenv init --directory` writes beside the configuration. */
export const DIRECTORY_NAME = 'bizenv.units.json';

/** A configuration with every setting explained; it changes nothing but what to check. */
export function configTemplate(withDirectory: boolean, locale: Locale): string {
  const units = `${withDirectory ? '' : '// '}"units": ["${DIRECTORY_NAME}"],`;
  return locale === 'zh' ? chineseConfig(units) : englishConfig(units);
}

function chineseConfig(units: string): string {
  return `// 营商环境要点和清单的检查设置。以 // 开头的行是说明，去掉 // 即生效。
{
  // 不指定文件时检查哪些文件：文件、文件夹或通配符，相对于本文件所在文件夹。
  "include": ["."],

  // 不检查的文件或文件夹。
  "exclude": [],

  // 本地单位名录，与内置名录一并使用。
  ${units}

  // 文件所属年份；不写时取自文件标题。
  // "year": 2024,

  // 要点和清单分成两个文件的，写在一起。
  // "pairs": [["要点.md", "清单.md"]],

  // 清单表头的其他写法。
  // "columns": { "lead": ["主办单位"], "responsible": ["协办单位"] },

  // 各条规则的级别：off（关闭）、info、warning、error。运行 bizenv rules 列出全部规则。
  // "overrides": [{ "files": ["存档/**"], "rules": { "stale-year": "off" } }],
  "rules": {
    // "halfwidth-punctuation": "off"
  }
}
`;
}

function englishConfig(units: string): string {
  return `// Settings for checking work points and task lists. Lines that begin with // explain; take the // away to use one.
{
  // What to check when no file is named: files, folders or globs, relative to this file's folder.
  "include": ["."],

  // Files and folders to leave out.
  "exclude": [],

  // Unit directories of your own, used with the built-in ones.
  ${units}

  // The year of the documents; by default, their title's.
  // "year": 2024,

  // Work points and task lists that stand in files of their own.
  // "pairs": [["points.md", "list.md"]],

  // Further names of the task list's columns.
  // "columns": { "lead": ["主办单位"], "responsible": ["协办单位"] },

  // The severity of each rule: off, info, warning, error. bizenv rules lists them all.
  // "overrides": [{ "files": ["archive/**"], "rules": { "stale-year": "off" } }],
  "rules": {
    // "halfwidth-punctuation": "off"
  }
}
`;
}

/** A unit directory without a unit, with an example of each kind of entry. */
export function directoryTemplate(locale: Locale): string {
  return locale === 'zh' ? CHINESE_DIRECTORY : ENGLISH_DIRECTORY;
}

const CHINESE_DIRECTORY = `// 本地单位名录。以 // 开头的行是说明和示例，去掉 // 即生效。
{
  "title": "本地单位名录",

  // 本名录覆盖的地区。写明后，该地区文件里名录没有的单位会报告；不写则只作补充。
  // "places": ["云州市"],

  // 泛指用语。
  "groups": [
    // "各县（市、区）"
  ],

  // 单位：name 为规范简称，kind 为性质；aliases 为其他写法；
  // from、to 为启用、停用的年月；successor 为承接单位；source 为依据。
  "units": [
    // {
    //   "name": "市政务服务局",
    //   "fullName": "云州市政务服务管理局",
    //   "kind": "市政府工作部门",
    //   "aliases": ["市政务局"],
    //   "to": "2024-01",
    //   "successor": "市政务和数据局",
    //   "source": "云办发〔2024〕1号"
    // }
  ]
}
`;

const ENGLISH_DIRECTORY = `// A unit directory of your own. Lines that begin with // explain or show an example; take the // away to use one.
{
  "title": "本地单位名录",

  // The places it covers. With places, names that it does not hold are reported in their documents; without, it only adds.
  // "places": ["云州市"],

  // Phrases that name many.
  "groups": [
    // "各县（市、区）"
  ],

  // Units: name is the short name, kind what it is, aliases are other spellings; from and to are the months in which the
  // name begins and ends, successor the unit that follows it, source where the facts come from.
  "units": [
    // {
    //   "name": "市政务服务局",
    //   "fullName": "云州市政务服务管理局",
    //   "kind": "市政府工作部门",
    //   "aliases": ["市政务局"],
    //   "to": "2024-01",
    //   "successor": "市政务和数据局",
    //   "source": "云办发〔2024〕1号"
    // }
  ]
}
`;
