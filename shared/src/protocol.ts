/**
 * What client and server say to each other beyond the Language Server Protocol: one constant for each message, with the
 * types of what it carries. Positions are the protocol's own: lines and characters count from 0, in UTF-16 code units.
 */

export interface ProtocolPosition {
  readonly line: number;
  readonly character: number;
}

export interface ProtocolRange {
  readonly start: ProtocolPosition;
  readonly end: ProtocolPosition;
}

/** A range of one of the texts of a pair, which may stand in two files. */
export interface ProtocolPlace {
  readonly uri: string;
  readonly range: ProtocolRange;
}

// ── Start ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** `initializationOptions` of the client that belongs to this server. Other clients may leave them out. */
export interface ClientOptions {
  /**
   * False in a folder that the user does not trust: a configuration may name no file outside the workspace folders then.
   * `DID_GRANT_TRUST` says when that changes. Missing: trusted.
   */
  readonly trusted?: boolean;
  /** True when the client wants to be told of each judgement, see `DID_JUDGE`. */
  readonly hearsJudgements?: boolean;
  /** URIs of the unit directories that come with the extension: the client answers `READ_FILE` for them, and shows them. */
  readonly directories?: readonly string[];
}

/** Notification to the server, without parameters: the workspace is trusted from now on. */
export const DID_GRANT_TRUST = 'bizenv/didGrantTrust';

/**
 * The user's settings, as the server asks for them: `workspace/configuration` with the section `bizenv` and a document's
 * URI as scope. Every one may be missing. What `bizenv.config.json` says comes before them.
 */
export interface UserSettings {
  /** False: no finding and no feature in the texts of this scope. */
  readonly enable?: boolean;
  /** Severity of rules by id: `off`, `info`, `warning`, `error`. */
  readonly rules?: Readonly<Record<string, string>>;
  /** The year the documents speak for; null means that of their title. */
  readonly year?: number | null;
  readonly codeLens?: { readonly enabled?: boolean };
  readonly inlayHints?: { readonly enabled?: boolean };
  readonly semanticTokens?: { readonly enabled?: boolean };
  /** False: drafts that are not open are checked only on request, see `CHECK_DRAFTS`. */
  readonly checkWorkspace?: { readonly enabled?: boolean };
  /** Enter after a point writes the next number. */
  readonly continueNumbering?: { readonly enabled?: boolean };
}

// ── Files that only the client can read ──────────────────────────────────────────────────────────────────────────────

/** Request to the client: the text of a file of the workspace, virtual ones too. */
export const READ_FILE = 'bizenv/readFile';

export interface ReadFileParams {
  readonly uri: string;
}

/** Null when there is no such file, or when it is not the client's to give. */
export interface ReadFileResult {
  readonly text: string | null;
}

/** Request to the client, without parameters: the Markdown files of the workspace, for a server without a disk. */
export const FIND_DRAFTS = 'bizenv/findDrafts';

export interface FindDraftsResult {
  readonly uris: readonly string[];
}

// ── Judgement ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Notification to a client that asked for it, after each judgement of an open text, also of one that holds no part. */
export const DID_JUDGE = 'bizenv/didJudge';

export interface DidJudgeParams {
  readonly uri: string;
  readonly version: number;
  readonly counts: { readonly error: number; readonly warning: number; readonly info: number };
  /** Points and rows of the text with its partner; both 0 where the text is none of ours. */
  readonly points: number;
  readonly rows: number;
  /** How long reading and judging took. */
  readonly milliseconds: number;
}

// ── All drafts of the workspace ──────────────────────────────────────────────────────────────────────────────────────

/**
 * Request to the server: checks every draft of the workspace. The findings come as diagnostics; the answer says how many
 * there are. Cancelled, it leaves those that were found so far.
 */
export const CHECK_DRAFTS = 'bizenv/checkDrafts';

export interface CheckDraftsParams {
  /** Progress is told under this token, as the protocol has it. */
  readonly workDoneToken?: string | number;
}

