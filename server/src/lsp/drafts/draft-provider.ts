import type { LintOptions } from '#shared/lint.ts';
import type { PolicyDocument } from '#shared/model/policy-document.ts';

/** An open text as it was read, with what it is judged by. */
export interface OpenDraft {
  /** Its `source.id` is the URI. */
  readonly document: PolicyDocument;
  readonly options: LintOptions;
  /** URIs of the texts that belong together with it. */
  readonly partners: readonly string[];
}

/** What the server needs from the machine it runs on; a Node process and a web worker give it in their own ways. */
export interface DraftProvider {
  /** Reads a text by the configuration that holds for its URI; with a broken configuration, as if there were none. */
  read(uri: string, text: string): Promise<OpenDraft>;
  /** The text of a file that is not open; undefined when it cannot be read. */
  readText(uri: string): Promise<string | undefined>;
  /** Reads configurations and directories anew when next asked. */
  forget(): void;
}
