import type { CommandSpec } from '../command-spec.ts';
import { compareOptions, draftOptions, formatOptions, initOptions, unitsOptions } from './options.ts';

/** The commands that make, compare and clean up pairs. */
export const draftingCommands: readonly CommandSpec[] = [
  {
    name: 'draft',
    operands: { zh: '--from 文件 --year 年份', en: '--from FILE --year YEAR' },
    summary: { zh: '由上一年的要点和清单起草下一年的', en: 'draft next year’s pair from last year’s' },
    options: draftOptions,
    examples: {
      zh: [
        ['bizenv draft --from 2023.md --year 2024 --out 2024.md', '承接全部任务'],
        ['bizenv draft --from 2023.md --year 2024 --carry 1,5,9-20 --out 2024.md', '只承接这些任务，重新编号'],
        ['bizenv draft --from 要点.md --from 清单.md --year 2024 --out 2024.md', '上一年分成两个文件'],
      ],
      en: [
        ['bizenv draft --from 2023.md --year 2024 --out 2024.md', 'carry over every task'],
        ['bizenv draft --from 2023.md --year 2024 --carry 1,5,9-20 --out 2024.md', 'these tasks only, renumbered'],
        ['bizenv draft --from points.md --from list.md --year 2024 --out 2024.md', 'last year’s pair is two files'],
      ],
    },
    load: async () => (await import('../commands/draft.ts')).draftCommand,
  },
  {
    name: 'compare',
    operands: { zh: '上一年文件 本年文件', en: 'OLD NEW' },
    summary: { zh: '比较两年的任务：延续、改动、移动、新增、不再列入', en: 'compare the tasks of two pairs' },
    options: compareOptions,
    examples: {
      zh: [['bizenv compare 2023.md 2024.md --format html > 比较.html', '生成可以转发的比较表']],
      en: [['bizenv compare 2023.md 2024.md --format html > changes.html', 'a page to send around']],
    },
    load: async () => (await import('../commands/compare.ts')).compareCommand,
  },
  {
    name: 'units',
    operands: { zh: '文件、文件夹或通配符 …', en: 'files, folders or globs …' },
    summary: { zh: '按单位列出任务台账', en: 'list the tasks of each unit' },
    options: unitsOptions,
    examples: {
      zh: [
        ['bizenv units 2024.md --format csv > 台账.csv', '用 Excel 打开的台账'],
        ['bizenv units 2024.md --unit 市司法局', '只列一个单位'],
      ],
      en: [
        ['bizenv units 2024.md --format csv > ledger.csv', 'a ledger for Excel'],
        ['bizenv units 2024.md --unit 市司法局', 'one unit alone'],
      ],
    },
    load: async () => (await import('../commands/units.ts')).unitsCommand,
  },
  {
    name: 'format',
    operands: { zh: '文件、文件夹或通配符 …', en: 'files, folders or globs …' },
    summary: { zh: '整理版式：标题、断开的要点、表格、标点', en: 'tidy headings, broken points, tables, punctuation' },
    options: formatOptions,
    examples: {
      zh: [['bizenv format --check 草稿/', '只检查哪些文件需要整理']],
      en: [['bizenv format --check drafts/', 'only say which files would change']],
    },
    load: async () => (await import('../commands/format.ts')).formatCommand,
  },
  {
    name: 'init',
    operands: { zh: '', en: '' },
    summary: { zh: '建立配置文件', en: 'write a configuration' },
    options: initOptions,
    examples: {
      zh: [['bizenv init --directory', '连同空的本地单位名录']],
      en: [['bizenv init --directory', 'with an empty unit directory']],
    },
    load: async () => (await import('../commands/init.ts')).initCommand,
  },
];
