import { basename, dirname, join, resolve } from 'node:path';
import { errorCode } from './file-problem.ts';
import { readlink, realpath } from './promised.ts';

/** So many symbolic links in a row are followed. */
const LONGEST_CHAIN = 40;

/**
 * The file that a path names in the end, also where a link leads to one that is not there yet.
 * @throws an error of the file system: where the links form a loop, or the folder is not there.
 */
export async function finalPath(path: string, links = 0): Promise<string> {
  const real = await orNothing(realpath(path));
  if (real !== undefined) return real;
  // No link, or nothing at all: what is not there cannot be read as a link.
  const target = await readlink(path).catch(() => undefined);
  if (target !== undefined && links < LONGEST_CHAIN) return await finalPath(resolve(dirname(path), target), links + 1);
  return join(await realpath(dirname(path)), basename(path));
}

/** Undefined where there is no such file. */
export async function orNothing<Value>(asked: Promise<Value>): Promise<Value | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
