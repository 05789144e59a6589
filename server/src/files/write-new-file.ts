import { access, constants, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode, fileProblem } from './file-problem.ts';
import { InputError } from './input-error.ts';
import { replaceFile } from './replace-file.ts';

/**
 * Makes sure that `writeNewFile` may write there: its folder exists and is writable, and no file is replaced unless that
 * is allowed. A pipe or a device is none: what is written goes through it.
 * @param shown how messages name the file.
 * @throws InputError
 */
export async function checkNewFile(path: string, shown: string, replace: boolean): Promise<void> {
  const there = await kindOf(path, shown);
  if (there === 'folder')
    throw new InputError({
      at: { path: shown },
      what: { zh: '这是一个文件夹，不是文件', en: 'this is a folder, not a file' },
      cure: { zh: '请给出文件名。', en: 'Name a file.' },
    });
  if (there === 'device') return await checkMode(path, shown);
  if (there !== undefined && !replace)
    throw new InputError({
      at: { path: shown },
      what: { zh: '文件已经存在，没有写入', en: 'the file exists already; nothing was written' },
      cure: { zh: '请换一个文件名；确要覆盖，请加 --force。', en: 'Use another name, or --force to replace it.' },
    });
  const folder = dirname(path);
  if ((await kindOf(folder, shown)) !== 'folder')
    throw new InputError({
      at: { path: shown },
      what: { zh: '所在的文件夹不存在', en: 'its folder does not exist' },
      cure: { zh: '请先建立文件夹，或检查路径。', en: 'Make the folder first, or check the path.' },
    });
  await checkMode(there === undefined ? folder : path, shown);
}

/**
 * Writes a new file, UTF-8: the whole text or nothing.
 * @throws InputError as `checkNewFile` does.
 */
export async function writeNewFile(path: string, text: string, shown: string, replace: boolean): Promise<void> {
  await checkNewFile(path, shown, replace);
  try {
    if ((await kindOf(path, shown)) === 'device') return await writeFile(path, text);
    // Nobody else's file either, where one has come up meanwhile.
    await replaceFile(path, text, () => checkNewFile(path, shown, replace));
  } catch (error) {
    throw error instanceof InputError ? error : new InputError(fileProblem(error, shown));
  }
}

/** What stands there: a device is whatever is written to as it is, and cannot be replaced. */
async function kindOf(path: string, shown: string): Promise<'file' | 'folder' | 'device' | undefined> {
  try {
    const stats = await stat(path);
    return stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : 'device';
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw new InputError(fileProblem(error, shown));
  }
}

/** The superuser may write anything; what its owner made read-only is left alone all the same. */
async function checkMode(path: string, shown: string): Promise<void> {
  try {
    await access(path, constants.W_OK);
    if (((await stat(path)).mode & 0o222) !== 0) return;
  } catch (error) {
    throw new InputError(fileProblem(error, shown));
  }
  throw new InputError({
    at: { path: shown },
    what: { zh: '文件或所在的文件夹是只读的', en: 'the file or its folder is read-only' },
    cure: { zh: '请先解除只读，或换一个位置。', en: 'Make it writable first, or choose another place.' },
  });
}
