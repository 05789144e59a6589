import type { CommandSpec } from './command-spec.ts';
import { draftingCommands } from './drafting/commands.ts';
import {
  completionOptions,
  explainOptions,
  inspectOptions,
  lintOptions,
  mergeOptions,
  rulesOptions,
} from './options.ts';

export const commands: readonly CommandSpec[] = [
  {
    name: 'lint',
    operands: { zh: '[文件、文件夹或通配符 …]', en: '[files, folders or globs …]' },
    summary: { zh: '检查要点和清单', en: 'check work points and task lists' },
    options: lintOptions,
    examples: {
      zh: [
        ['bizenv lint 草稿/', '检查文件夹里的全部草稿'],
        ['bizenv lint --fix 草稿/', '并作不改变文意的修改'],
        ['bizenv lint --format stylish --format sarif=out.sarif', '检查配置所列文件，另存 SARIF 报告'],
      ],
      en: [
        ['bizenv lint drafts/', 'check every draft of a folder'],
        ['bizenv lint --fix drafts/', 'and apply what cannot change the meaning'],
        ['bizenv lint --format stylish --format sarif=out.sarif', 'check what the configuration lists; SARIF too'],
      ],
    },
    load: async () => (await import('./commands/lint.ts')).lintCommand,
  },
  {
    name: 'merge',
    operands: { zh: '报告.json …', en: 'REPORT.json …' },
    summary: { zh: '把几份 JSON 报告合并成一份', en: 'make one report of several JSON reports' },
    options: mergeOptions,
    examples: {
      zh: [['bizenv merge 报告/*.json --format github', '合并各分片的报告，得出一个结论']],
      en: [['bizenv merge reports/*.json --format github', 'join the reports of all shards, with one exit code']],
    },
    load: async () => (await import('./commands/merge.ts')).mergeCommand,
  },
  ...draftingCommands,
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
  {
    name: 'completion',
    operands: { zh: 'bash|zsh|fish|powershell', en: 'bash|zsh|fish|powershell' },
    summary: { zh: '输出命令行补全脚本', en: 'print a completion script for a shell' },
    options: completionOptions,
    examples: {
      zh: [
        ['eval "$(bizenv completion bash)"', '写进 ~/.bashrc'],
        ['eval "$(bizenv completion zsh)"', '写进 ~/.zshrc'],
        ['bizenv completion fish | source', '写进 config.fish'],
        ['bizenv completion powershell | Out-String | Invoke-Expression', '写进 $PROFILE'],
      ],
      en: [
        ['eval "$(bizenv completion bash)"', 'in ~/.bashrc'],
        ['eval "$(bizenv completion zsh)"', 'in ~/.zshrc'],
        ['bizenv completion fish | source', 'in config.fish'],
        ['bizenv completion powershell | Out-String | Invoke-Expression', 'in $PROFILE'],
      ],
    },
    load: async () => (await import('./commands/completion.ts')).completionOf(commands),
  },
];
