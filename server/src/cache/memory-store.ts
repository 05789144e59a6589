import type { StoredGroup } from '../cli/lint/stored-group.ts';
import type { CacheKey } from './cache-key.ts';
import type { ResultStore } from './result-cache.ts';

interface Entry {
  readonly content: Buffer;
  readonly group: StoredGroup;
}

/** Results of the last run, for the next one of the same process. */
export class MemoryStore implements ResultStore {
  #last = new Map<string, Entry>();
  #current = new Map<string, Entry>();

  async get({ name, content }: CacheKey): Promise<StoredGroup | undefined> {
    const found = this.#last.get(name);
    if (found === undefined || !found.content.equals(content)) return undefined;
    this.#current.set(name, found);
    return found.group;
  }

  async put({ name, content }: CacheKey, group: StoredGroup): Promise<void> {
    this.#current.set(name, { content, group });
  }

  async prune(): Promise<void> {
    this.#last = this.#current;
    this.#current = new Map();
  }
}
