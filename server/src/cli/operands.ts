import type { Localized } from '#shared/text/localized.ts';
import { InputError } from '../files/input-error.ts';
import type { CommandContext } from './context.ts';

/** @throws InputError when the command was given words that it does not take. */
export function refuseOperands({ operands }: CommandContext): void {
  if (operands.length > 0) throw superfluous(operands.join(' '));
}

/** The one operand of a command. @throws InputError when there is none, or more than one. */
export function singleOperand({ operands }: CommandContext, cure: Localized): string {
  const [operand, ...rest] = operands;
  if (operand === undefined)
    throw new InputError({ what: { zh: '命令不完整', en: 'the command is incomplete' }, cure });
  if (rest.length > 0) throw superfluous(rest.join(' '));
  return operand;
}

function superfluous(words: string): InputError {
  return new InputError({
    what: { zh: `多余的参数：${words}`, en: `unexpected arguments: ${words}` },
    cure: { zh: '请去掉它们。', en: 'Leave them out.' },
  });
}
