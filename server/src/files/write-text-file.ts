import { access, constants, readFile, stat } from 'node:fs/promises';
import { encodeText } from './encoding.ts';
import { fileProblem } from './file-problem.ts';
import { InputError } from './input-error.ts';
import { replaceFile } from './replace-file.ts';
import type { TextFile } from './text-file.ts';

/**
 * Makes sure that `writeTextFile` may replace the file: nobody changed it since it was read, and it is writable.
 * @param shown how messages name the file.
 * @throws InputError
 */
export async function checkWritable(file: TextFile, shown: string): Promise<void> {
  const read = await encodeText(file.text, file);
  let current: Buffer;
  let mode: number;
  try {
    await access(file.path, constants.W_OK);
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
