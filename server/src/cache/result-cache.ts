import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StoredGroup } from '../cli/lint/stored-group.ts';
import type { DraftReader } from '../drafts/draft-reader.ts';
import type { TaskMember } from '../parallel/protocol.ts';
import { version } from '../version.ts';

/** Where results are kept. */
export interface ResultStore {
  get(key: string): Promise<StoredGroup | undefined>;
  put(key: string, group: StoredGroup): Promise<void>;
  /** Once at the end of a run: lets go of what is no longer needed. */
  prune(): Promise<void>;
}

/**
 * Results of earlier runs, known by the hash of all that they depend on: texts, settings, directories, and this program.
 * So a result is right, or it is not found.
 */
export class ResultCache {
  readonly store: ResultStore;
  readonly #reader: DraftReader;
  readonly #directories = new Map<string, Promise<string>>();

  constructor(store: ResultStore, reader: DraftReader) {
    this.store = store;
    this.#reader = reader;
  }

  /** The name for the result of judging these texts together. */
  async keyOf(members: readonly TaskMember[]): Promise<string> {
    const hash = createHash('sha256').update(program());
    for (const { path, shown, text } of members) {
      const settings = await this.#reader.settingsFor(path);
      const directory = await this.#directoryKey((await this.#reader.unitFilesFor(path)).map((file) => file.path));
      hash.update(JSON.stringify([shown, settings, directory, text.length])).update(text);
    }
    return hash.digest('hex');
  }

  async #directoryKey(paths: readonly string[]): Promise<string> {
    const name = paths.join('\0');
    const key = this.#directories.get(name) ?? hashFiles(paths);
    this.#directories.set(name, key);
    return await key;
  }
}

async function hashFiles(paths: readonly string[]): Promise<string> {
  const contents = await Promise.all(paths.map((path) => readFile(path)));
  return contents.map((content) => sha256(content)).join(' ');
}

let known: string | undefined;

/** The program that makes the results: its version, and the name of its bundle, which holds a hash of the content. */
function program(): string {
  known ??= `${version()} ${basename(fileURLToPath(import.meta.url))}`;
  return known;
}

export function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
