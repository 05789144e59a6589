import type { LintOptions } from '#shared/lint.ts';
import type { Memory } from '#shared/memory/memory.ts';
import type { PolicyDocument } from '#shared/model/policy-document.ts';

/** A text as it was read, with what it is judged by. */
export interface OpenDraft {
  /** Its `source.id` is the URI. */
  readonly document: PolicyDocument;
  readonly options: LintOptions;
  /** URIs of the texts that belong together with it. */
  readonly partners: readonly string[];
}

/** Where the server may read. */
export interface Workspace {
  /** URIs of the folders that are open. */
  readonly folders: readonly string[];
  /** False: a configuration may name no file outside the folders. */
  readonly trusted: boolean;
  /** URIs of the directories that come with the tool, where the client shows them. */
  readonly directories?: readonly string[];
}

/** What the server needs from the machine it runs on; a Node process and a web worker give it in their own ways. */
export interface DraftProvider {
  setWorkspace(workspace: Workspace): void;
  /**
   * Reads a text by the configuration that holds for its URI; with a broken configuration, as if there were none.
   * @param year To judge by where neither the configuration nor the front matter names one.
   * @param memory Of the versions of the text that were read before.
   */
  read(uri: string, text: string, year: number | undefined, memory?: Memory): Promise<OpenDraft>;
  /** The text of a file; undefined when it cannot be read. */
  readText(uri: string): Promise<string | undefined>;
  /** Whether the configuration that holds for a text may name a file: one that is not trusted names none outside. */
  mayName(uri: string, from: string): boolean;
  /** The configuration that holds for a text: the nearest one upwards. */
  findConfig(uri: string): Promise<string | undefined>;
  /** URIs of the Markdown files of the workspace. */
  findDrafts(): Promise<readonly string[]>;
  /** URIs of the directory files that come with the tool, where it has files. */
  builtInDirectories(): Promise<readonly string[]>;
  /** Reads configurations and directories anew when next asked. */
  forget(): void;
}
