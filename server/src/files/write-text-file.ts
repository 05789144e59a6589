import { access, constants, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { encodeText } from './encoding.ts';
import { fileProblem } from './file-problem.ts';
import { finalPath } from './final-path.ts';
import { InputError } from './input-error.ts';
import { replaceFile } from './replace-file.ts';
import type { TextFile } from './text-file.ts';
import { writeEach } from './write-each.ts';

/** A file with the text that it is to hold. */
export interface ChangedFile {
  readonly file: TextFile;
  readonly text: string;
  /** How messages name it. */
  readonly shown: string;
}

/**
 * Writes files that were changed, and returns how messages name them. All are checked before the first one is written, so
 * that one that cannot be written leaves every file as it was.
 * @throws InputError
 */
export async function writeTextFiles(changed: readonly ChangedFile[]): Promise<readonly string[]> {
  for (const { file, shown } of changed) await checkWritable(file, shown);
  return await writeEach(changed, async ({ file, text, shown }) => await writeTextFile(file, text, shown));
}

/**
 * Makes sure that the file may be replaced: nobody changed it since it was read, it is writable, and its folder takes
 * another one.
 * @throws InputError
 */
async function checkWritable(file: TextFile, shown: string): Promise<void> {
  const read = await encodeText(file.text, file);
  let current: Buffer;
  let mode: number;
  try {
    await access(file.path, constants.W_OK);
    await access(dirname(await finalPath(file.path)), constants.W_OK);
    mode = (await stat(file.path)).mode;
    current = await readFile(file.path);
  } catch (error) {
    throw new InputError(fileProblem(error, shown));
  }
  // The superuser may write anything; a file that its owner made read-only is left alone all the same.
  if ((mode & 0o222) === 0)
    throw new InputError({
      at: { path: shown },
      what: { zh: '文件是只读的', en: 'the file is read-only' },
      cure: { zh: '请先解除只读，再修改。', en: 'Make it writable first.' },
    });
  if (!current.equals(read))
    throw new InputError({
      at: { path: shown },
      what: {
        zh: '文件在检查期间被别人改动过，没有写入',
        en: 'the file was changed by someone else during the check; it was not written',
      },
      cure: { zh: '请重新运行。', en: 'Run the command again.' },
    });
}

/**
 * Replaces the file's text: in its own encoding, with its byte order mark, as `replaceFile` does.
 * @param shown how messages name the file.
 * @throws InputError when it cannot be written; the old text then still stands.
 */
export async function writeTextFile(file: TextFile, text: string, shown: string): Promise<void> {
  const bytes = await encodeText(text, file);
  await checkWritable(file, shown);
  try {
    // Once more at the last moment: writing to a slow disk takes time.
    await replaceFile(file.path, bytes, () => checkWritable(file, shown));
  } catch (error) {
    throw error instanceof InputError ? error : new InputError(fileProblem(error, shown));
  }
}
