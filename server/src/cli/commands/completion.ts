import { InputError } from '../../files/input-error.ts';
import type { CommandRun, CommandSpec } from '../command-spec.ts';
import { type CompletionShell, completionScript, completionShells } from '../completion/scripts.ts';
import type { CommandContext } from '../context.ts';
import { ExitCode } from '../exit-code.ts';
import { singleOperand } from '../operands.ts';

/** `bizenv completion SHELL`: a script that completes these commands, their options and the options' values. */
export function completionOf(commands: readonly CommandSpec[]): CommandRun {
  return async (context) => {
    context.environment.stdout.write(completionScript(commands, namedShell(context), context.locale));
    return ExitCode.Clean;
  };
}

function namedShell(context: CommandContext): CompletionShell {
  const names = completionShells.join(', ');
  const given = singleOperand(context, {
    zh: `请写明命令行环境：${completionShells.join('、')}。`,
    en: `Name a shell: ${names}.`,
  });
  return knownShell(given);
}

function knownShell(given: string): CompletionShell {
  const found = completionShells.find((shell) => shell === given);
  if (found !== undefined) return found;
  throw new InputError({
    what: { zh: `没有“${given}”的补全脚本`, en: `there is no completion for “${given}”` },
    cure: { zh: `可用的有：${completionShells.join('、')}。`, en: `Known: ${completionShells.join(', ')}.` },
  });
}
