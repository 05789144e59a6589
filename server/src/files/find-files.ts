import type { Stats } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { nearestWord } from '#shared/text/nearest-word.ts';
import { errorCode, fileProblem, oddName } from './file-problem.ts';
import type { GitIgnore } from './git-ignore.ts';
import type { Problem } from './input-error.ts';
import { isInside } from './is-inside.ts';
import { readdir, readlink, realpath, stat } from './promised.ts';

/** What one argument (a file, a folder or a glob) stands for. */
export interface FoundInput {
  readonly input: string;
  readonly kind: 'file' | 'folder' | 'glob';
  /** Absolute paths, sorted. */
  readonly files: readonly string[];
}

export interface FoundFiles {
  readonly inputs: readonly FoundInput[];
  readonly problems: readonly Problem[];
}

const draftExtensions = new Set(['.md', '.markdown']);
/** Never drafts, and often huge. */
const skippedFolders = new Set(['node_modules', '.git']);
const globCharacters = /[*?[\]{}!]/;

/**
 * Resolves what was named on the command line or in a configuration's `include`: files as they are, the Markdown files
 * of folders and globs as far as `.gitignore` leaves them in. Links to folders are not followed.
 */
export async function findFiles(inputs: readonly string[], cwd: string): Promise<FoundFiles> {
  const found: FoundInput[] = [];
  const problems: Problem[] = [];
  for (const input of inputs) {
    const outcome = await findInput(input, cwd);
    if ('what' in outcome) problems.push(outcome);
    else found.push(outcome);
  }
  return { inputs: found, problems };
}

async function findInput(input: string, cwd: string): Promise<FoundInput | Problem> {
  const path = resolve(cwd, input);
  let stats: Stats;
  try {
    stats = await stat(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT' && globCharacters.test(input)) return findGlob(input, cwd);
    return errorCode(error) === 'ENOENT' ? missing(input, path) : fileProblem(error, input);
  }
  if (!stats.isDirectory()) return { input, kind: 'file', files: [path] };
  if (isDraftName(path)) return folderNamedLikeFile(input);
  return findFolder(input, path);
}

async function findFolder(input: string, path: string): Promise<FoundInput | Problem> {
  const { GitIgnore } = await import('./git-ignore.ts');
  try {
    const files = await searchFolder(path, GitIgnore.startingAt(path));
    return files.length === 0 ? noDrafts(input) : { input, kind: 'folder', files };
  } catch (error) {
    return fileProblem(error, join(input, relative(path, failedPath(error) ?? path)));
  }
}

/**
 * The Markdown files of a folder (absolute) that is not trusted: nothing outside it is read, neither above it nor where
 * a link leads. None where it cannot be read.
 */
export async function findFilesInside(folder: string): Promise<readonly string[]> {
  const { GitIgnore } = await import('./git-ignore.ts');
  try {
    const files = await searchFolder(folder, GitIgnore.startingAt(folder, folder));
    return files.filter((path) => isInside(folder, path));
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return [];
  }
}

/** The path that a failed file operation was about. */
function failedPath(error: unknown): string | undefined {
  return error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : undefined;
}

async function searchFolder(folder: string, ignored: GitIgnore): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (skippedFolders.has(entry.name) || ignored.ignores(path, true)) continue;
      files.push(...(await searchFolder(path, ignored.inside(path))));
    } else if (isDraftName(entry.name) && !ignored.ignores(path, false)) {
      if (entry.isFile() || (entry.isSymbolicLink() && (await isLinkToFile(path)))) files.push(path);
    }
  }
  return files;
}

async function isLinkToFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    // A link that leads nowhere, or in a circle, names no draft.
    return false;
  }
}

