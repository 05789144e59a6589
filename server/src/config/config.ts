import type { ColumnRole } from '#shared/model/policy-document.ts';
import type { RuleSettings } from '#shared/rules/run-rules.ts';
import type { ProblemPlace } from '../files/input-error.ts';

/** The name that is looked for in the folder of a file and in those above it. */
export const CONFIG_NAME = 'bizenv.config.json';

type ColumnNames = Readonly<Partial<Record<ColumnRole, readonly string[]>>>;

/** A pattern or path as a configuration writes it, with the folder it is relative to. */
export interface RelativePattern {
  readonly folder: string;
  readonly pattern: string;
}

/** A file that a configuration names: absolute, and where it is named. */
export interface NamedFile {
  readonly path: string;
  readonly at: ProblemPlace;
}

/** What may differ from file to file. */
export interface Settings {
  readonly rules: RuleSettings;
  readonly year: number | undefined;
  readonly columns: ColumnNames;
}

interface Override extends Settings {
  readonly files: readonly RelativePattern[];
}

/** A configuration with all that it extends; nothing in it is relative any more. */
export interface Config extends Settings {
  /** The file itself, absolute. */
  readonly path: string;
  /** Absolute paths of it and of all that it extends. */
  readonly sources: readonly string[];
  /** Undefined where it says nothing: every Markdown file of its folder. */
  readonly include: readonly RelativePattern[] | undefined;
  readonly exclude: readonly RelativePattern[];
  /** Directory files that are added to the built-in ones. */
  readonly units: readonly NamedFile[];
  /** Files that belong together. */
  readonly pairs: readonly (readonly NamedFile[])[];
  /** The later one wins. */
  readonly overrides: readonly Override[];
}
