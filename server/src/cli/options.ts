import type { Localized } from '#shared/text/localized.ts';

/** One option: parsing, help and shell completion are made from it. */
export interface OptionSpec {
  readonly name: string;
  readonly short?: string;
  /** What stands for the value in the help; an option without it is a switch. */
  readonly value?: Localized;
  /** The only values there are. */
  readonly choices?: readonly string[];
  /** Behind one of the choices a file may be named: `sarif=out.sarif`. */
  readonly choiceTakesFile?: boolean;
  /** Heading under which the help lists it; the common options have none. */
  readonly section?: Localized;
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

export const readingOptions = [
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

export function formatOption<const Formats extends readonly string[]>(formats: Formats) {
  return {
    name: 'format',
    short: 'f',
    value: { zh: formats.join('|'), en: formats.join('|') },
    choices: formats,
    help: { zh: `输出格式（默认 ${formats[0]}）`, en: `output format (default: ${formats[0]})` },
  } as const satisfies OptionSpec;
}

export const reportFormats = [
  'stylish',
  'json',
  'sarif',
  'github',
  'gitlab',
  'junit',
  'checkstyle',
  'rdjson',
  'markdown',
  'html',
] as const;

export type ReportFormat = (typeof reportFormats)[number];

const sections = {
  fixing: { zh: '修改：', en: 'Fixing:' },
  judging: { zh: '按什么检查：', en: 'What to judge by:' },
  ci: { zh: '持续集成：', en: 'In continuous integration:' },
  speed: { zh: '大量文件：', en: 'Many files:' },
  input: { zh: '标准输入：', en: 'Standard input:' },
} satisfies Record<string, Localized>;

/** What a report is written as, and when it fails the run. */
const reportOptions = [
  {
    name: 'format',
    short: 'f',
    value: { zh: '格式[=文件]', en: 'FORMAT[=FILE]' },
    choices: reportFormats,
    choiceTakesFile: true,
    repeatable: true,
    help: {
      zh: `输出格式，可重复并各写入文件：${reportFormats.join('、')}（默认 stylish）`,
      en: `output format; repeatable, each into its file: ${reportFormats.join(', ')} (default: stylish)`,
    },
  },
  {
    name: 'output-file',
    short: 'o',
    value: fileValue,
    help: { zh: '把报告写入文件，而不是标准输出', en: 'write the report to a file, not to standard output' },
  },
  { name: 'quiet', short: 'q', help: { zh: '只列出错误', en: 'list errors only' } },
  {
    name: 'max-warnings',
    value: { zh: '个数', en: 'N' },
    help: { zh: '警告超过这个数也算不通过', en: 'fail when there are more warnings than this' },
  },
] as const satisfies readonly OptionSpec[];

const concurrencyValue: Localized = { zh: '线程数|auto|off', en: 'N|auto|off' };

export const lintOptions = [
  ...reportOptions,
  {
    name: 'fix',
    section: sections.fixing,
    help: { zh: '自动修改（只做不改变文意的修改）', en: 'apply the safe fixes' },
  },
  {
    name: 'fix-suggestions',
    section: sections.fixing,
    help: { zh: '连同建议的修改一并应用，改后须核对', en: 'apply suggested fixes too; review the result' },
  },
  {
    name: 'fix-dry-run',
    section: sections.fixing,
    help: {
      zh: '不写入文件，只输出修改内容（git apply 可用的 diff）',
      en: 'write nothing; print the changes as a diff for git apply',
    },
  },
  ...readingOptions.map((option) => ({ ...option, section: sections.judging })),
  {
    name: 'rule',
    section: sections.judging,
    value: { zh: '规则=级别', en: 'ID=SEVERITY' },
    repeatable: true,
    help: {
      zh: '设定一条规则的级别：off、info、warning、error，可重复',
      en: 'set a rule to off, info, warning or error; repeatable',
    },
  },
  {
    name: 'report-unused-directives',
    section: sections.judging,
    help: {
      zh: '不起作用的 bizenv-disable 指令按错误报告',
      en: 'report directives that silence nothing as errors',
    },
  },
  {
    name: 'changed-since',
    section: sections.ci,
    value: { zh: '版本', en: 'REF' },
    help: {
      zh: '只报告自这个 Git 版本以来改动的行，以及成对的另一方',
      en: 'only findings on lines changed since this Git revision, and on the other side of their pairs',
    },
  },
  {
    name: 'baseline',
    section: sections.ci,
    value: fileValue,
    help: { zh: '不报告基线文件中已有的问题', en: 'leave out the findings that this file holds' },
  },
  {
    name: 'write-baseline',
    section: sections.ci,
    value: fileValue,
    help: { zh: '把现有问题写入基线文件', en: 'write all present findings to this file' },
  },
  {
    name: 'prune-baseline',
    section: sections.ci,
    help: {
      zh: '从基线文件中去掉已不再出现的问题，不添加新的',
      en: 'take entries that are gone out of the baseline; adds none',
    },
  },
  {
    name: 'shard',
    section: sections.ci,
    value: { zh: '3/8', en: '3/8' },
    help: {
      zh: '只检查 8 份中的第 3 份；各份的 JSON 报告用 bizenv merge 合并',
      en: 'check part 3 of 8 only; bizenv merge joins the JSON reports of all parts',
    },
  },
  {
    name: 'concurrency',
    section: sections.speed,
    value: concurrencyValue,
    help: { zh: '使用几个线程（默认 auto）', en: 'number of threads (default: auto)' },
  },
  {
    name: 'cache',
    section: sections.speed,
    help: { zh: '没有改动的文件不再重新检查', en: 'do not check again what has not changed' },
  },
  {
    name: 'cache-location',
    section: sections.speed,
    value: { zh: '文件夹', en: 'FOLDER' },
    help: { zh: '缓存文件夹（默认 .bizenvcache）', en: 'folder of the cache (default: .bizenvcache)' },
  },
  {
    name: 'stats',
    section: sections.speed,
    help: { zh: '列出各步骤、各规则的用时和内存', en: 'show the time of each step and rule, and the memory' },
  },
  {
    name: 'watch',
    section: sections.speed,
    help: { zh: '文件改动后自动重新检查', en: 'check again whenever a file changes' },
  },
  { name: 'stdin', section: sections.input, help: { zh: '从标准输入读取', en: 'read from standard input' } },
  {
    name: 'stdin-filename',
    section: sections.input,
    value: fileValue,
    help: { zh: '标准输入内容的文件名', en: 'name of the file that standard input holds' },
  },
] as const satisfies readonly OptionSpec[];

export const mergeOptions = reportOptions;

export const completionOptions = [] as const satisfies readonly OptionSpec[];

export const rulesOptions = [formatOption(['text', 'json'])] as const satisfies readonly OptionSpec[];

export const explainOptions = [] as const satisfies readonly OptionSpec[];

export const inspectOptions = [
  formatOption(['text', 'json']),
  ...readingOptions,
] as const satisfies readonly OptionSpec[];
