import { dirname, resolve } from 'node:path';
import type { LintOptions } from '#shared/lint.ts';
import type { Memory } from '#shared/memory/memory.ts';
import { readDocument } from '#shared/model/read-document.ts';
import { rules } from '#shared/rules/all.ts';
import { SourceText } from '#shared/text/source-text.ts';
import { createDirectory } from '#shared/units/create-directory.ts';
import { findConflicts } from '#shared/units/directory-conflicts.ts';
import { type DirectoryFile, parseDirectoryFile } from '#shared/units/directory-file.ts';
import type { UnitDirectory } from '#shared/units/unit.ts';
import { CONFIG_NAME, type Config } from '../../config/config.ts';
import { mergeConfig } from '../../config/merge-config.ts';
import { parseConfig } from '../../config/parse-config.ts';
import { settingsFor } from '../../config/settings-for.ts';
import { builtInDirectory, builtInFiles } from '../../directories/built-in.ts';
import { InputError } from '../../files/input-error.ts';
import type { DraftProvider, OpenDraft, Workspace } from './draft-provider.ts';

/** A configuration extends others through no more files than this; a circle ends here too. */
const LONGEST_CHAIN = 8;

/** What the client gives of its files. */
export interface ClientFiles {
  /** The text of a file of the workspace; undefined when it is not there or not the client's to give. */
  read(uri: string): Promise<string | undefined>;
  /** URIs of the Markdown files of the workspace. */
  find(): Promise<readonly string[]>;
}

/**
 * Reads configurations and directories through the client, so that it works where there is no disk: in a web worker, and
 * in a virtual workspace. The client gives no file outside the workspace, and no configuration can change that.
 */
export class ClientDrafts implements DraftProvider {
  readonly #client: ClientFiles;
  readonly #log: (line: string) => void;
  readonly #files = new Map<string, Promise<string | undefined>>();
  readonly #directories = new Map<string, Promise<UnitDirectory>>();
  #builtIn: readonly string[] = [];

  /** @param log takes a line for people who wonder why: a configuration that could not be used. */
  constructor(client: ClientFiles, log: (line: string) => void) {
    this.#client = client;
    this.#log = log;
  }

  setWorkspace({ directories = [] }: Workspace): void {
    this.#builtIn = directories;
    this.forget();
  }

  async read(uri: string, text: string, year: number | undefined, memory?: Memory): Promise<OpenDraft> {
    const place = Place.of(uri);
    const config = place === undefined ? undefined : await this.#configFor(place);
    const options = await this.#options(place, config, year);
    const document = readDocument(new SourceText(text, uri), { ...options, readingMemory: memory });
    if (place === undefined) return { document, options, partners: [] };
    const declared = (config?.pairs ?? []).filter((pair) => pair.some(({ path }) => path === place.path)).flat();
    const { pair } = document.frontMatter;
    const own = pair === undefined ? [] : [resolve(dirname(place.path), pair)];
    const partners = [...declared.map(({ path }) => path), ...own].filter((path) => path !== place.path);
    return { document, options, partners: partners.map((path) => place.uriOf(path)) };
  }

  readText(uri: string): Promise<string | undefined> {
    return this.#client.read(uri);
  }

  async findConfig(uri: string): Promise<string | undefined> {
    const place = Place.of(uri);
    const path = place === undefined ? undefined : await this.#configPath(place);
    return path === undefined ? undefined : place?.uriOf(path);
  }

  findDrafts(): Promise<readonly string[]> {
    return this.#client.find();
  }

  /** The client itself keeps to its folders, trusted or not. */
  mayName(): boolean {
    return true;
  }

  builtInDirectories(): Promise<readonly string[]> {
    return Promise.resolve(this.#builtIn);
  }

  forget(): void {
    this.#files.clear();
    this.#directories.clear();
  }

  async #options(
    place: Place | undefined,
    config: Config | undefined,
    userYear: number | undefined,
  ): Promise<LintOptions> {
    if (place === undefined || config === undefined) return { directory: builtInDirectory(), ...defaultYear(userYear) };
    const settings = settingsFor(place.path, config);
    return {
      directory: await this.#directoryOf(place, config),
      rules: settings.rules,
      columns: settings.columns,
      ...defaultYear(settings.year ?? userYear),
    };
  }

