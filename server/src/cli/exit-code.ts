/** What the process tells its caller: a public contract, used by continuous integration and hooks. */
export const ExitCode = {
  /** No finding at `error`, and not more warnings than `--max-warnings`. */
  Clean: 0,
  /** The documents have findings that must be dealt with. */
  Findings: 1,
  /** The command could not do its work: bad option, unreadable file, broken configuration, a rule that threw. Nothing was written. */
  Failure: 2,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
