import { findConflicts } from '#shared/units/directory-conflicts.ts';
import { type DirectoryFile, parseDirectoryFile } from '#shared/units/directory-file.ts';
import { JsonText } from '#shared/units/json-text.ts';
import { InputError, type Problem } from '../files/input-error.ts';
import type { NamedFile } from './config.ts';
import { readNamedFile } from './read-named-file.ts';

/**
 * Reads unit directories that are to be used on top of others.
 * @param below the files they are put on, whose names they must not claim for other units.
 * @param show how messages name a path.
 * @throws InputError with all mistakes of all files.
 */
export async function readDirectoryFiles(
  files: readonly NamedFile[],
  below: readonly DirectoryFile[],
  show: (path: string) => string,
): Promise<readonly DirectoryFile[]> {
  const parsed: DirectoryFile[] = [];
  const texts: { readonly shown: string; readonly text: string }[] = [];
  const problems: Problem[] = [];
  for (const named of files) {
    const shown = show(named.path);
    const { text } = await readNamedFile(named, shown);
    const result = parseDirectoryFile(text, shown);
    if (result.kind === 'file') {
      parsed.push(result.file);
      texts.push({ shown, text });
    } else
      problems.push(...result.problems.map(({ message, ...place }) => problemAt({ path: shown, ...place }, message)));
  }
  if (problems.length > 0) throw new InputError(...problems);
  for (const { file, path, message } of findConflicts([...below, ...parsed])) {
    const source = texts[file - below.length];
    if (source === undefined) continue;
    const place = new JsonText(source.text).placeOf(path, false);
    problems.push(problemAt({ path: source.shown, ...place }, message));
  }
  if (problems.length > 0) throw new InputError(...problems);
  return parsed;
}

function problemAt(at: NonNullable<Problem['at']>, what: Problem['what']): Problem {
  return { at, what, cure: { zh: '请改正单位名录。', en: 'Correct the unit directory.' } };
}
