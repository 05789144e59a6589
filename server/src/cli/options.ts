import type { Localized } from '#shared/text/localized.ts';

/** One option: parsing, help and shell completion are made from it. */
export interface OptionSpec {
  readonly name: string;
  readonly short?: string;
  /** What stands for the value in the help; an option without it is a switch. */
  readonly value?: Localized;
  /** The only values there are. */
  readonly choices?: readonly string[];
  readonly repeatable?: boolean;
  /** Words that directly follow the value and end like this are further values: `--units a.json b.json`. */
  readonly moreEndIn?: string;
  readonly help: Localized;
}

const fileValue: Localized = { zh: '文件', en: 'FILE' };

export const commonOptions = [
  {
    name: 'locale',
    value: { zh: 'zh|en', en: 'zh|en' },
    choices: ['zh', 'en'],
    help: { zh: '提示信息的语言', en: 'language of the messages' },
  },
  { name: 'color', help: { zh: '总是使用颜色', en: 'always use colours' } },
  { name: 'no-color', help: { zh: '不使用颜色', en: 'never use colours' } },
  { name: 'help', short: 'h', help: { zh: '显示帮助', en: 'show help' } },
  { name: 'version', short: 'v', help: { zh: '显示版本号', en: 'show the version' } },
] as const satisfies readonly OptionSpec[];

const readingOptions = [
  {
    name: 'year',
    value: { zh: '年份', en: 'YEAR' },
    help: { zh: '文件所属年份（默认取自标题）', en: 'year of the documents (default: their title’s)' },
  },
  {
    name: 'units',
    value: fileValue,
    repeatable: true,
    moreEndIn: '.json',
    help: { zh: '加用本地单位名录，可重复', en: 'use a unit directory as well; repeatable' },
  },
  {
    name: 'config',
    short: 'c',
    value: fileValue,
    help: {
      zh: '使用这个配置文件（默认从文件所在文件夹向上找 bizenv.config.json）',
      en: 'use this configuration (default: the nearest bizenv.config.json upwards from the file)',
    },
  },
  { name: 'no-config', help: { zh: '不使用配置文件', en: 'use no configuration' } },
] as const satisfies readonly OptionSpec[];

function formatOption<const Formats extends readonly string[]>(formats: Formats) {
  return {
    name: 'format',
    short: 'f',
    value: { zh: formats.join('|'), en: formats.join('|') },
    choices: formats,
    help: { zh: `输出格式（默认 ${formats[0]}）`, en: `output format (default: ${formats[0]})` },
  } as const satisfies OptionSpec;
}

export const lintOptions = [
  formatOption(['stylish', 'json']),
  { name: 'fix', help: { zh: '自动修改（只做不改变文意的修改）', en: 'apply the safe fixes' } },
  {
    name: 'fix-suggestions',
    help: { zh: '连同建议的修改一并应用，改后须核对', en: 'apply suggested fixes too; review the result' },
  },
  {
    name: 'rule',
    value: { zh: '规则=级别', en: 'ID=SEVERITY' },
    repeatable: true,
    help: {
      zh: '设定一条规则的级别：off、info、warning、error，可重复',
      en: 'set a rule to off, info, warning or error; repeatable',
    },
  },
  ...readingOptions,
  {
    name: 'max-warnings',
    value: { zh: '个数', en: 'N' },
    help: { zh: '警告超过这个数也算不通过', en: 'fail when there are more warnings than this' },
  },
  { name: 'quiet', short: 'q', help: { zh: '只列出错误', en: 'list errors only' } },
  { name: 'stdin', help: { zh: '从标准输入读取', en: 'read from standard input' } },
  {
    name: 'stdin-filename',
    value: fileValue,
    help: { zh: '标准输入内容的文件名', en: 'name of the file that standard input holds' },
  },
] as const satisfies readonly OptionSpec[];

export const rulesOptions = [formatOption(['text', 'json'])] as const satisfies readonly OptionSpec[];

export const explainOptions = [] as const satisfies readonly OptionSpec[];

export const inspectOptions = [
  formatOption(['text', 'json']),
  ...readingOptions,
] as const satisfies readonly OptionSpec[];
