import type { Localized } from '#shared/text/localized.ts';
import type { CommandContext } from './context.ts';
import type { ExitCode } from './exit-code.ts';
import { explainOptions, inspectOptions, lintOptions, type OptionSpec, rulesOptions } from './options.ts';

type Run = (context: CommandContext) => Promise<ExitCode>;

export interface CommandSpec {
  readonly name: string;
  /** What follows the name in the help. */
  readonly operands: Localized;
  readonly summary: Localized;
  readonly options: readonly OptionSpec[];
  /** Loads the command: a run pays for the one it uses only. */
  readonly load: () => Promise<Run>;
}

export const commands: readonly CommandSpec[] = [
  {
    name: 'lint',
    operands: { zh: '[文件、文件夹或通配符 …]', en: '[files, folders or globs …]' },
    summary: { zh: '检查要点和清单', en: 'check work points and task lists' },
    options: lintOptions,
    load: async () => (await import('./commands/lint.ts')).lintCommand,
  },
  {
    name: 'rules',
    operands: { zh: '', en: '' },
    summary: { zh: '列出全部规则', en: 'list all rules' },
    options: rulesOptions,
    load: async () => (await import('./commands/rules.ts')).rulesCommand,
  },
  {
    name: 'explain',
    operands: { zh: '规则', en: 'RULE' },
    summary: { zh: '说明一条规则：查什么、为什么、怎么改', en: 'explain a rule: what, why, and what to do' },
    options: explainOptions,
    load: async () => (await import('./commands/explain.ts')).explainCommand,
  },
  {
    name: 'inspect',
    operands: { zh: '文件', en: 'FILE' },
    summary: { zh: '显示从文件中读出的要点、清单和对应关系', en: 'show what was read from a file' },
    options: inspectOptions,
    load: async () => (await import('./commands/inspect.ts')).inspectCommand,
  },
];
