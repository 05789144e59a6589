import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StoredGroup } from '../cli/lint/stored-group.ts';
import type { DraftReader } from '../drafts/draft-reader.ts';
import { readFile } from '../files/promised.ts';
import type { TaskMember } from '../parallel/protocol.ts';
import { version } from '../version.ts';
import { type CacheKey, cacheKey } from './cache-key.ts';

/** Where results are kept. */
export interface ResultStore {
  get(key: CacheKey): Promise<StoredGroup | undefined>;
  put(key: CacheKey, group: StoredGroup): Promise<void>;
  /** Once at the end of a run: lets go of what is no longer needed. */
  prune(): Promise<void>;
}

/**
 * Results of earlier runs, known by all that they depend on: texts, settings, directories, and this program.
 * So a result is right, or it is not found.
 */
export class ResultCache {
  readonly store: ResultStore;
  readonly #reader: DraftReader;
  readonly #directories = new Map<string, Promise<readonly string[]>>();

  constructor(store: ResultStore, reader: DraftReader) {
    this.store = store;
    this.#reader = reader;
  }

  /** What the result of judging these texts together is known by. */
  async keyOf(members: readonly TaskMember[]): Promise<CacheKey> {
    const about: unknown[] = [program()];
    for (const { path, shown } of members) {
      const settings = await this.#reader.settingsFor(path);
      about.push(
        shown,
        settings,
        await this.#directory((await this.#reader.unitFilesFor(path)).map((file) => file.path)),
      );
    }
    return cacheKey(
      about,
      members.map((member) => member.text),
    );
  }

  /** The contents of the files that make a directory; each directory is read once. */
  async #directory(paths: readonly string[]): Promise<readonly string[]> {
    const name = paths.join('\0');
    const contents = this.#directories.get(name) ?? Promise.all(paths.map((path) => readFile(path, 'latin1')));
    this.#directories.set(name, contents);
    return await contents;
  }
}

let known: string | undefined;

/** The program that makes the results: its version, and the name of its bundle, which holds a hash of the content. */
function program(): string {
  known ??= `${version()} ${basename(fileURLToPath(import.meta.url))}`;
  return known;
}
