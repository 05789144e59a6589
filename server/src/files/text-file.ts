import { readFile, stat } from 'node:fs/promises';
import { decodeText, type TextCoding } from './encoding.ts';
import { fileProblem } from './file-problem.ts';
import { InputError } from './input-error.ts';

/** A text that was read from disk, with all that is needed to write it back the way it was. */
export interface TextFile extends TextCoding {
  /** Absolute. */
  readonly path: string;
  /** Without a byte order mark. */
  readonly text: string;
  /** What stood on disk when it was read. */
  readonly bytes: Buffer;
}

/**
 * Reads a text file in whatever encoding it has.
 * @param shown how messages name the file.
 * @throws InputError when it is missing, not a regular file, not readable or not text.
 */
export async function readTextFile(path: string, shown: string): Promise<TextFile> {
  const bytes = await readBytes(path, shown);
  const decoded = await decodeText(bytes);
  if (decoded === undefined) throw new InputError(notText(shown));
  return { path, bytes, ...decoded };
}

async function readBytes(path: string, shown: string): Promise<Buffer> {
  try {
    const stats = await stat(path);
    if (stats.isFile() || stats.isDirectory()) return await readFile(path);
  } catch (error) {
    throw new InputError(fileProblem(error, shown));
  }
  throw new InputError({
    at: { path: shown },
    what: { zh: '这不是普通文件', en: 'this is not a regular file' },
    cure: {
      zh: '请给出文件，或用 --stdin 从标准输入读取。',
      en: 'Name a file, or read from standard input with --stdin.',
    },
  });
}

function notText(path: string) {
  return {
    at: { path },
    what: {
      zh: '这不是文本文件（不是 UTF-8、UTF-16 或 GB18030）',
      en: 'this is not a text file (not UTF-8, UTF-16 or GB18030)',
    },
    cure: {
      zh: '请先从 Word 等软件另存为 Markdown 文本。',
      en: 'Save it as Markdown text first, for example from Word.',
    },
  };
}
