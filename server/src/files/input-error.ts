import type { Localized } from '#shared/text/localized.ts';

/** Where a problem stands: lines and columns count from 1, columns in UTF-16 code units. */
export interface ProblemPlace {
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
}

/** Something that was given and cannot be used: what is wrong, where, and what to do about it. */
export interface Problem {
  readonly at?: ProblemPlace;
  readonly what: Localized;
  readonly cure: Localized;
}

/** Thrown when the work cannot be done with what was given. Never a defect of the program itself. */
export class InputError extends Error {
  readonly problems: readonly Problem[];

  constructor(...problems: readonly Problem[]) {
    super(problems.map((problem) => problem.what.en).join('; '));
    this.name = 'InputError';
    this.problems = problems;
  }
}
