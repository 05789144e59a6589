import type { Locale, Localized } from '#shared/text/localized.ts';
import { nearestWord } from '#shared/text/nearest-word.ts';
import { isDraftName } from '../files/find-files.ts';
import { InputError } from '../files/input-error.ts';
import { visible } from '../formats/visible.ts';
import type { CommandSpec } from './command-spec.ts';
import { commands } from './commands.ts';
import type { Environment } from './environment.ts';
import { ExitCode } from './exit-code.ts';
import { chooseLocale } from './locale.ts';
import { commonOptions } from './options.ts';
import { firstOperand, parseArguments, peekOption } from './parse-arguments.ts';
import { formatProblem } from './problem.ts';

/** The command line: arguments (without the program's name) and environment in, exit code out. Never throws. */
export async function main(argv: readonly string[], environment: Environment): Promise<ExitCode> {
  const locale = chooseLocale(peekOption(argv, commonOptions, 'locale'), environment.env);
  try {
    return await run(argv, environment, locale);
  } catch (error) {
    environment.stderr.write(describe(error, locale));
    return ExitCode.Failure;
  }
}

async function run(argv: readonly string[], environment: Environment, locale: Locale): Promise<ExitCode> {
  const first = firstOperand(argv, commonOptions);
  if (first?.value === 'help') return await run(argv.with(first.index, '--help'), environment, locale);
  const command = commands.find(({ name }) => name === first?.value);
  if (command === undefined && first !== undefined) throw unknownCommand(first.value);
  const specs = [...(command?.options ?? []), ...commonOptions];
  const { options, operands } = parseArguments(first === undefined ? argv : argv.toSpliced(first.index, 1), specs);
  const say = (text: Localized) => text[locale];
  if (options.has('version')) {
    const { version } = await import('../version.ts');
    environment.stdout.write(`${version()}\n`);
    return ExitCode.Clean;
  }
  if (command === undefined || options.has('help'))
    return await help(command, options.has('help'), environment, locale);
  const execute = await command.load();
  return await execute({ environment, locale, options, operands, say });
}

/** Without a command nothing was checked: a script that forgot it must not pass. */
async function help(
  command: CommandSpec | undefined,
  asked: boolean,
  environment: Environment,
  locale: Locale,
): Promise<ExitCode> {
  const { helpText } = await import('./help.ts');
  const output = asked ? environment.stdout : environment.stderr;
  output.write(helpText(command, locale));
  return asked ? ExitCode.Clean : ExitCode.Failure;
}

function unknownCommand(typed: string): InputError {
  const near = nearestWord(
    typed,
    commands.map(({ name }) => name),
  );
  return new InputError({
    what: { zh: `没有“${typed}”这个命令`, en: `there is no command “${typed}”` },
    cure: isDraftName(typed)
      ? { zh: `要检查文件，请写 bizenv lint ${typed}。`, en: `To check a file, write bizenv lint ${typed}.` }
      : near === undefined
        ? { zh: '运行 bizenv --help 可列出全部命令。', en: 'bizenv --help lists the commands.' }
        : { zh: `是不是 bizenv ${near}？`, en: `Did you mean bizenv ${near}?` },
  });
}

function describe(error: unknown, locale: Locale): string {
  if (error instanceof InputError)
    return error.problems.map((problem) => `${formatProblem(problem, locale)}\n`).join('');
  const details = visible(error instanceof Error ? (error.stack ?? error.message) : String(error), 'lines');
  return locale === 'zh' ? `bizenv: 程序内部错误：${details}\n` : `bizenv: internal error: ${details}\n`;
}