export interface CheckDraftsResult {
  /** Markdown files of the workspace. */
  readonly files: number;
  /** Those of them that hold a part. */
  readonly drafts: number;
  readonly counts: { readonly error: number; readonly warning: number; readonly info: number };
}

// ── Task view ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Request to the server: the tasks of an open text and its partner. Null where the text holds no part. */
export const TASKS = 'bizenv/tasks';

export interface TasksParams {
  readonly uri: string;
}

/**
 * `paired`: point and row are both there and no finding is about them; `mismatched`: both are there, and a finding of
 * error or warning is about one of them; `missing-row`, `missing-point`: the other side is not there. In a document that
 * has only one of the parts, every task is `single`.
 */
export type TaskState = 'paired' | 'mismatched' | 'missing-row' | 'missing-point' | 'single';

export interface TaskItem {
  /** The number as read: the point's, else the row's; null where there is none. */
  readonly number: number | null;
  /** The row's 重点任务, else the beginning of the point's text; on one line. */
  readonly title: string;
  readonly state: TaskState;
  /** Where to go: the point, and the row. */
  readonly point: ProtocolPlace | null;
  readonly row: ProtocolPlace | null;
  /** Canonical names, in order; those of the row, else those of the point. */
  readonly leadUnits: readonly string[];
  readonly responsibleUnits: readonly string[];
  /** Findings of error or warning that are about this task. */
  readonly findings: number;
}

export interface TaskDomain {
  /** As written, with its mark: `（一）完善市场准入监管机制`; empty where the layout has no domains. */
  readonly title: string;
  readonly place: ProtocolPlace | null;
  readonly tasks: readonly TaskItem[];
}

export interface TaskSection {
  /** As written, with its mark: `一、优化市场准入环境`; empty where the layout has no sections. */
  readonly title: string;
  readonly place: ProtocolPlace | null;
  readonly domains: readonly TaskDomain[];
}

export interface TaskUnit {
  /** Canonical name, else as written. */
  readonly name: string;
  /** Indexes into the tasks of all sections and domains in order, from 0. */
  readonly leads: readonly number[];
  readonly supports: readonly number[];
}

export interface TaskTree {
  readonly uri: string;
  readonly version: number;
  readonly title: string;
  readonly year: number | null;
  /** True when both parts are there. */
  readonly paired: boolean;
  readonly sections: readonly TaskSection[];
  /** By number of tasks led, then supported, most first. */
  readonly units: readonly TaskUnit[];
}

// ── Pair view ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Request to the server: the task at a position, both sides. Null where no task stands there. */
export const PAIR = 'bizenv/pair';

export interface PairParams {
  readonly uri: string;
  readonly position: ProtocolPosition;
}

/** A piece of a text that the other side says otherwise: offsets into `text`, in UTF-16 code units. */
export interface Difference {
  readonly start: number;
  readonly end: number;
}

export interface MarkedText {
  readonly text: string;
  readonly differences: readonly Difference[];
}

export interface MarkedUnit {
  readonly name: string;
  /** False where the other side does not name it in this role. */
  readonly onBothSides: boolean;
}

/** One side of a task. Several points or rows that belong to one task are joined with line breaks. */
export interface PairSide {
  readonly place: ProtocolPlace;
  readonly number: number | null;
  /** Of a point: empty where the layout has none. */
  readonly section: string;
  readonly domain: string;
  /** The row's 重点任务; null for a point. */
  readonly task: string | null;
  /** A point's text without its units; a row's 具体举措. */
  readonly text: MarkedText;
  readonly leadUnits: readonly MarkedUnit[];
  readonly responsibleUnits: readonly MarkedUnit[];
  readonly deadline: string | null;
}

export interface PairFinding {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly place: ProtocolPlace;
}