async function findGlob(input: string, cwd: string): Promise<FoundInput | Problem> {
  const [{ glob }, { GitIgnore }] = await Promise.all([import('tinyglobby'), import('./git-ignore.ts')]);
  const pattern = process.platform === 'win32' ? input.replaceAll('\\', '/') : input;
  const matches = await glob(pattern, {
    cwd,
    absolute: true,
    ignore: [...skippedFolders].map((name) => `**/${name}/**`),
    followSymbolicLinks: false,
    expandDirectories: false,
  });
  const namesExtension = !globCharacters.test(extname(pattern)) && extname(pattern) !== '';
  const files = matches
    .map((match) => resolve(match))
    .filter((path) => namesExtension || isDraftName(path))
    .filter((path) => !isIgnoredBelow(path, cwd, GitIgnore.startingAt(cwd)))
    .sort();
  return files.length === 0 ? unmatched(input) : { input, kind: 'glob', files };
}

/** Whether a file is left out by any `.gitignore` between the working directory and itself. */
function isIgnoredBelow(path: string, cwd: string, start: GitIgnore): boolean {
  let ignored = start;
  for (const folder of foldersBetween(cwd, dirname(path))) {
    if (ignored.ignores(folder, true)) return true;
    ignored = ignored.inside(folder);
  }
  return path.startsWith(cwd) && ignored.ignores(path, false);
}

/** The folders from below `top` down to `folder`; none when `folder` is not inside `top`. */
function foldersBetween(top: string, folder: string): string[] {
  const folders: string[] = [];
  for (let current = folder; current !== top; current = dirname(current)) {
    if (current === dirname(current)) return [];
    folders.unshift(current);
  }
  return folders;
}

/** The files with those left out that are, by a link or by being named twice, the same as an earlier one. */
export async function withoutRepeats(files: readonly string[]): Promise<readonly string[]> {
  const real = await realPaths(files);
  const first = new Map([...real.entries()].reverse().map(([index, path]) => [path, index]));
  return files.filter((_, index) => first.get(real[index] ?? '') === index);
}

/** Each path with its links resolved. */
export async function realPaths(paths: readonly string[]): Promise<readonly string[]> {
  return await Promise.all(paths.map((path) => realpath(path).catch(() => path)));
}

/** Whether a file's name is that of a draft: `.md` or `.markdown`. */
export function isDraftName(path: string): boolean {
  return draftExtensions.has(extname(path).toLowerCase());
}

async function missing(input: string, path: string): Promise<Problem> {
  const target = await readlink(path).catch(() => undefined);
  if (target !== undefined)
    return {
      at: { path: input },
      what: {
        zh: `这是一个符号链接，它指向的“${target}”不存在`,
        en: `this is a symbolic link to “${target}”, which does not exist`,
      },
      cure: { zh: '请改正链接。', en: 'Correct the link.' },
    };
  const odd = oddName(input);
  if (odd !== undefined) return { at: { path: input }, ...odd };
  const neighbours = await readdir(dirname(path)).catch(() => []);
  const near = nearestWord(basename(path), neighbours);
  return {
    at: { path: input },
    what: { zh: '文件或文件夹不存在', en: 'no such file or folder' },
    cure:
      near === undefined
        ? { zh: '请检查路径和文件名。', en: 'Check the path and the name.' }
        : { zh: `是不是“${near}”？`, en: `Did you mean “${near}”?` },
  };
}

function folderNamedLikeFile(input: string): Problem {
  return {
    at: { path: input },
    what: { zh: '这是一个文件夹，名字却像 Markdown 文件', en: 'this is a folder, though named like a Markdown file' },
    cure: {
      zh: '请给出文件夹里的文件，或把文件夹改名。',
      en: 'Name the files inside it, or rename the folder.',
    },
  };
}

function noDrafts(input: string): Problem {
  return {
    at: { path: input },
    what: {
      zh: '文件夹里没有可检查的 Markdown 文件（.md、.markdown）',
      en: 'the folder holds no Markdown file to check (.md, .markdown)',
    },
    cure: {
      zh: '请检查路径；被 .gitignore 排除的文件不会检查，要检查就直接给出文件名。',
      en: 'Check the path. Files that .gitignore leaves out are checked only when named.',
    },
  };
}

function unmatched(input: string): Problem {
  return {
    at: { path: input },
    what: { zh: '没有文件与这个通配符相符', en: 'no file matches this pattern' },
    cure: { zh: '请检查通配符，并给它加上引号。', en: 'Check the pattern, and put it in quotes.' },
  };
}
