import { execFile } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { errorCode } from '../files/file-problem.ts';
import { InputError } from '../files/input-error.ts';

/** Lines as Git counts them: from 1, ended by LF. */
export interface ChangedLines {
  /** Changed or new: first to last. */
  readonly changed: readonly (readonly [number, number])[];
  /** Lines behind which something was deleted. */
  readonly deletedBehind: readonly number[];
}

/** Undefined: the whole file is new or cannot be compared by lines. */
export type FileChange = ChangedLines | 'all';

/** What changed since a revision, by the real absolute path of each file; files that did not change are missing. */
export type Changes = ReadonlyMap<string, FileChange>;

const run = promisify(execFile);

/** Nothing that a repository's own configuration could have executed, and no words but Git's own English ones. */
const safe = ['-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false'];
const MOST_OUTPUT = 1024 * 1024 * 1024;

/**
 * Asks Git what changed between a revision and the files as they are now, new files included.
 * @throws InputError when there is no Git, no repository or no such revision.
 */
export async function changesSince(revision: string, cwd: string, files: readonly string[]): Promise<Changes> {
  const top = await topFolder(cwd);
  const commit = await commitOf(revision, cwd);
  const real = await realpath(top);
  const [changed, untracked] = await Promise.all([
    git(['diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', '--no-textconv', commit, '--'], top),
    git(['ls-files', '--others', '-z'], top),
  ]);
  const wanted = new Set(await Promise.all(files.map((file) => realpath(file).catch(() => file))));
  const paths = (output: string) => output.split('\0').map((name) => join(real, name.split('/').join(sep)));
  const changes = new Map<string, FileChange>(
    paths(untracked).flatMap((path) => (wanted.has(path) ? [[path, 'all' as const]] : [])),
  );
  for (const path of paths(changed)) {
    if (!wanted.has(path)) continue;
    const name = relative(real, path).split(sep).join('/');
    const options = ['--unified=0', '--no-color', '--no-renames', '--no-ext-diff', '--no-textconv'];
    const diff = await git(['--literal-pathspecs', 'diff', ...options, commit, '--', name], top);
    changes.set(path, linesOf(diff));
  }
  return changes;
}

/** The lines that a diff without context names. */
function linesOf(diff: string): FileChange {
  const changed: [number, number][] = [];
  const deletedBehind: number[] = [];
  if (/^(Binary files |new file mode )/m.test(diff.slice(0, 2000))) return 'all';
  for (const [, start = '0', count = '1'] of diff.matchAll(/^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/gm)) {
    if (count === '0') deletedBehind.push(Number(start));
    else changed.push([Number(start), Number(start) + Number(count) - 1]);
  }
  return { changed, deletedBehind };
}

async function topFolder(cwd: string): Promise<string> {
  try {
    return resolve(cwd, (await git(['rev-parse', '--show-toplevel'], cwd)).replace(/\r?\n$/, ''));
  } catch (error) {
    if (errorCode(error) === 'ENOENT')
      throw new InputError({
        what: {
          zh: '--changed-since 需要 Git，这台机器上没有找到',
          en: '--changed-since needs Git, which was not found',
        },
        cure: { zh: '请安装 Git，或去掉这个选项。', en: 'Install Git, or leave the option out.' },
      });
    throw new InputError({
      at: { path: dirname(join(cwd, 'x')) },
      what: { zh: '这里不是 Git 仓库', en: 'this is not a Git repository' },
      cure: {
        zh: '--changed-since 只能在 Git 仓库里使用。',
        en: '--changed-since works inside a Git repository only.',
      },
    });
  }
}

async function commitOf(revision: string, cwd: string): Promise<string> {
  try {
    const words = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
    return (await git(words, cwd)).trim();
  } catch {
    throw new InputError({
      what: { zh: `Git 仓库里没有“${revision}”这个版本`, en: `the Git repository has no revision “${revision}”` },
      cure: {
        zh: '请检查分支名或提交号；CI 里可能要先取完整历史（fetch-depth: 0）。',
        en: 'Check the branch or commit; in CI the full history may have to be fetched (fetch-depth: 0).',
      },
    });
  }
}

async function git(words: readonly string[], cwd: string): Promise<string> {
  const env = { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' };
  const { stdout } = await run('git', [...safe, ...words], { cwd, env, maxBuffer: MOST_OUTPUT, encoding: 'utf8' });
  return stdout;
}
