import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from './file-problem.ts';

/**
 * Makes a folder, and those that it stands in. (Node does so too, but where the system makes none, as on what is mounted on
 * demand, it tries for ever; and of a disk that is read-only it says that the folder is not there.)
 * @throws an error of the file system.
 */
export function makeFolder(path: string, mode?: number): void {
  make(path, mode, true);
}

function make(path: string, mode: number | undefined, withParents: boolean): void {
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    if (errorCode(error) === 'EEXIST' && statSync(path).isDirectory()) return;
    if (errorCode(error) !== 'ENOENT' || !withParents || dirname(path) === path) throw error;
    make(dirname(path), mode, true);
    make(path, mode, false);
  }
}
