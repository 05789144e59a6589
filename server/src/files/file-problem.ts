import type { Localized } from '#shared/text/localized.ts';
import type { Problem } from './input-error.ts';

interface Wording {
  readonly what: Localized;
  readonly cure: Localized;
}

const denied: Wording = {
  what: { zh: '没有权限', en: 'permission denied' },
  cure: { zh: '请检查文件和所在文件夹的权限。', en: 'Check the permissions of the file and of its folder.' },
};

const full: Wording = {
  what: { zh: '磁盘已满，或超出了配额', en: 'the disk is full, or the quota is used up' },
  cure: { zh: '请腾出空间后重试；原文件没有改动。', en: 'Make room and try again; the file is unchanged.' },
};

const busy: Wording = {
  what: {
    zh: '文件正被别的程序占用，或是单独挂载的',
    en: 'another program holds the file, or it is mounted by itself',
  },
  cure: {
    zh: '请在那个程序里关闭文件后重试；在容器里，请挂载它所在的文件夹。',
    en: 'Close it there and try again; in a container, mount the folder that holds it.',
  },
};

/** What the operating system's error codes mean to somebody who only wants to check a draft. */
const wordings: ReadonlyMap<string, Wording> = new Map([
  [
    'ENOENT',
    {
      what: { zh: '文件不存在', en: 'no such file' },
      cure: { zh: '请检查路径和文件名。', en: 'Check the path and the name.' },
    },
  ],
  ['EACCES', denied],
  ['EPERM', denied],
  [
    'EISDIR',
    {
      what: { zh: '这是一个文件夹，不是文件', en: 'this is a folder, not a file' },
      cure: { zh: '请给出文件夹里的文件。', en: 'Name a file inside it.' },
    },
  ],
  [
    'EEXIST',
    {
      what: { zh: '这里已有同名的文件，不是文件夹', en: 'a file of this name is there, and no folder' },
      cure: { zh: '请换一个名字。', en: 'Use another name.' },
    },
  ],
  [
    'ENOTDIR',
    {
      what: { zh: '路径中有一段不是文件夹', en: 'a part of the path is not a folder' },
      cure: { zh: '请检查路径。', en: 'Check the path.' },
    },
  ],
  [
    'ELOOP',
    {
      what: { zh: '符号链接绕成一圈', en: 'the symbolic links form a loop' },
      cure: { zh: '请改正链接。', en: 'Correct the link.' },
    },
  ],
  [
    'EROFS',
    {
      what: { zh: '所在的磁盘是只读的', en: 'the disk is read-only' },
      cure: { zh: '请把文件复制到可写的地方再修改。', en: 'Copy the file to a place that can be written.' },
    },
  ],
  ['ENOSPC', full],
  ['EDQUOT', full],
  ['EFBIG', full],
  ['EBUSY', busy],
  ['ETXTBSY', busy],
  [
    'EIO',
    {
      what: { zh: '磁盘或网络盘出错', en: 'the disk or the network drive failed' },
      cure: { zh: '请检查磁盘和网络连接后重试。', en: 'Check the disk and the connection, and try again.' },
    },
  ],
  [
    'ENAMETOOLONG',
    {
      what: { zh: '路径太长', en: 'the path is too long' },
      cure: { zh: '请缩短路径。', en: 'Shorten the path.' },
    },
  ],
]);

/** The error code that Node puts on file-system errors; undefined on any other value. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/**
 * What is wrong with a file that was found and is not there under the name that we got for it: on Linux, archives from
 * Windows leave names in GBK. Undefined for every other name.
 */
export function oddName(path: string): Wording | undefined {
  if (!path.includes('\uFFFD')) return undefined;
  return {
    what: { zh: '文件名不是 UTF-8 编码，无法打开', en: 'its name is not in UTF-8, so it cannot be opened' },
    cure: {
      zh: '请给文件改名（一批 GBK 文件名可用 convmv 转换）。',
      en: 'Rename it (convmv converts many names in GBK).',
    },
  };
}

/** The problem that a failed file operation is to its user. An error that is none is thrown again. */
export function fileProblem(error: unknown, path: string): Problem {
  const code = errorCode(error);
  if (code === undefined) throw error;
  const wording = (code === 'ENOENT' ? oddName(path) : undefined) ??
    wordings.get(code) ?? {
      what: { zh: `无法读写（${code}）`, en: `it cannot be read or written (${code})` },
      cure: { zh: '请检查文件。', en: 'Check the file.' },
    };
  return { at: { path }, ...wording };
}
