import type { JudgingChoices } from '../cli/lint/judge-group.ts';
import type { StoredGroup } from '../cli/lint/stored-group.ts';
import type { ReadingChoices } from '../drafts/draft-reader.ts';
import type { Problem } from '../files/input-error.ts';

/** What a thread is started with. */
export interface WorkerSetup {
  readonly choices: ReadingChoices;
  readonly judging: JudgingChoices;
  readonly stats: boolean;
}

/** Drafts that are to be judged together. */
export interface WorkerTask {
  readonly id: number;
  readonly members: readonly TaskMember[];
}

export interface TaskMember {
  /** Absolute. */
  readonly path: string;
  readonly shown: string;
  readonly text: string;
}

export type WorkerAnswer =
  | {
      readonly id: number;
      readonly group: StoredGroup;
      readonly times: readonly (readonly [string, number])[];
    }
  | { readonly id: number; readonly problems: readonly Problem[] };
