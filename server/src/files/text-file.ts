import { decodeText, type TextCoding } from './encoding.ts';
import { fileProblem } from './file-problem.ts';
import { InputError, type Problem } from './input-error.ts';
import { readFile, stat } from './promised.ts';

/** A text that was read from disk, with all that is needed to write it back the way it was: `encodeText` gives its bytes. */
export interface TextFile extends TextCoding {
  /** Absolute. */
  readonly path: string;
  /** Without a byte order mark. */
  readonly text: string;
}

/** No larger file is read, in whatever encoding. The largest unit directory and the longest text that is judged are smaller. */
export const MOST_BYTES = 64_000_000;

/**
 * Reads a text file in whatever encoding it has.
 * @param shown how messages name the file.
 * @param most so many bytes are read.
 * @throws InputError when it is missing, not a regular file, too large, not readable or not text.
 */
export async function readTextFile(path: string, shown: string, most = MOST_BYTES): Promise<TextFile> {
  const bytes = await readBytes(path, shown, most);
  const decoded = await decodeText(bytes);
  if (decoded === undefined) throw new InputError(notText(shown));
  return { path, ...decoded };
}

async function readBytes(path: string, shown: string, most: number): Promise<Buffer> {
  try {
    const stats = await stat(path);
    if (stats.size > most) throw new InputError(tooLarge(shown, most, stats.size));
    if (stats.isFile() || stats.isDirectory()) return await readFile(path);
  } catch (error) {
    if (error instanceof InputError) throw error;
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

/** @param size undefined where only so much is known, that it is more than `most`. */
export function tooLarge(path: string, most: number, size?: number): Problem {
  const limit = Math.floor(most / 1e6);
  const has = size === undefined ? undefined : Math.ceil(size / 1e6);
  return {
    at: { path },
    what: {
      zh: has === undefined ? `内容超过上限 ${limit} MB` : `文件有 ${has} MB，超过上限 ${limit} MB`,
      en:
        has === undefined
          ? `there is more than the limit of ${limit} MB`
          : `the file has ${has} MB, more than the limit of ${limit} MB`,
    },
    cure: {
      zh: '请确认没有弄错；多份材料请分成多个文件。',
      en: 'Make sure that it is the right file; divide a collection into files.',
    },
  };
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
