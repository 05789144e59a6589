import { constants } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode, fileProblem } from './file-problem.ts';
import { realPaths } from './find-files.ts';
import { InputError } from './input-error.ts';
import { access, realpath, stat } from './promised.ts';

/**
 * Makes sure that a file may be written, before the work that fills it.
 * @param shown how messages name it.
 * @param inputs absolute paths of files that it must not replace.
 * @throws InputError
 */
export async function checkOutput(path: string, shown: string, inputs: readonly string[]): Promise<void> {
  try {
    const stats = await stat(path).catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT') return undefined;
      throw error;
    });
    if (stats?.isDirectory()) throw new InputError(isFolder(shown));
    if (stats !== undefined) await access(path, constants.W_OK);
    if (stats === undefined || stats.isFile()) await access(dirname(path), constants.W_OK);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(errorCode(error) === 'ENOENT' ? noFolder(shown) : fileProblem(error, shown));
  }
  const real = await realpath(path).catch(() => path);
  if ((await realPaths(inputs)).includes(real)) throw new InputError(isInput(shown));
}

/**
 * Writes a whole file: it then holds the old text or the new one, never half. A pipe or a device is written to as it is.
 * @param text whole, or in pieces.
 * @throws InputError
 */
export async function writeOutput(path: string, text: string | Iterable<string>, shown: string): Promise<void> {
  try {
    const stats = await stat(path).catch(() => undefined);
    if (stats === undefined || stats.isFile()) await (await import('./replace-file.ts')).replaceFile(path, text);
    else await (await import('node:fs/promises')).writeFile(path, text);
  } catch (error) {
    throw new InputError(errorCode(error) === 'ENOENT' ? noFolder(shown) : fileProblem(error, shown));
  }
}

function isFolder(path: string) {
  return {
    at: { path },
    what: { zh: '这是一个文件夹，报告无法写入', en: 'this is a folder: the report cannot be written to it' },
    cure: { zh: '请给出文件名。', en: 'Name a file.' },
  };
}

function noFolder(path: string) {
  return {
    at: { path },
    what: { zh: '文件所在的文件夹不存在', en: 'the folder of this file does not exist' },
    cure: { zh: '请先建立文件夹，或改正路径。', en: 'Make the folder first, or correct the path.' },
  };
}

function isInput(path: string) {
  return {
    at: { path },
    what: {
      zh: '这个文件正是要读取的文件，不能用来存放输出',
      en: 'this file is read by the run; it cannot hold its output',
    },
    cure: { zh: '请换一个文件名。', en: 'Name another file.' },
  };
}
