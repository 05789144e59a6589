import { join } from 'node:path';
import { type Loaded, loadKept } from './code-cache.ts';

/** Put in by the bundler: the paths of the two scripts, relative to the file that starts them. */
declare const BIZENV_PROGRAM: string;
declare const BIZENV_ENGINE: string;

/** What the program takes of the engine: modules by name. */
type Engine = Readonly<Record<string, () => unknown>>;

/**
 * Loads the program, and the engine when it first asks for one of its modules.
 * @param folder where the file stands that starts it, and `require` what that file has.
 * @param use what the run is going to do, in a few words that may stand in a file's name.
 */
export function startProgram<Exports>(
  folder: string,
  require: NodeJS.Require,
  use: string,
  env: NodeJS.ProcessEnv,
): Loaded<Exports> {
  let engine: Loaded<Engine> | undefined;
  const engineOrNode = (name: string): unknown => {
    if (!name.startsWith('#')) return require(name);
    engine ??= loadKept<Engine>(join(folder, BIZENV_ENGINE), require, use, env);
    return engine.exports[name]?.();
  };
  const program = loadKept<Exports>(join(folder, BIZENV_PROGRAM), engineOrNode, use, env);
  return {
    exports: program.exports,
    keep: () => {
      program.keep();
      engine?.keep();
    },
  };
}
