import type { StoredGroup } from '../cli/lint/stored-group.ts';
import type { ResultStore } from './result-cache.ts';

/** Results of the last run, for the next one of the same process. */
export class MemoryStore implements ResultStore {
  #last = new Map<string, StoredGroup>();
  #current = new Map<string, StoredGroup>();

  async get(key: string): Promise<StoredGroup | undefined> {
    const found = this.#last.get(key);
    if (found !== undefined) this.#current.set(key, found);
    return found;
  }

  async put(key: string, group: StoredGroup): Promise<void> {
    this.#current.set(key, group);
  }

  async prune(): Promise<void> {
    this.#last = this.#current;
    this.#current = new Map();
  }
}
