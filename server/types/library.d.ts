/**
 * bizenv as a library: checks the work points and the task list that Chinese cities issue together every year.
 * Lines and columns count from 1; columns and offsets are UTF-16 code units.
 */

export type Severity = 'error' | 'warning' | 'info';

export interface Text {
  /** How results name it; two texts of one call have different ones. */
  readonly path: string;
  readonly text: string;
}

export interface Options {
  /** The year to judge by; default: the front matter's, else the title's. */
  readonly year?: number;
  /** `off` or a severity, by rule id. */
  readonly rules?: Readonly<Record<string, 'off' | Severity>>;
  /** Texts of unit directory files (JSON), on top of the built-in ones. */
  readonly units?: readonly Text[];
  /** Paths of texts that belong together: work points in one, task list in the other. */
  readonly pairs?: readonly (readonly string[])[];
  /** Language of messages and titles; default: `zh`. */
  readonly locale?: 'zh' | 'en';
}

export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

export interface Edit {
  /** The text it is for. */
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Fix {
  /** True where it cannot change what the document says. */
  readonly safe: boolean;
  readonly title: string;
  readonly edits: readonly Edit[];
}

export interface RelatedPlace {
  readonly path: string;
  readonly start: Position;
  readonly end: Position;
  readonly message: string;
}

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly start: Position;
  readonly end: Position;
  /** Best first. */
  readonly fixes: readonly Fix[];
  readonly related: readonly RelatedPlace[];
  readonly data: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  /** Stays the same when lines move and tasks are renumbered; unique in its file. */
  readonly key: string;
}

export interface FileResult {
  readonly path: string;
  /** The year it was judged by. */
  readonly year: number | undefined;
  /** False for a text that holds neither work points nor a task list: it has no findings. */
  readonly holdsParts: boolean;
  readonly findings: readonly Finding[];
}

export interface FixResult {
  /** What remains. */
  readonly files: readonly FileResult[];
  /** All texts, changed or not, in the order given. */
  readonly texts: readonly Text[];
  /** How many findings of each rule were fixed. */
  readonly fixed: Readonly<Record<string, number>>;
}

export interface RuleInfo {
  readonly id: string;
  readonly severity: Severity;
  readonly fix: 'none' | 'safe' | 'suggested';
  readonly summary: string;
}

/**
 * Checks texts. Nothing is read from disk, and no text makes it throw.
 * @throws TypeError for an unknown rule, two texts of one path, or a broken unit directory.
 */
export function lint(texts: Text | readonly Text[], options?: Options): readonly FileResult[];

/**
 * Applies fixes until nothing more changes. Nothing is written to disk.
 * @param which `safe`: what cannot change the meaning; `all`: also the first suggestion of every finding.
 */
export function fix(texts: Text | readonly Text[], which: 'safe' | 'all', options?: Options): FixResult;

/** Every rule there is. */
export function listRules(locale?: 'zh' | 'en'): readonly RuleInfo[];

/** The version of this package. */
export const version: string;
