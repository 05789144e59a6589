import { constants } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode, fileProblem } from './file-problem.ts';
import { finalPath, orNothing } from './final-path.ts';
import { realPaths } from './find-files.ts';
import { InputError } from './input-error.ts';
import { access, stat } from './promised.ts';

/**
 * Makes sure that a file may be written, before the work that fills it.
 * @param shown how messages name it.
 * @param inputs absolute paths of files that it must not replace.
 * @returns the file that is going to be written, links resolved.
 * @throws InputError
 */
export async function checkOutput(path: string, shown: string, inputs: readonly string[]): Promise<string> {
  const final = await writablePath(path, shown);
  if ((await realPaths(inputs)).includes(final)) throw new InputError(isInput(shown));
  return final;
}

async function writablePath(path: string, shown: string): Promise<string> {
  try {
    const stats = await orNothing(stat(path));
    if (stats?.isDirectory()) throw new InputError(isFolder(shown));
    if (stats !== undefined) await access(path, constants.W_OK);
    // A pipe or a device is written to as it is, and has no folder to speak of.
    if (stats !== undefined && !stats.isFile()) return path;
    const final = await finalPath(path);
    await access(dirname(final), constants.W_OK);
    return final;
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(errorCode(error) === 'ENOENT' ? noFolder(shown) : fileProblem(error, shown));
  }
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
