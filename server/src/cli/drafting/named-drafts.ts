import { resolve } from 'node:path';
import type { Draft } from '../../drafts/draft.ts';
import { DraftReader } from '../../drafts/draft-reader.ts';
import { readTogether } from '../../drafts/read-together.ts';
import { findFiles, withoutRepeats } from '../../files/find-files.ts';
import { InputError } from '../../files/input-error.ts';
import type { CommandContext } from '../context.ts';
import { readingChoices } from '../reading-choices.ts';

/** What was named on the command line, read. */
export interface NamedDrafts {
  /** Drafts that belong together; a group holds files that were not named where a named one says so. */
  readonly groups: readonly (readonly Draft[])[];
  /** Whether the file was named, or found in a folder that was. */
  isNamed(draft: Draft): boolean;
}

/**
 * Reads the files, folders and globs, with the files that belong to them. The year is that of the documents, unless the
 * command has a `--year` that says how to read them.
 * @throws InputError when one cannot be read, or when none of them holds work points or a task list.
 */
export async function namedDrafts(
  operands: readonly string[],
  context: CommandContext,
  year: 'given' | 'own',
): Promise<NamedDrafts> {
  const choices = readingChoices(context, {});
  const reader = new DraftReader(year === 'given' ? choices : { ...choices, year: undefined });
  const found = await findFiles(operands, context.environment.cwd);
  const files = await withoutRepeats(found.inputs.flatMap((input) => input.files));
  const read = await readTogether(reader, files);
  const named = new Set(files.map((path) => resolve(path)));
  const problems = [...found.problems, ...read.problems];
  if (problems.length > 0) throw new InputError(...problems);
  const groups = read.groups.filter((group) => group.some(holdsParts));
  if (groups.length === 0) throw new InputError(withoutParts(operands));
  return { groups, isNamed: (draft) => named.has(draft.path) };
}

function holdsParts({ document }: Draft): boolean {
  return document.workPoints.length + document.taskLists.length > 0;
}

function withoutParts(operands: readonly string[]) {
  return {
    at: { path: operands.join(' ') },
    what: { zh: '没有工作要点，也没有任务清单', en: 'there are neither work points nor a task list' },
    cure: { zh: '请检查路径和文件内容。', en: 'Check the path and what the files hold.' },
  };
}
