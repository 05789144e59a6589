import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Draft } from '../drafts/draft.ts';
import { DraftReader } from '../drafts/draft-reader.ts';
import { InputError } from '../files/input-error.ts';
import { readTextFile } from '../files/text-file.ts';
import type { DraftProvider, OpenDraft } from './draft-provider.ts';

/** Reads with the files of this machine; a text that is not on disk (`untitled:`) has no configuration. */
export class NodeDrafts implements DraftProvider {
  readonly #log: (line: string) => void;
  #withConfig: DraftReader;
  #withoutConfig: DraftReader;

  /** @param log takes a line for people who wonder why: a configuration that could not be used. */
  constructor(log: (line: string) => void) {
    this.#log = log;
    this.#withConfig = reader('nearest');
    this.#withoutConfig = reader('none');
  }

  async read(uri: string, text: string): Promise<OpenDraft> {
    const path = pathOf(uri);
    if (path === undefined) return toOpen(await this.#withoutConfig.readText(text, 'untitled.md', uri));
    try {
      return toOpen(await this.#withConfig.readText(text, path, uri));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      this.#log(error.message);
      return toOpen(await this.#withoutConfig.readText(text, path, uri));
    }
  }

  async readText(uri: string): Promise<string | undefined> {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    try {
      return (await readTextFile(path, path)).text;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      this.#log(error.message);
      return undefined;
    }
  }

  forget(): void {
    this.#withConfig = reader('nearest');
    this.#withoutConfig = reader('none');
  }
}

function reader(config: 'nearest' | 'none'): DraftReader {
  return new DraftReader({ cwd: process.cwd(), config, units: [], year: undefined, rules: {} });
}

function pathOf(uri: string): string | undefined {
  return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
}

function toOpen({ document, options, partners }: Draft): OpenDraft {
  return { document, options, partners: partners.map(({ path }) => pathToFileURL(path).href) };
}
