import { join } from 'node:path';
import { type Loaded, loadKept } from './code-cache.ts';

/** Put in by the bundler: the paths of the scripts, relative to the file that starts them. */
declare const BIZENV_SCRIPTS: Readonly<Record<'program' | 'engine' | 'remark', string>>;

/** What the program takes of the engine: modules by name. */
type Engine = Readonly<Record<string, () => unknown>>;

/**
 * Loads the program; the engine, when the program first asks for one of its modules; and remark, when the engine asks for it.
 * @param folder where the file stands that starts it, and `require` what that file has.
 * @param use what the run is going to do, in a few words that may stand in a file's name.
 */
export function startProgram<Exports>(
  folder: string,
  require: NodeJS.Require,
  use: string,
  env: NodeJS.ProcessEnv,
): Loaded<Exports> {
  const loaded: Loaded<unknown>[] = [];
  const load = <Of>(script: keyof typeof BIZENV_SCRIPTS, given: (name: string) => unknown): Of => {
    const one = loadKept<Of>(join(folder, BIZENV_SCRIPTS[script]), given, use, env);
    loaded.push(one);
    return one.exports;
  };
  let engine: Engine | undefined;
  const forEngine = (name: string): unknown => (name === '#remark' ? load('remark', require) : require(name));
  const forProgram = (name: string): unknown => {
    if (!name.startsWith('#')) return require(name);
    engine ??= load<Engine>('engine', forEngine);
    return engine[name]?.();
  };
  return {
    exports: load<Exports>('program', forProgram),
    keep: () => {
      for (const script of loaded) script.keep();
    },
  };
}
