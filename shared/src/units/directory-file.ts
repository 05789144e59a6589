import * as v from 'valibot';
import type { Localized } from '../text/localized.ts';
import { describeIssue } from './describe-issue.ts';
import { findConflicts } from './directory-conflicts.ts';
import { type DirectoryFile, DirectoryFileSchema, LIMITS } from './directory-schema.ts';
import { JsonText } from './json-text.ts';

export type { DirectoryFile } from './directory-schema.ts';

/** What is wrong with a directory file. Line and column count from 1; columns are UTF-16 code units. */
export interface DirectoryProblem {
  readonly message: Localized;
  readonly line: number;
  readonly column: number;
}

export type DirectoryFileResult =
  | { readonly kind: 'file'; readonly file: DirectoryFile }
  | { readonly kind: 'problems'; readonly problems: readonly DirectoryProblem[] };

/** More problems than this are not listed: the first ones explain the others. */
const MOST_PROBLEMS = 50;

/**
 * Reads a unit directory: JSON with comments. Never throws: what is wrong with the text, its shape, or its names (two units
 * with one name) comes back as problems in the order of the text. Comments and a trailing comma are allowed.
 */
export function parseDirectoryFile(text: string, name: string): DirectoryFileResult {
  if (text.length > LIMITS.text) return problemsOf([tooLarge(name)]);
  const json = new JsonText(text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text);
  if (json.problems.length > 0) return problemsOf(json.problems);

  if (Array.isArray(json.value)) return problemsOf([{ message: notAnObject, line: 1, column: 1 }]);
  const parsed = v.safeParse(DirectoryFileSchema, json.value);
  if (!parsed.success)
    return problemsOf(
      parsed.issues.slice(0, MOST_PROBLEMS).map((issue) => {
        const { path, atKey, message } = describeIssue(issue);
        return { message, ...json.placeOf(path, atKey) };
      }),
    );

  const conflicts = findConflicts([parsed.output]).slice(0, MOST_PROBLEMS);
  if (conflicts.length > 0)
    return problemsOf(conflicts.map(({ message, path }) => ({ message, ...json.placeOf(path, false) })));
  return { kind: 'file', file: parsed.output };
}

const notAnObject: Localized = {
  zh: '单位名录应为 { "units": [ … ] }',
  en: 'a unit directory must be { "units": [ … ] }',
};

function problemsOf(problems: readonly DirectoryProblem[]): DirectoryFileResult {
  return { kind: 'problems', problems: [...problems].sort((a, b) => a.line - b.line || a.column - b.column) };
}

function tooLarge(name: string): DirectoryProblem {
  const most = LIMITS.text / 1_000_000;
  return {
    message: {
      zh: `${name}太大：单位名录最多 ${most} 百万字`,
      en: `${name} is too large: a unit directory has at most ${most} million characters`,
    },
    line: 1,
    column: 1,
  };
}
