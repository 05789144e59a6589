import { readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { isInside } from './is-inside.ts';

interface IgnoreFile {
  readonly folder: string;
  readonly rules: Ignore;
}

/**
 * What the `.gitignore` files of a folder and of those above it leave out, as Git reads them: a deeper file overrules
 * a higher one. Folders above the repository's root say nothing; outside a repository only the start folder and those
 * below it count.
 */
export class GitIgnore {
  /** Deepest first. */
  readonly #files: readonly IgnoreFile[];

  readonly #within: string | undefined;

  private constructor(files: readonly IgnoreFile[], within?: string) {
    this.#files = files;
    this.#within = within;
  }

  /**
   * For a search that starts at `folder` (absolute). A folder that is itself ignored was asked for by name: it counts.
   * @param within a folder outside which nothing is read.
   */
  static startingAt(folder: string, within?: string): GitIgnore {
    if (within !== undefined) return new GitIgnore([], within).inside(folder);
    const above = new GitIgnore(foldersAbove(folder).flatMap((above) => readIgnoreFile(above, undefined)));
    const base = above.ignores(folder, true) ? new GitIgnore([]) : above;
    return base.inside(folder);
  }

  /** The same, with the `.gitignore` of a folder one step further down. */
  inside(folder: string): GitIgnore {
    const own = readIgnoreFile(folder, this.#within);
    return own.length === 0 ? this : new GitIgnore([...own, ...this.#files], this.#within);
  }

  /** True when the path (absolute) is left out. Its folders are taken as not left out. */
  ignores(path: string, isFolder: boolean): boolean {
    for (const { folder, rules } of this.#files) {
      const inner = relative(folder, path).split(sep).join('/');
      const { ignored, unignored } = rules.test(isFolder ? `${inner}/` : inner);
      if (ignored) return true;
      if (unignored) return false;
    }
    return false;
  }
}

/** The folders above one up to the root of its repository, nearest first; none outside a repository. */
function foldersAbove(folder: string): string[] {
  const above: string[] = [];
  let current = folder;
  while (!isRepositoryRoot(current)) {
    const parent = dirname(current);
    if (parent === current) return [];
    above.push(parent);
    current = parent;
  }
  return above;
}

function isRepositoryRoot(folder: string): boolean {
  return statSync(join(folder, '.git'), { throwIfNoEntry: false }) !== undefined;
}

function readIgnoreFile(folder: string, within: string | undefined): IgnoreFile[] {
  const path = join(folder, '.gitignore');
  if (within !== undefined && !isInside(within, path)) return [];
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    // Missing or unreadable: Git itself goes on without it.
    return [];
  }
  return [{ folder, rules: ignore({ ignorecase: false }).add(text) }];
}
