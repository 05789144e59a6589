import type { CommandContext } from './context.ts';

/** A line on standard error. */
export function complain(text: string, { environment }: CommandContext): void {
  environment.stderr.write(`${text}\n`);
}