  /** The nearest configuration upwards; with a broken one, none. */
  async #configFor(place: Place): Promise<Config | undefined> {
    const path = await this.#configPath(place);
    if (path === undefined) return undefined;
    try {
      return await this.#load(place, path, 1);
    } catch (error) {
      this.#explain(error);
      return undefined;
    }
  }

  async #configPath(place: Place): Promise<string | undefined> {
    for (let folder = dirname(place.path); ; folder = dirname(folder)) {
      const path = resolve(folder, CONFIG_NAME);
      if ((await this.#fileAt(place, path)) !== undefined) return path;
      if (folder === dirname(folder)) return undefined;
    }
  }

  /** @throws InputError */
  async #load(place: Place, path: string, depth: number): Promise<Config> {
    const text = await this.#fileAt(place, path);
    if (text === undefined || depth > LONGEST_CHAIN) throw unreadable(path);
    const parsed = parseConfig(text, { path, shown: path, ruleIds: rules.map(({ id }) => id) });
    let base: Config | undefined;
    for (const target of parsed.extends) {
      const loaded = await this.#load(place, target.path, depth + 1);
      base = base === undefined ? loaded : mergeConfig(base, loaded);
    }
    return base === undefined ? parsed.config : mergeConfig(base, parsed.config);
  }

  /** Made once for the same files; with a broken one, the built-in directory. */
  async #directoryOf(place: Place, { units }: Config): Promise<UnitDirectory> {
    if (units.length === 0) return builtInDirectory();
    const paths = units.map(({ path }) => path);
    const key = JSON.stringify(paths.map((path) => place.uriOf(path)));
    const making = this.#directories.get(key) ?? this.#makeDirectory(place, paths);
    this.#directories.set(key, making);
    return await making;
  }

  async #makeDirectory(place: Place, paths: readonly string[]): Promise<UnitDirectory> {
    try {
      const files: DirectoryFile[] = [];
      for (const path of paths) files.push(await this.#directoryFile(place, path));
      const [conflict] = findConflicts([...builtInFiles, ...files]);
      if (conflict === undefined) return createDirectory([...builtInFiles, ...files]);
      this.#log(conflict.message.en);
    } catch (error) {
      this.#explain(error);
    }
    return builtInDirectory();
  }

  async #directoryFile(place: Place, path: string): Promise<DirectoryFile> {
    const text = await this.#fileAt(place, path);
    if (text === undefined) throw unreadable(path);
    const parsed = parseDirectoryFile(text, path);
    if (parsed.kind === 'file') return parsed.file;
    throw new InputError(
      ...parsed.problems.map(({ message, line, column }) => ({
        at: { path, line, column },
        what: message,
        cure: message,
      })),
    );
  }

  #fileAt(place: Place, path: string): Promise<string | undefined> {
    const uri = place.uriOf(path);
    const reading = this.#files.get(uri) ?? this.#client.read(uri);
    this.#files.set(uri, reading);
    return reading;
  }

  #explain(error: unknown): void {
    if (!(error instanceof InputError)) throw error;
    for (const { at, what } of error.problems) this.#log(`${at?.path ?? ''}:${at?.line ?? ''} ${what.zh} / ${what.en}`);
  }
}

function defaultYear(year: number | undefined): { readonly defaultYear?: number } {
  return year === undefined ? {} : { defaultYear: year };
}

function unreadable(path: string): InputError {
  return new InputError({
    at: { path },
    what: { zh: '文件不存在，或不在工作区内', en: 'there is no such file in the workspace' },
    cure: { zh: '请检查路径。', en: 'Check the path.' },
  });
}

/** Where a text stands among others of the same scheme and authority. */
class Place {
  readonly #prefix: string;
  /** Absolute, with `/`. */
  readonly path: string;

  private constructor(prefix: string, path: string) {
    this.#prefix = prefix;
    this.path = path;
  }

  /** Undefined for a text that stands nowhere, such as an untitled one. */
  static of(uri: string): Place | undefined {
    const slashes = uri.indexOf('://');
    const start = slashes < 0 ? -1 : uri.indexOf('/', slashes + 3);
    if (start < 0) return undefined;
    const end = uri.slice(start).search(/[?#]/);
    const path = end < 0 ? uri.slice(start) : uri.slice(start, start + end);
    try {
      return new Place(uri.slice(0, start), decodeURIComponent(path));
    } catch {
      // A stray % in the path.
      return undefined;
    }
  }

  uriOf(path: string): string {
    return this.#prefix + path.split('/').map(encodeURIComponent).join('/');
  }
}
