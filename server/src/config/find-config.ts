import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CONFIG_NAME } from './config.ts';

/** The configuration file that holds for the files of a folder: the nearest one upwards. */
export function findConfig(folder: string): string | undefined {
  for (let current = folder; ; current = dirname(current)) {
    const path = join(current, CONFIG_NAME);
    if (statSync(path, { throwIfNoEntry: false }) !== undefined) return path;
    if (current === dirname(current)) return undefined;
  }
}