export interface PairResult {
  readonly uri: string;
  readonly version: number;
  readonly state: TaskState;
  readonly point: PairSide | null;
  readonly row: PairSide | null;
  readonly findings: readonly PairFinding[];
  /** Where the tasks before and after this one stand, for going on by keyboard. */
  readonly previous: ProtocolPlace | null;
  readonly next: ProtocolPlace | null;
}

// ── Comparison ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** Request to the server: two pairs compared. The older year goes first; without years, the order is as given. */
export const COMPARE = 'bizenv/compare';

/** URIs of a file of each pair. */
export interface CompareParams {
  readonly one: string;
  readonly other: string;
}

/** Markdown, or why there is none; in the display language. */
export type CompareResult = { readonly text: string } | { readonly refusal: string };

// ── Next year's pair ─────────────────────────────────────────────────────────────────────────────────────────────────

/** Request to the server: the tasks of last year's pair that a new draft can carry over. */
export const DRAFT_CHOICES = 'bizenv/draftChoices';

/** URIs of last year's pair: one file of it, or both where neither names the other. */
export interface DraftChoicesParams {
  readonly uris: readonly string[];
}

export interface DraftChoice {
  /** The number as the document has it; null where there is none. */
  readonly number: number | null;
  /** The row's 重点任务, else the beginning of the point's text; on one line. */
  readonly title: string;
  /** As written, with its mark; empty where the layout has none. */
  readonly section: string;
  readonly domain: string;
}

export interface DraftChoices {
  /** The year of last year's pair; null where it names none. */
  readonly year: number | null;
  /** In order; a task is named by its index here, from 0. */
  readonly choices: readonly DraftChoice[];
  /** Stands for the texts that the choices were read from. */
  readonly fingerprint: string;
}

/** Why there is no draft, in the display language; `lacks` the part that may stand in another file. */
export interface DraftRefusal {
  readonly refusal: string;
  readonly lacks?: 'work-points' | 'task-list';
}

export type DraftChoicesResult = DraftChoices | DraftRefusal;

/** Request to the server: next year's pair. */
export const DRAFT = 'bizenv/draft';

export interface DraftParams extends DraftChoicesParams {
  readonly year: number;
  /** Indexes into the choices. */
  readonly carry: readonly number[];
  /** As it came with the choices: there is no draft when the texts have changed since. */
  readonly fingerprint: string;
}

/** What was done, in the display language: in two or three sentences, and all of it as Markdown. */
export type DraftResult = { readonly text: string; readonly summary: string; readonly details: string } | DraftRefusal;

// ── Commands that the server executes (`workspace/executeCommand`) ───────────────────────────────────────────────────

/**
 * Each takes one `CommandTask` and changes both parts at once by one `workspace/applyEdit`; it answers a `CommandResult`.
 * A language client registers them as the editor's own commands; ours fills in the task at the cursor or of the tree's item.
 */
export const SERVER_COMMANDS = {
  insertTask: 'bizenv.insertTask',
  moveTaskUp: 'bizenv.moveTaskUp',
  moveTaskDown: 'bizenv.moveTaskDown',
  moveTaskToDomain: 'bizenv.moveTaskToDomain',
  deleteTask: 'bizenv.deleteTask',
  renumber: 'bizenv.renumber',
  fillMissing: 'bizenv.fillMissing',
} as const;

export type ServerCommand = (typeof SERVER_COMMANDS)[keyof typeof SERVER_COMMANDS];

/** The task that a command is about: the one at the position, else the one with the number. */
export interface CommandTask {
  readonly uri: string;
  /** The version that the position or number was taken from; the command does nothing when the text has changed since. */
  readonly version?: number;
  readonly position?: ProtocolPosition;
  readonly number?: number;
  /** For `moveTaskToDomain`: the heading it moves to, as in `TaskDomain.place`. */
  readonly domain?: ProtocolPlace;
}

export interface CommandResult {
  readonly applied: boolean;
  /** What to tell the user, in the display language, where nothing could be done. */
  readonly message?: string;
  /** Where the task stands afterwards. */
  readonly place?: ProtocolPlace;
}
