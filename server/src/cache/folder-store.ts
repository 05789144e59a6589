import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoredGroup } from '../cli/lint/stored-group.ts';
import { errorCode, fileProblem } from '../files/file-problem.ts';
import { InputError } from '../files/input-error.ts';
import { makeFolder } from '../files/make-folder.ts';
import { readdir, readFile, rename, rm, stat, utimes, writeFile } from '../files/promised.ts';
import type { CacheKey } from './cache-key.ts';
import type { ResultStore } from './result-cache.ts';

const DAY = 24 * 60 * 60 * 1000;
/** What was not asked for so long is removed. */
const KEPT = 30 * DAY;
const LINE_FEED = 10;
/** A file that is not there yet: who sent the folder cannot have put a link to another one in its place. */
const NEW = { flag: 'wx' };

/**
 * Results as files of a folder, one each, put there whole: any number of runs may share it. An entry is a line with two
 * lengths, the key, and the result twice: where both are not the same, it was damaged, and is as good as none. (Comparing
 * takes no time; a checksum takes longer than a run does whose results are known.)
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
      makeFolder(folder);
      leaveOutOfGit(folder);
    } catch (error) {
      throw new InputError(fileProblem(error, shown));
    }
  }

  async get({ name, content }: CacheKey): Promise<StoredGroup | undefined> {
    const path = join(this.#folder, name);
    try {
      const stats = await stat(path);
      // Reading a pipe would wait for ever.
      const result = stats.isFile() ? resultOf(await readFile(path), content) : undefined;
      if (result === undefined) return undefined;
      const now = Date.now();
      if (now - stats.mtimeMs > DAY) await utimes(path, new Date(now), new Date(now));
      const group: StoredGroup = JSON.parse(result);
      return group;
    } catch {
      // Missing, unreadable, removed meanwhile: no answer.
      return undefined;
    }
  }

  /** A result that cannot be kept is judged again next time: no reason to fail. */
  async put({ name, content }: CacheKey, group: StoredGroup): Promise<void> {
    const result = Buffer.from(JSON.stringify(group));
    const path = join(this.#folder, name);
    const draft = `${path}.${process.pid}-${this.#written++}.tmp`;
    try {
      await writeFile(draft, Buffer.concat([headOf(content.length, result.length), content, result, result]), NEW);
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
    for (const name of names.filter((candidate) => /^[0-9a-f]{16}(\.|$)/.test(candidate))) {
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

/** Nobody means to commit it. */
function leaveOutOfGit(folder: string): void {
  const path = join(folder, '.gitignore');
  try {
    writeFileSync(path, '*\n', NEW);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return;
    // Made, and not filled: the next run is to do it.
    rmSync(path, { force: true });
    throw error;
  }
}

function headOf(key: number, result: number): Buffer {
  return Buffer.from(`${key} ${result}\n`);
}

/** The result that an entry holds under this key; undefined where it is another one's, or not whole. */
function resultOf(entry: Buffer, key: Buffer): string | undefined {
  const start = entry.indexOf(LINE_FEED) + 1 + key.length;
  const length = (entry.length - start) / 2;
  if (!Number.isInteger(length) || length < 0) return undefined;
  const [first, second] = [entry.subarray(start, start + length), entry.subarray(start + length)];
  const expected = Buffer.concat([headOf(key.length, length), key]);
  return expected.equals(entry.subarray(0, start)) && first.equals(second) ? first.toString() : undefined;
}
