import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoredGroup } from '../cli/lint/stored-group.ts';
import { fileProblem } from '../files/file-problem.ts';
import { InputError } from '../files/input-error.ts';
import { type ResultStore, sha256 } from './result-cache.ts';

const DAY = 24 * 60 * 60 * 1000;
/** What was not asked for so long is removed. */
const KEPT = 30 * DAY;
/** Length of the hash that begins an entry, with its line end. */
const HEAD = 65;

/**
 * Results as files of a folder, one each, put there whole: any number of runs may share it. An entry begins with the hash
 * of its name and its rest; one that does not hold to it is as good as none.
 */
export class FolderStore implements ResultStore {
  readonly #folder: string;
  #written = 0;

  /**
   * @param shown how messages name the folder.
   * @throws InputError when the folder cannot be made.
   */
  constructor(folder: string, shown: string) {
    this.#folder = folder;
    try {
      mkdirSync(folder, { recursive: true });
      // Nobody means to commit it.
      const ignore = join(folder, '.gitignore');
      if (!existsSync(ignore)) writeFileSync(ignore, '*\n');
    } catch (error) {
      throw new InputError(fileProblem(error, shown));
    }
  }

  async get(key: string): Promise<StoredGroup | undefined> {
    const path = join(this.#folder, key);
    try {
      const content = await readFile(path, 'utf8');
      const body = content.slice(HEAD);
      if (content.slice(0, HEAD) !== headOf(key, body)) return undefined;
      const now = Date.now();
      if (now - (await stat(path)).mtimeMs > DAY) await utimes(path, new Date(now), new Date(now));
      const group: StoredGroup = JSON.parse(body);
      return group;
    } catch {
      // Missing, unreadable, removed meanwhile: no answer.
      return undefined;
    }
  }

  /** A result that cannot be kept is judged again next time: no reason to fail. */
  async put(key: string, group: StoredGroup): Promise<void> {
    const body = JSON.stringify(group);
    const path = join(this.#folder, key);
    const draft = `${path}.${process.pid}-${this.#written++}.tmp`;
    try {
      await writeFile(draft, `${headOf(key, body)}${body}`);
      await rename(draft, path);
    } catch {
      await rm(draft, { force: true }).catch(() => undefined);
    }
  }

  /** Removes what nobody asked for in a month, and what a killed run left half-written. */
  async prune(): Promise<void> {
    if (this.#written === 0) return;
    const names = await readdir(this.#folder).catch(() => []);
    const now = Date.now();
    for (const name of names.filter((candidate) => /^[0-9a-f]{64}(\.|$)/.test(candidate))) {
      const path = join(this.#folder, name);
      try {
        const age = now - (await stat(path)).mtimeMs;
        if (age > (name.endsWith('.tmp') ? DAY : KEPT)) await rm(path, { force: true });
      } catch {
        // Another run removed it.
      }
    }
  }
}

function headOf(key: string, body: string): string {
  return `${sha256(`${key}\n${body}`)}\n`;
}
