import type { LintOptions } from '#shared/lint.ts';
import type { PolicyDocument } from '#shared/model/policy-document.ts';
import type { NamedFile } from '../config/config.ts';
import type { TextFile } from '../files/text-file.ts';

/** One text that is to be read. */
export interface LoadedDraft {
  /** Absolute. */
  readonly path: string;
  /** The path as messages name it, relative to the working directory. */
  readonly shown: string;
  readonly text: string;
  /** Undefined for standard input, which cannot be written back. */
  readonly file: TextFile | undefined;
  /** The files it says, or its configuration says, that it belongs together with. */
  readonly partners: readonly NamedFile[];
}

/** One text that was read, and what it is judged by. */
export interface Draft {
  /** Absolute. */
  readonly path: string;
  /** Undefined for standard input, which cannot be written back. */
  readonly file: TextFile | undefined;
  /** Its `source.id` is the path as messages name it, relative to the working directory. */
  readonly document: PolicyDocument;
  readonly options: LintOptions;
  /** The files it says, or its configuration says, that it belongs together with. */
  readonly partners: readonly NamedFile[];
}
