import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { makeFolder } from '../files/make-folder.ts';
import { cacheFolder } from './cache-folder.ts';

/** A program that was loaded, and may be kept compiled for the next run. */
export interface Loaded<Exports> {
  readonly exports: Exports;
  /** Keeps what V8 compiled until now, where it was not kept yet. A failure is none of the run's business. */
  keep(): void;
}

/**
 * Loads a bundle that is one function with the parameters of a CommonJS module. Compiling it takes longer than all that a
 * short run does besides, so what V8 compiled is kept, with the functions that were first called long after loading. (Node
 * has something like it from 22.1 on, which takes no notice of what later runs compile.)
 * @param path of the bundle, absolute: ASCII, and its name holds a hash of the content.
 * @param require what gives the bundle the modules that it asks for.
 * @param use what the run is going to do, in a few words that may stand in a file's name: other work needs other functions.
 */
export function loadKept<Exports>(
  path: string,
  require: (name: string) => unknown,
  use: string,
  env: NodeJS.ProcessEnv,
): Loaded<Exports> {
  const folder = cacheFolder(env);
  const kept = folder === undefined ? undefined : join(folder, keptName(path, use, env));
  const cachedData = kept === undefined ? undefined : read(kept);
  const source = readFileSync(path, 'latin1');
  const script = new Script(source, { filename: path, ...(cachedData === undefined ? {} : { cachedData }) });
  const module: { exports: Exports } = Object.create({ exports: {} });
  script.runInThisContext()(module.exports, require, module, path, dirname(path));
  const isNew = cachedData === undefined || script.cachedDataRejected === true;
  return {
    exports: module.exports,
    keep: () => {
      if (kept !== undefined && isNew) write(kept, script.createCachedData());
    },
  };
}

/**
 * V8's version, its flags and the processor: what one compiles, another refuses. (`cachedDataVersionTag` says it in one
 * number, and takes longer to load than all of this file.)
 */
function keptName(path: string, use: string, { NODE_OPTIONS = '' }: NodeJS.ProcessEnv): string {
  const flags = [...process.execArgv, NODE_OPTIONS].join(' ').replace(/[^\w=.]+/g, '_');
  const parts = [basename(path, '.cjs'), process.versions.v8, process.arch, flags.slice(-80), use];
  return parts.filter((part) => part !== '').join('-');
}

/**
 * V8 takes what it is given at its word, and a run dies of a byte that the disk lost. So the code stands there twice, and
 * where both are not the same, it is as good as none. (A checksum would take longer than all that is saved.)
 */
function read(path: string): Buffer | undefined {
  try {
    const twice = readFileSync(path);
    const [first, second] = [twice.subarray(0, twice.length / 2), twice.subarray(twice.length / 2)];
    return first.equals(second) ? first : undefined;
  } catch {
    // Nothing was kept yet, or nobody may read it.
    return undefined;
  }
}

/** So long, in milliseconds. */
const KEPT = 30 * 24 * 60 * 60 * 1000;

/** Puts the file there whole, so that any number of runs may do so at once, and removes what other versions left. */
function write(path: string, data: Buffer): void {
  const folder = dirname(path);
  const draft = `${path}.${process.pid}.tmp`;
  try {
    makeFolder(folder, 0o700);
    writeFileSync(draft, Buffer.concat([data, data]), { mode: 0o600, flag: 'wx' });
    renameSync(draft, path);
    for (const name of readdirSync(folder)) {
      const other = join(folder, name);
      if (/^(?:program|engine|remark)-/.test(name) && Date.now() - statSync(other).mtimeMs > KEPT)
        rmSync(other, { force: true });
    }
  } catch {
    remove(draft);
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It was never written.
  }
}
