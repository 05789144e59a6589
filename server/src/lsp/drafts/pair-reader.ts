import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { Memory } from '#shared/memory/memory.ts';
import { LONGEST_TEXT } from '#shared/text/longest-text.ts';
import type { SettingsStore } from '../settings.ts';
import { uriKey } from '../uri.ts';
import type { DraftProvider, OpenDraft } from './draft-provider.ts';

interface ReadDraft {
  readonly text: string;
  readonly draft: Promise<OpenDraft>;
}

/** Reads texts with those that belong together with them; a text that has not changed is not read again. */
export class PairReader {
  readonly #documents: TextDocuments<TextDocument>;
  readonly #drafts: DraftProvider;
  readonly #settings: SettingsStore;
  readonly #read = new Map<string, ReadDraft>();
  /** By the URI of a text that was read, open or not: the texts that it names as its partners. */
  readonly #naming = new Map<string, ReadonlySet<string>>();
  /** What was read out of the open texts before. */
  readonly #memories = new Map<string, Memory>();

  constructor(documents: TextDocuments<TextDocument>, drafts: DraftProvider, settings: SettingsStore) {
    this.#documents = documents;
    this.#drafts = drafts;
    this.#settings = settings;
    documents.onDidClose(({ document: { uri } }) => {
      this.#memories.delete(uri);
      this.#read.delete(uri);
    });
  }

  async readOpen(uri: string, document: TextDocument): Promise<OpenDraft> {
    return await this.#readText(uri, document.getText());
  }

  /**
   * The draft with the other files of its pair, as they stand in the editor, else on disk; in one order, whichever of them
   * is asked about.
   */
  async groupOf(uri: string, draft: OpenDraft): Promise<readonly OpenDraft[]> {
    this.#note(uri, draft);
    const group = new Map([[uriKey(uri), draft]]);
    const wanted = [...draft.partners, ...(await this.#namedBy(uri))];
    for (const partner of wanted) {
      const key = uriKey(partner);
      if (group.has(key)) continue;
      const read = await this.#readPartner(partner);
      if (read !== undefined) group.set(key, read);
    }
    return [...group].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, member]) => member);
  }

  /** How the client spells the URI of an open text. */
  openUri(uri: string): string | undefined {
    if (this.#documents.get(uri) !== undefined) return uri;
    const key = uriKey(uri);
    return this.#documents.keys().find((open) => uriKey(open) === key);
  }

  /** What reading an open text goes on from. */
  memoryFor(uri: string): { readonly readingMemory: Memory | undefined } {
    return { readingMemory: this.#memoryOf(uri) };
  }

  forget(): void {
    this.#read.clear();
    this.#memories.clear();
  }

  async #readPartner(uri: string): Promise<OpenDraft | undefined> {
    const open = this.openUri(uri);
    const text = open === undefined ? await this.#drafts.readText(uri) : this.#documents.get(open)?.getText();
    return text === undefined || text.length > LONGEST_TEXT ? undefined : await this.#readText(open ?? uri, text);
  }

  async #readText(uri: string, text: string): Promise<OpenDraft> {
    const { year } = await this.#settings.of(uri);
    let read = this.#read.get(uri);
    if (read?.text !== text) {
      read = { text, draft: this.#drafts.read(uri, text, year ?? undefined, this.#memoryOf(uri)) };
      this.#read.set(uri, read);
    }
    const draft = await read.draft;
    this.#note(uri, draft);
    return draft;
  }

  #note(uri: string, { partners }: OpenDraft): void {
    if (partners.length === 0) this.#naming.delete(uri);
    else this.#naming.set(uri, new Set(partners.map(uriKey)));
  }

  /** Only of texts that are open: the others are seldom read twice. */
  #memoryOf(uri: string): Memory | undefined {
    if (this.#documents.get(uri) === undefined) return undefined;
    const memory = this.#memories.get(uri) ?? new Memory();
    this.#memories.set(uri, memory);
    return memory;
  }

  /** The texts that name this one as their partner, as far as they have been read; what they say now counts. */
  async #namedBy(uri: string): Promise<readonly string[]> {
    const key = uriKey(uri);
    const named: string[] = [];
    for (const [other, partners] of [...this.#naming]) {
      if (uriKey(other) === key || !partners.has(key)) continue;
      const draft = await this.#readPartner(other);
      if (draft === undefined) this.#naming.delete(other);
      else if (draft.partners.some((partner) => uriKey(partner) === key)) named.push(other);
    }
    return named;
  }
}
