import stringWidth from 'string-width';
import type { Locale, Localized } from '#shared/text/localized.ts';
import type { CommandSpec } from './command-spec.ts';
import { commands } from './commands.ts';
import { commonOptions, type OptionSpec } from './options.ts';

const titles = {
  usage: { zh: '用法：', en: 'Usage: ' },
  commands: { zh: '命令：', en: 'Commands:' },
  options: { zh: '选项：', en: 'Options:' },
  examples: { zh: '常用：', en: 'Usually:' },
  about: {
    zh: 'bizenv：检查优化营商环境工作要点与重点任务清单是否一致、规范。',
    en: 'bizenv checks the work points and the task list of a business-environment plan against each other.',
  },
  more: {
    zh: '运行 bizenv 命令 --help 查看每个命令的选项。\n退出码：0 没有错误；1 有错误（或警告超过上限）；2 命令没有完成，没有写入任何文件。',
    en: 'bizenv COMMAND --help lists the options of a command.\nExit codes: 0 no errors; 1 findings; 2 the command could not do its work, nothing was written.',
  },
} satisfies Record<string, Localized>;

/** The help of one command, or of the whole program. */
export function helpText(command: CommandSpec | undefined, locale: Locale): string {
  return `${(command === undefined ? programHelp(locale) : commandHelp(command, locale)).join('\n')}\n`;
}

function programHelp(locale: Locale): readonly string[] {
  return [
    titles.about[locale],
    '',
    titles.examples[locale],
    ...columns(commands.find(({ name }) => name === 'lint')?.examples?.[locale] ?? []),
    '',
    titles.commands[locale],
    ...columns(
      commands.map(({ name, operands, summary }) => [`bizenv ${name} ${operands[locale]}`.trimEnd(), summary[locale]]),
    ),
    '',
    titles.options[locale],
    ...optionLines(commonOptions, locale),
    '',
    titles.more[locale],
  ];
}

function commandHelp({ name, operands, summary, options, examples }: CommandSpec, locale: Locale): readonly string[] {
  return [
    `${titles.usage[locale]}bizenv ${name} ${operands[locale]}`.trimEnd(),
    summary[locale],
    '',
    ...(examples === undefined ? [] : [titles.examples[locale], ...columns(examples[locale]), '']),
    titles.options[locale],
    ...sectionLines([...options, ...commonOptions], locale),
  ];
}

/** The options without a section first, then each section under its heading; one width for all. */
function sectionLines(options: readonly OptionSpec[], locale: Locale): readonly string[] {
  const lines = optionLines(options, locale);
  const named = [...new Set(options.flatMap(({ section }) => section?.[locale] ?? []))];
  const headings = [undefined, ...named];
  return headings.flatMap((heading) => [
    ...(heading === undefined ? [] : ['', heading]),
    ...lines.filter((_, index) => options[index]?.section?.[locale] === heading),
  ]);
}

function optionLines(options: readonly OptionSpec[], locale: Locale): readonly string[] {
  return columns(
    options.map(({ name, short, value, help }) => [
      `${short === undefined ? '    ' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value[locale]}`}`,
      help[locale],
    ]),
  );
}

/** Two columns; a Chinese character is two places wide. */
function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => stringWidth(left)));
  return rows.map(([left, right]) => `  ${left}${' '.repeat(width - stringWidth(left))}  ${right}`);
}
