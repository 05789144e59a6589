import type { UnitDirectory } from '#shared/units/unit.ts';
import type { NamedFile } from './config.ts';

/** The unit directories that the configurations of many files ask for; each is made once. */
export class DirectoryStore {
  readonly #show: (path: string) => string;
  readonly #made = new Map<string, Promise<UnitDirectory>>();

  /** @param show how messages name a path. */
  constructor(show: (path: string) => string) {
    this.#show = show;
  }

  /**
   * The built-in directory with these files on top.
   * @throws InputError when a file is missing or broken.
   */
  async for(files: readonly NamedFile[]): Promise<UnitDirectory> {
    const key = JSON.stringify(files.map((file) => file.path));
    const making = this.#made.get(key) ?? this.#make(files);
    this.#made.set(key, making);
    return await making;
  }

  async #make(files: readonly NamedFile[]): Promise<UnitDirectory> {
    // A run whose results are all known needs no directory.
    const { builtInDirectory, builtInFiles } = await import('../directories/built-in.ts');
    if (files.length === 0) return builtInDirectory();
    const [{ createDirectory }, { readDirectoryFiles }] = await Promise.all([
      import('#shared/units/create-directory.ts'),
      import('./read-directory-files.ts'),
    ]);
    return createDirectory([...builtInFiles, ...(await readDirectoryFiles(files, builtInFiles, this.#show))]);
  }
}
