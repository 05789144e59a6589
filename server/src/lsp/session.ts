import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '#shared/findings/finding.ts';
import { type FileResult, lintDocuments } from '#shared/lint.ts';
import type { Locale } from '#shared/text/localized.ts';
import type { DraftProvider, OpenDraft } from './draft-provider.ts';

/** What was found out about one version of an open text. */
export interface Judged {
  readonly version: number;
  readonly file: FileResult;
}

/**
 * The open texts and what is known of them. A text is judged when first asked about after a change, and once for each
 * version and state of the settings; every feature reads the same result.
 */
export class Session {
  readonly documents: TextDocuments<TextDocument>;
  readonly #drafts: DraftProvider;
  readonly #log: (line: string) => void;
  locale: Locale = 'zh';
  readonly #judged = new Map<string, Promise<Judged | undefined>>();

  /** @param log takes a line for the output channel. */
  constructor(documents: TextDocuments<TextDocument>, drafts: DraftProvider, log: (line: string) => void) {
    this.documents = documents;
    this.#drafts = drafts;
    this.#log = log;
    documents.onDidChangeContent(({ document }) => this.forget(document.uri));
    documents.onDidClose(({ document }) => this.forget(document.uri));
  }

  /** The result for the text as it is now; undefined when it is not open or was closed or changed meanwhile. */
  async judge(uri: string): Promise<Judged | undefined> {
    let judged = this.#judged.get(uri);
    if (judged === undefined) {
      judged = this.#judge(uri);
      this.#judged.set(uri, judged);
    }
    const result = await judged;
    return result?.version === this.documents.get(uri)?.version ? result : undefined;
  }

  versionOf(uri: string): number | null {
    return this.documents.get(uri)?.version ?? null;
  }

  /** Forgets what was found out about a text, and about every text that was judged together with another. */
  forget(uri: string): void {
    this.#judged.delete(uri);
    for (const [other, judged] of this.#judged) {
      void judged.then((result) => {
        const together = result?.file.subject.documents ?? [];
        if (together.some(({ source }) => source.id === uri) && this.#judged.get(other) === judged) {
          this.#judged.delete(other);
        }
      });
    }
  }

  forgetAll(): void {
    this.#judged.clear();
    this.#drafts.forget();
  }

  async #judge(uri: string): Promise<Judged | undefined> {
    const document = this.documents.get(uri);
    if (document === undefined) return undefined;
    const { version } = document;
    const draft = await this.#drafts.read(uri, document.getText());
    const group = [draft, ...(await this.#partnersOf(draft))];
    const pairs = [group.map((member) => member.document.source.id)];
    const result = lintDocuments(
      group.map((member) => member.document),
      { ...draft.options, pairs },
    );
    for (const { rule, error } of result.failures) this.#log(`${rule}: ${error.stack ?? error.message}`);
    const [file] = result.files;
    return file === undefined ? undefined : { version, file };
  }

  /** The other files of the pair: as they stand in the editor, else on disk. */
  async #partnersOf(draft: OpenDraft): Promise<readonly OpenDraft[]> {
    const partners: OpenDraft[] = [];
    for (const uri of draft.partners) {
      const text = this.documents.get(uri)?.getText() ?? (await this.#drafts.readText(uri));
      if (text !== undefined) partners.push(await this.#drafts.read(uri, text));
    }
    return partners;
  }
}

/** Findings of a result that touch a range of offsets. */
export function findingsAt(judged: Judged, start: number, end: number): readonly Finding[] {
  return judged.file.findings.filter((finding) => finding.start <= end && start <= finding.end);
}
