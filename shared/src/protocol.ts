/**
 * What client and server say to each other beyond the language server protocol. Positions and ranges are the protocol's:
 * lines and characters from 0, characters in UTF-16 code units. Plain data only.
 */

interface Position {
  readonly line: number;
  readonly character: number;
}

interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface PlaceInText {
  readonly uri: string;
  readonly range: Range;
}

/** Client → server: the tasks of the pair that a text belongs to; null where it holds no part. For the task view. */
export const TASKS_REQUEST = 'bizenv/tasks';
/** Client → server: point and row of the task at a place, side by side; null outside every task. For the pair view. */
export const PAIR_REQUEST = 'bizenv/pair';
/** Server → client: a text was judged. For the status bar and for views that follow. */
export const DID_JUDGE_NOTIFICATION = 'bizenv/didJudge';

/** Server → client, where the server runs in a worker and has no files: the text of a file; null when it cannot be read. */
export const READ_FILE_REQUEST = 'bizenv/readFile';
/** Server → client, in a worker: the configuration file that holds for a file, the nearest one upwards; null for none. */
export const FIND_CONFIG_REQUEST = 'bizenv/findConfig';
/** Server → client, in a worker: the Markdown files of the workspace. */
export const FIND_DRAFTS_REQUEST = 'bizenv/findDrafts';

export interface TasksParams {
  readonly uri: string;
}

/**
 * How the two parts agree about a task: `paired` – both are there and no finding of error or warning touches them;
 * `mismatched` – both are there, with such a finding; `missing-row`, `missing-point` – one side is not there;
 * `alone` – the text holds one part only.
 */
export type TaskState = 'paired' | 'mismatched' | 'missing-row' | 'missing-point' | 'alone';

export interface TaskItem {
  /** As written: `3`, `3-1`; empty where a row has no number. */
  readonly number: string;
  /** The row's task, else the beginning of the point. */
  readonly title: string;
  readonly state: TaskState;
  /** Findings that touch the task. */
  readonly findings: number;
  /** Where the point begins, with the whole of it as range. */
  readonly point: PlaceInText | null;
  readonly row: PlaceInText | null;
}

export interface TaskSection {
  /** Empty for tasks that stand under no section. */
  readonly title: string;
  readonly place: PlaceInText | null;
  readonly domains: readonly TaskDomain[];
}

export interface TaskDomain {
  /** Empty for tasks that stand under no domain. */
  readonly title: string;
  readonly place: PlaceInText | null;
  /** Indices into `tasks`. */
  readonly tasks: readonly number[];
}

export interface TaskUnit {
  /** The canonical name where the directory knows the unit, else as written. */
  readonly name: string;
  /** Indices into `tasks`. */
  readonly leads: readonly number[];
  readonly supports: readonly number[];
}

export interface TasksResult {
  readonly version: number;
  readonly title: string;
  readonly tasks: readonly TaskItem[];
  readonly sections: readonly TaskSection[];
  /** Those with most tasks first. */
  readonly units: readonly TaskUnit[];
  /** Findings of all files of the pair. */
  readonly findings: FindingCounts;
}

export interface FindingCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

export interface PairParams {
  readonly uri: string;
  readonly position: Position;
}

export interface PairResult {
  /** As in `TaskItem`. */
  readonly number: string;
  readonly title: string;
  readonly state: TaskState;
  readonly point: PairSide | null;
  readonly row: PairSide | null;
  /** What the findings on this task say, in the display language. */
  readonly messages: readonly string[];
  /** Index of the task in `TasksResult.tasks`, and how many there are: for “previous” and “next”. */
  readonly index: number;
  readonly count: number;
}

export interface PairSide {
  readonly place: PlaceInText;
  readonly fields: readonly PairField[];
}

export interface PairField {
  readonly role: 'section' | 'domain' | 'task' | 'text' | 'leads' | 'responsible' | 'deadline';
  /** In order; joined they are the whole text of the field. */
  readonly segments: readonly PairSegment[];
}

export interface PairSegment {
  readonly text: string;
  /** True for what the other side does not say, or says differently. */
  readonly differs: boolean;
}

export interface DidJudgeParams {
  readonly uri: string;
  readonly version: number;
  /** False for a text that is none of our business: show nothing. */
  readonly holdsParts: boolean;
  /** Of this text alone. */
  readonly findings: FindingCounts;
}

export interface ReadFileParams {
  readonly uri: string;
}
/** The answer to `bizenv/readFile`. */
export type ReadFileResult = string | null;

export interface FindConfigParams {
  readonly uri: string;
}
/** The URI of the configuration. */
export type FindConfigResult = string | null;

/** URIs. */
export type FindDraftsResult = readonly string[];

/**
 * `workspace/executeCommand`: restructuring. The server changes both parts with one `workspace/applyEdit`; the answer is a
 * `CommandResult`.
 */
export const COMMANDS = {
  /** A task after the one at the place. */
  insertTask: 'bizenv.insertTask',
  moveTaskUp: 'bizenv.moveTaskUp',
  moveTaskDown: 'bizenv.moveTaskDown',
  /** Without `domain` the answer lists the domains there are, and nothing changes. */
  moveTaskToDomain: 'bizenv.moveTaskToDomain',
  deleteTask: 'bizenv.deleteTask',
  /** All tasks 1, 2, 3 …, in both parts. */
  renumber: 'bizenv.renumber',
  /** The row that the point at the place lacks, or the point that the row lacks; without a position, all of the pair. */
  fillMissing: 'bizenv.fillMissing',
} as const;

/** The one argument of each command. */
export interface CommandArguments {
  readonly uri: string;
  /** A place in the task that is meant: in its point or in its row. Not needed for `renumber`. */
  readonly position?: Position;
  /** For `moveTaskToDomain`: index into the domains that the command answers when it is called without. */
  readonly domain?: number;
}

export type CommandResult =
  /** `select`: where the cursor belongs now. */
  | { readonly kind: 'done'; readonly select?: PlaceInText }
  /** `reason` is said to the user, in the display language. */
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'domains'; readonly domains: readonly { readonly section: string; readonly domain: string }[] };

/**
 * The settings that the server asks for (`workspace/configuration`, section `bizenv`, scoped to the text) or gets as
 * `initializationOptions.settings` from clients that cannot be asked. Absent means the default.
 */
export interface ClientSettings {
  /** Default true each. */
  readonly codeLens?: { readonly enabled?: boolean };
  readonly inlayHints?: { readonly enabled?: boolean };
  readonly semanticTokens?: { readonly enabled?: boolean };
}

/** `initializationOptions`. */
export interface InitializationOptions {
  readonly settings?: ClientSettings;
  /** False where the workspace is not trusted: a configuration then reads no file outside the workspace. Default true. */
  readonly trusted?: boolean;
  /** The client answers `bizenv/readFile`, `bizenv/findConfig`, `bizenv/findDrafts`; always so for a worker. */
  readonly servesFiles?: boolean;
}

/** Commands of the client that code lenses and hovers of the server may name. */
export const CLIENT_COMMANDS = {
  /** Arguments: uri, range. */
  goTo: 'bizenv.goTo',
  /** Arguments: uri, position, locations. */
  showPlaces: 'bizenv.showPlaces',
} as const;
