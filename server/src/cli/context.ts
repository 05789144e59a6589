import type { Locale, Localized } from '#shared/text/localized.ts';
import type { Environment } from './environment.ts';
import type { OptionValues } from './parse-arguments.ts';

/** What a command is run with. */
export interface CommandContext {
  readonly environment: Environment;
  readonly locale: Locale;
  readonly options: OptionValues;
  /** What stands on the command line besides options. */
  readonly operands: readonly string[];
  /** The text in the language of this run. */
  say(text: Localized): string;
}
