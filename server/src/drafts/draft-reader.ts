import { dirname, resolve } from 'node:path';
import type { LintOptions } from '#shared/lint.ts';
import type { PolicyDocument } from '#shared/model/policy-document.ts';
import { readDocument } from '#shared/model/read-document.ts';
import { rules } from '#shared/rules/all.ts';
import type { RuleSettings } from '#shared/rules/run-rules.ts';
import { SourceText } from '#shared/text/source-text.ts';
import type { Config, NamedFile } from '../config/config.ts';
import { type ConfigChoice, ConfigStore } from '../config/config-store.ts';
import { DirectoryStore } from '../config/directory-store.ts';
import { InputError } from '../files/input-error.ts';
import { isInside } from '../files/is-inside.ts';
import { readTextFile, type TextFile } from '../files/text-file.ts';
import type { Draft } from './draft.ts';
import { shownPath } from './shown-path.ts';

/** What the command line says of how to read and judge; it comes before the configuration. */
export interface ReadingChoices {
  readonly cwd: string;
  readonly config: ConfigChoice;
  readonly units: readonly NamedFile[];
  readonly year: number | undefined;
  readonly rules: RuleSettings;
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
      ruleIds: rules.map((rule) => rule.id),
      show: (path) => this.show(path),
    });
  }

  show(path: string): string {
    return shownPath(path, this.#choices.cwd);
  }

  /** @throws InputError when the file, its configuration or its directory cannot be used. */
  async readFile(path: string): Promise<Draft> {
    const file = await readTextFile(path, this.show(path));
    return await this.#read(path, file.text, this.show(path), file);
  }

  /** Reads a text that is not on disk as if it were the file at the path. */
  async readText(text: string, path: string, shown: string): Promise<Draft> {
    return await this.#read(path, text, shown, undefined);
  }

  async #read(path: string, text: string, shown: string, file: TextFile | undefined): Promise<Draft> {
    const config = await this.configs.forFile(path);
    const options = await this.#options(path, config);
    const document = readDocument(new SourceText(text, shown), options);
    return { path, file, document, options, partners: this.#partners(path, document, config) };
  }

  async #options(path: string, config: Config | undefined): Promise<LintOptions> {
    const { year, rules, units } = this.#choices;
    const settings =
      config === undefined ? undefined : (await import('../config/settings-for.ts')).settingsFor(path, config);
    return {
      directory: await this.#directories.for([...(config?.units ?? []), ...units]),
      rules: { ...settings?.rules, ...rules },
      columns: settings?.columns ?? {},
      ...(year === undefined ? {} : { year }),
      ...(settings?.year === undefined ? {} : { defaultYear: settings.year }),
    };
  }

  #partners(path: string, document: PolicyDocument, config: Config | undefined): readonly NamedFile[] {
    const declared = (config?.pairs ?? []).filter((pair) => pair.some((file) => file.path === path)).flat();
    const { pair } = document.frontMatter;
    const own = pair === undefined ? [] : [this.#frontMatterPartner(path, pair, document, config)];
    return [...declared, ...own].filter((file) => file.path !== path);
  }

  /** A draft comes by mail: it may name files near itself, not any file of the machine. */
  #frontMatterPartner(path: string, pair: string, document: PolicyDocument, config: Config | undefined): NamedFile {
    const at = placeOfPair(document);
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

function placeOfPair({ source, blocks }: PolicyDocument): NamedFile['at'] {
  const front = blocks.find((block) => block.kind === 'front-matter');
  const lines = front === undefined ? [] : source.slice(front.span).split(/\r\n?|\n/);
  const index = lines.findIndex((line) => line.trimStart().startsWith('pair'));
  return { path: source.id, line: Math.max(0, index) + 1 };
}
