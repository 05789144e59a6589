import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isInside } from '../files/is-inside.ts';
import { CONFIG_NAME } from './config.ts';

/**
 * The configuration file that holds for the files of a folder: the nearest one upwards.
 * @param within a folder that is not left on the way.
 */
export function findConfig(folder: string, within?: string): string | undefined {
  for (let current = folder; ; current = dirname(current)) {
    if (within !== undefined && !isInside(within, current)) return undefined;
    const path = join(current, CONFIG_NAME);
    if (statSync(path, { throwIfNoEntry: false }) !== undefined) return path;
    if (current === dirname(current)) return undefined;
  }
}
