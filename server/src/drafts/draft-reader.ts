import { dirname, resolve } from 'node:path';
import type { LintOptions } from '#shared/lint.ts';
import type { Memory } from '#shared/memory/memory.ts';
import { ruleIds } from '#shared/rules/ids.ts';
import type { RuleSettings } from '#shared/rules/run-rules.ts';
import { SourceText } from '#shared/text/source-text.ts';
import type { Config, NamedFile } from '../config/config.ts';
import { type ConfigChoice, ConfigStore } from '../config/config-store.ts';
import { DirectoryStore } from '../config/directory-store.ts';
import { InputError } from '../files/input-error.ts';
import { isInside } from '../files/is-inside.ts';
import { readTextFile, type TextFile } from '../files/text-file.ts';
import type { Draft, LoadedDraft } from './draft.ts';
import { shownPath } from './shown-path.ts';
import { tooLong } from './too-long.ts';

/** What the command line says of how to read and judge; it comes before the configuration. */
export interface ReadingChoices {
  readonly cwd: string;
  readonly config: ConfigChoice;
  readonly units: readonly NamedFile[];
  readonly year: number | undefined;
  readonly rules: RuleSettings;
  /** A folder: a configuration that cannot be trusted may name no file outside it. */
  readonly within?: string;
}

/** Reads drafts with the configuration and the directory that hold for each. */
export class DraftReader {
  readonly configs: ConfigStore;
  readonly #choices: ReadingChoices;
  readonly #directories: DirectoryStore;

  constructor(choices: ReadingChoices) {
    this.#choices = choices;
    this.#directories = new DirectoryStore((path) => this.show(path));
    this.configs = new ConfigStore(choices.config, {
      ruleIds,
      show: (path) => this.show(path),
      ...(choices.within === undefined ? {} : { within: choices.within }),
    });
  }

  show(path: string): string {
    return shownPath(path, this.#choices.cwd);
  }

  /** @throws InputError when the file, its configuration or its directory cannot be used. */
  async readFile(path: string): Promise<Draft> {
    return await this.read(await this.loadFile(path));
  }

  /**
   * Reads a text that is not on disk as if it were the file at the path.
   * @param memory of the versions of it that were read before.
   */
  async readText(text: string, path: string, shown: string, memory?: Memory): Promise<Draft> {
    return await this.read(await this.loadText(text, path, shown), memory);
  }

  /**
   * The text of a file and what belongs to it, not yet taken apart: cheap.
   * @throws InputError when the file, its configuration or its directory cannot be used, or the text is too long.
   */
  async loadFile(path: string): Promise<LoadedDraft> {
    const file = await readTextFile(path, this.show(path));
    return await this.#load(path, file.text, this.show(path), file);
  }

  async loadText(text: string, path: string, shown: string): Promise<LoadedDraft> {
    return await this.#load(path, text, shown, undefined);
  }

  /** Takes a loaded text apart: the dear step. */
  async read({ path, shown, text, file, partners }: LoadedDraft, memory?: Memory): Promise<Draft> {
    const [{ readDocument }, config] = await Promise.all([
      import('#shared/model/read-document.ts'),
      this.configs.forFile(path),
    ]);
    const options = { ...(await this.settingsFor(path)), directory: await this.#directories.for(this.#units(config)) };
    const document = readDocument(new SourceText(text, shown), { ...options, readingMemory: memory });
    return { path, file, document, options, partners };
  }

  /** What a file (absolute) is judged by, besides its directory. */
  async settingsFor(path: string): Promise<Omit<LintOptions, 'directory'>> {
    const { year, rules } = this.#choices;
    const config = await this.configs.forFile(path);
    const settings =
      config === undefined ? undefined : (await import('../config/settings-for.ts')).settingsFor(path, config);
    return {
      rules: { ...settings?.rules, ...rules },
      columns: settings?.columns ?? {},
      ...(year === undefined ? {} : { year }),
      ...(settings?.year === undefined ? {} : { defaultYear: settings.year }),
    };
  }

  /** The configurations and directory files, absolute, that say how a file (absolute) is read and judged. */
  async judgedBy(path: string): Promise<readonly string[]> {
    const config = await this.configs.forFile(path);
    return [...(config?.sources ?? []), ...this.#units(config).map((file) => file.path)];
  }

  /** The directory files that a file (absolute) is judged by on top of the built-in ones. */
  async unitFilesFor(path: string): Promise<readonly NamedFile[]> {
    return this.#units(await this.configs.forFile(path));
  }

  async #load(path: string, text: string, shown: string, file: TextFile | undefined): Promise<LoadedDraft> {
    const problem = tooLong(text);
    if (problem !== undefined) throw new InputError({ at: { path: shown }, ...problem });
    const config = await this.configs.forFile(path);
    const units = this.#units(config);
    if (units.length > 0) await this.#directories.for(units);
    return { path, shown, text, file, partners: await this.#partners(path, text, shown, config) };
  }

  #units(config: Config | undefined): readonly NamedFile[] {
    return [...(config?.units ?? []), ...this.#choices.units];
  }

  async #partners(
    path: string,
    text: string,
    shown: string,
    config: Config | undefined,
  ): Promise<readonly NamedFile[]> {
    const declared = (config?.pairs ?? []).filter((pair) => pair.some((file) => file.path === path)).flat();
    // Few drafts have a front matter, and what reads it brings the whole reading of numbers and years.
    const named = /^\uFEFF?---/.test(text)
      ? (await import('./front-matter-pair.ts')).frontMatterPair(new SourceText(text, shown))
      : undefined;
    const own = named === undefined ? [] : [this.#frontMatterPartner(path, named.pair, named.at, config)];
    return [...declared, ...own].filter((file) => file.path !== path);
  }

  /** A draft comes by mail: it may name files near itself, not any file of the machine. */
  #frontMatterPartner(path: string, pair: string, at: NamedFile['at'], config: Config | undefined): NamedFile {
    const partner = resolve(dirname(path), pair);
    const folders = [dirname(path), this.#choices.cwd, ...(config === undefined ? [] : [dirname(config.path)])];
    if (folders.some((folder) => isInside(folder, partner))) return { path: partner, at };
    throw new InputError({
      at,
      what: { zh: `“pair”指向工作文件夹之外：${pair}`, en: `“pair” leads outside the working folder: ${pair}` },
      cure: {
        zh: '请把两个文件放在一起，或写进配置的“pairs”。',
        en: 'Keep both files together, or name them in the configuration’s “pairs”.',
      },
    });
  }
}
