import { formatOption, type OptionSpec, readingOptions } from '../options.ts';

const force = {
  name: 'force',
  help: { zh: '覆盖已有的文件', en: 'replace an existing file' },
} as const satisfies OptionSpec;

/** All reading options but the year: these documents say theirs themselves. */
const readingWithoutYear = readingOptions.filter(({ name }) => name !== 'year');

export const draftOptions = [
  {
    name: 'from',
    value: { zh: '文件', en: 'FILE' },
    repeatable: true,
    moreEndIn: '.md',
    help: {
      zh: '上一年的文件；要点和清单分成两个文件的，写两次',
      en: 'last year’s file; twice where the pair is two files',
    },
  },
  {
    name: 'year',
    value: { zh: '年份', en: 'YEAR' },
    help: { zh: '新一年的年份', en: 'the new year' },
  },
  {
    name: 'carry',
    value: { zh: 'all|none|1,5,9-20', en: 'all|none|1,5,9-20' },
    help: {
      zh: '承接哪些任务（默认 all）；各部分重新编号的，按全文次序计',
      en: 'which tasks to carry over (default: all); where numbers start again, counted through the whole part',
    },
  },
  {
    name: 'out',
    short: 'o',
    value: { zh: '文件', en: 'FILE' },
    help: { zh: '写入这个文件（默认输出到屏幕）', en: 'write to this file (default: standard output)' },
  },
  force,
  ...readingWithoutYear,
] as const satisfies readonly OptionSpec[];

export const compareOptions = [
  formatOption(['text', 'md', 'json', 'html']),
  ...readingWithoutYear,
] as const satisfies readonly OptionSpec[];

export const unitsOptions = [
  formatOption(['table', 'csv', 'md', 'json', 'html']),
  {
    name: 'unit',
    value: { zh: '单位', en: 'NAME' },
    repeatable: true,
    help: { zh: '只列这个单位，可重复', en: 'this unit only; repeatable' },
  },
  ...readingOptions,
] as const satisfies readonly OptionSpec[];

export const formatOptions = [
  {
    name: 'check',
    help: { zh: '只列出需要整理的文件，不写入；有则退出码为 1', en: 'only list what would change; exit code 1 if any' },
  },
  ...readingWithoutYear,
] as const satisfies readonly OptionSpec[];

export const initOptions = [
  {
    name: 'directory',
    help: {
      zh: '同时建立空的本地单位名录 bizenv.units.json',
      en: 'also write an empty unit directory, bizenv.units.json',
    },
  },
  force,
] as const satisfies readonly OptionSpec[];
