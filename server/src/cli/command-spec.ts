import type { Locale, Localized } from '#shared/text/localized.ts';
import type { CommandContext } from './context.ts';
import type { ExitCode } from './exit-code.ts';
import type { OptionSpec } from './options.ts';

/** Runs a command to its end. */
export type CommandRun = (context: CommandContext) => Promise<ExitCode>;

export interface CommandSpec {
  readonly name: string;
  /** What follows the name in the help. */
  readonly operands: Localized;
  readonly summary: Localized;
  readonly options: readonly OptionSpec[];
  /** Calls to start from, each with what it does. */
  readonly examples?: Readonly<Record<Locale, readonly (readonly [string, string])[]>>;
  /** Loads the command: a run pays for the one it uses only. */
  readonly load: () => Promise<CommandRun>;
}
