import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Memory } from '#shared/memory/memory.ts';
import { readDocument } from '#shared/model/read-document.ts';
import { SourceText } from '#shared/text/source-text.ts';
import { CONFIG_NAME } from '../../config/config.ts';
import { findConfig } from '../../config/find-config.ts';
import { builtInDirectory } from '../../directories/built-in.ts';
import type { Draft } from '../../drafts/draft.ts';
import { DraftReader } from '../../drafts/draft-reader.ts';
import { findFiles, findFilesInside } from '../../files/find-files.ts';
import { InputError } from '../../files/input-error.ts';
import { isInside } from '../../files/is-inside.ts';
import { readTextFile } from '../../files/text-file.ts';
import type { DraftProvider, OpenDraft, Workspace } from './draft-provider.ts';

/**
 * Reads with the files of this machine. What is not on its disk has no configuration; its text comes from the client,
 * where that can give it.
 */
export class NodeDrafts implements DraftProvider {
  readonly #log: (line: string) => void;
  readonly #askClient: (uri: string) => Promise<string | undefined>;
  #folders: readonly string[] = [];
  #trusted = true;
  #directories: readonly string[] | undefined;
  readonly #readers = new Map<string, DraftReader>();

  /**
   * @param log takes a line for people who wonder why: a configuration that could not be used.
   * @param askClient the text of a file that only the client can read.
   */
  constructor(log: (line: string) => void, askClient: (uri: string) => Promise<string | undefined>) {
    this.#log = log;
    this.#askClient = askClient;
  }

  setWorkspace({ folders, trusted, directories }: Workspace): void {
    this.#folders = folders.flatMap((uri) => pathOf(uri) ?? []);
    this.#trusted = trusted;
    this.#directories = directories;
    this.forget();
  }

  async read(uri: string, text: string, year: number | undefined, memory?: Memory): Promise<OpenDraft> {
    const path = pathOf(uri);
    if (path === undefined) return alone(uri, text, year, memory);
    try {
      return toOpen(await this.#readerFor(path).readText(text, path, uri, memory), year, memory);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      this.#log(describe(error));
      return alone(uri, text, year, memory);
    }
  }

  async readText(uri: string): Promise<string | undefined> {
    const path = pathOf(uri);
    // Where this machine is not to be read, the client still gives what its user has picked.
    if (path === undefined || !(await this.#mayRead(path))) return await this.#askClient(uri);
    try {
      return (await readTextFile(path, path)).text;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return undefined;
    }
  }

  mayName(uri: string, from: string): boolean {
    const path = pathOf(uri);
    const own = pathOf(from);
    return this.#trusted || path === undefined || own === undefined || isInside(this.#folderOf(own), path);
  }

  async findConfig(uri: string): Promise<string | undefined> {
    const path = pathOf(uri);
    const found = path === undefined ? undefined : findConfig(dirname(path), this.#within(path));
    return found === undefined ? undefined : pathToFileURL(found).href;
  }

  async findDrafts(): Promise<readonly string[]> {
    const found = this.#trusted
      ? (await findFiles(this.#folders, process.cwd())).inputs.flatMap(({ files }) => files)
      : (await Promise.all(this.#folders.map(findFilesInside))).flat();
    return [...new Set(found)].map((path) => pathToFileURL(path).href);
  }

  async builtInDirectories(): Promise<readonly string[]> {
    if (this.#directories !== undefined) return this.#directories;
    // In the sources and in the package they stand at different depths.
    for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== dirname(folder); folder = dirname(folder)) {
      const paths = ['shenzhen.json', 'common.json'].map((name) => join(folder, 'seeds', 'units', name));
      if (paths.every((path) => existsSync(path))) return paths.map((path) => pathToFileURL(path).href);
    }
    return [];
  }

  forget(): void {
    this.#readers.clear();
  }

  /** One reader a folder of the workspace: a draft that names its partner may name files of that folder. */
  #readerFor(path: string): DraftReader {
    const folder = this.#folderOf(path);
    let reader = this.#readers.get(folder);
    if (reader === undefined) {
      const within = this.#within(path);
      reader = new DraftReader({
        cwd: folder,
        config: 'nearest',
        units: [],
        year: undefined,
        rules: {},
        ...(within === undefined ? {} : { within }),
      });
      this.#readers.set(folder, reader);
    }
    return reader;
  }

  /** The folder that nothing outside of is read for a text. */
  #within(path: string): string | undefined {
    return this.#trusted ? undefined : this.#folderOf(path);
  }

  async #mayRead(path: string): Promise<boolean> {
    // The folder of a text that is open by itself has a reader.
    const folders = [...this.#folders, ...this.#readers.keys()];
    if (this.#trusted || folders.some((folder) => isInside(folder, path))) return true;
    return (await this.builtInDirectories()).includes(pathToFileURL(path).href);
  }

  #folderOf(path: string): string {
    return this.#folders.find((candidate) => isInside(candidate, path)) ?? dirname(path);
  }
}

function describe(error: InputError): string {
  return error.problems
    .map(({ at, what, cure }) => {
      const place = at === undefined ? CONFIG_NAME : [at.path, at.line, at.column].filter(Boolean).join(':');
      return `${place}: ${what.zh} ${cure.zh} / ${what.en}. ${cure.en}`;
    })
    .join('\n');
}

/** A text without configuration and without partner. */
function alone(uri: string, text: string, year: number | undefined, memory: Memory | undefined): OpenDraft {
  const options = { directory: builtInDirectory(), ...(year === undefined ? {} : { defaultYear: year }) };
  const document = readDocument(new SourceText(text, uri), { ...options, readingMemory: memory });
  return { document, options, partners: [] };
}

function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

function toOpen(
  { document, options, partners }: Draft,
  year: number | undefined,
  memory: Memory | undefined,
): OpenDraft {
  const uris = partners.map(({ path }) => pathToFileURL(path).href);
  if (year === undefined || options.defaultYear !== undefined) return { document, options, partners: uris };
  const withYear = { ...options, defaultYear: year };
  const read = readDocument(document.source, { ...withYear, readingMemory: memory });
  return { document: read, options: withYear, partners: uris };
}
