import { dirname } from 'node:path';
import type { Config } from './config.ts';
import { findConfig } from './find-config.ts';
import type { LoadConfigOptions } from './load-config.ts';

/** Which configuration is used: the nearest one of each file, one file for all, or none. */
export type ConfigChoice = 'nearest' | 'none' | { readonly file: string };

/** The configurations of many files; each is read once. */
export class ConfigStore {
  readonly #choice: ConfigChoice;
  readonly #options: LoadConfigOptions;
  readonly #pathOfFolder = new Map<string, string | undefined>();
  readonly #loaded = new Map<string, Promise<Config>>();

  constructor(choice: ConfigChoice, options: LoadConfigOptions) {
    this.#choice = choice;
    this.#options = options;
  }

  /**
   * The configuration that holds for a file (absolute); undefined where there is none.
   * @throws InputError when it is missing or broken.
   */
  async forFile(path: string): Promise<Config | undefined> {
    return await this.forFolder(dirname(path));
  }

  async forFolder(folder: string): Promise<Config | undefined> {
    const path = this.#pathFor(folder);
    if (path === undefined) return undefined;
    const loading = this.#loaded.get(path) ?? this.#load(path);
    this.#loaded.set(path, loading);
    return await loading;
  }

  /** Most runs have no configuration, and need neither its parser nor its schema. */
  async #load(path: string): Promise<Config> {
    const { loadConfig } = await import('./load-config.ts');
    return await loadConfig(path, this.#options);
  }

  #pathFor(folder: string): string | undefined {
    if (this.#choice === 'none') return undefined;
    if (this.#choice !== 'nearest') return this.#choice.file;
    if (!this.#pathOfFolder.has(folder)) this.#pathOfFolder.set(folder, findConfig(folder, this.#options.within));
    return this.#pathOfFolder.get(folder);
  }
}
