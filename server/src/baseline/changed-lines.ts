import { execFile } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { errorCode } from '../files/file-problem.ts';
import { InputError, type Problem } from '../files/input-error.ts';

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

/** What every diff is asked for: moved files are the same ones, and nothing of the user's own ways of showing diffs. */
const diffOptions = ['--find-renames', '--no-color', '--no-ext-diff', '--no-textconv'];
/** So many questions are put to Git at a time. */
const AT_ONCE = 8;

/**
 * Asks Git what changed between a revision and the files as they are now; new files included, committed or not. Where the
 * revision's branch has gone its own way since, only what changed on this side counts.
 * @throws InputError when there is no Git, no repository or no such revision.
 */
export async function changesSince(revision: string, cwd: string, files: readonly string[]): Promise<Changes> {
  const top = await topFolder(cwd);
  const commit = await forkPoint(await commitOf(revision, cwd), cwd);
  const wanted = await Promise.all(files.map((file) => realpath(file).catch(() => file)));
  return await changesIn(await realpath(top), commit, new Set(wanted));
}

/** @param top the real path of the repository's folder. */
async function changesIn(top: string, commit: string, wanted: ReadonlySet<string>): Promise<Changes> {
  const pathOf = (name: string) => join(top, name.split('/').join(sep));
  const [diff, index] = await Promise.all([
    git(['diff', '--name-status', '-z', ...diffOptions, commit, '--'], top),
    git(['ls-files', '-z', '--stage'], top),
  ]);
  const { tracked, submodules } = namesIn(index);
  const isTracked = new Set(tracked.map(pathOf));
  const changes = new Map<string, FileChange>(
    [...wanted].flatMap((path) => (isTracked.has(path) ? [] : [[path, 'all' as const]])),
  );
  const asked = changedNames(diff).filter(({ now }) => wanted.has(pathOf(now)) && !changes.has(pathOf(now)));
  for (let next = 0; next < asked.length; next += AT_ONCE) {
    const some = asked.slice(next, next + AT_ONCE);
    const ask = async ({ before, now }: ChangedName) =>
      await git(['--literal-pathspecs', 'diff', '--unified=0', ...diffOptions, commit, '--', before, now], top);
    const answers = await Promise.all(some.map(ask));
    for (const [index, { now }] of some.entries()) changes.set(pathOf(now), linesOf(answers[index] ?? ''));
  }
  for (const name of submodules) {
    const inside = new Set([...changes.keys()].filter((path) => path.startsWith(pathOf(name) + sep)));
    const then = inside.size === 0 ? undefined : await submoduleCommit(top, commit, name);
    if (then === undefined) continue;
    for (const path of inside) changes.delete(path);
    for (const [path, change] of await changesIn(pathOf(name), then, inside)) changes.set(path, change);
  }
  return changes;
}

/** @param index what `git ls-files -z --stage` prints: mode, hash and stage, a tab, a name. */
function namesIn(index: string) {
  const tracked: string[] = [];
  const submodules: string[] = [];
  for (const entry of index.split('\0')) {
    const tab = entry.indexOf('\t');
    if (tab !== -1) (entry.startsWith('160000 ') ? submodules : tracked).push(entry.slice(tab + 1));
  }
  return { tracked, submodules };
}

/** The commit of a submodule that its repository held then; undefined where it is new, or that commit is not here. */
async function submoduleCommit(top: string, commit: string, name: string): Promise<string | undefined> {
  try {
    const [, , hash = ''] = (await git(['--literal-pathspecs', 'ls-tree', '-z', commit, '--', name], top)).split(
      /[ \t]/,
    );
    return (await git(['rev-parse', '--verify', '--quiet', `${hash}^{commit}`], join(top, name))).trim();
  } catch {
    return undefined;
  }
}

/** A file that is in the repository now, by its names then and now. */
interface ChangedName {
  readonly before: string;
  readonly now: string;
}

/** @param output of `git diff --name-status -z`: a letter, then a name; for a moved file (`R`, `C`) two names. */
function changedNames(output: string): readonly ChangedName[] {
  const fields = output.split('\0');
  const names: ChangedName[] = [];
  for (let at = 0; at + 1 < fields.length; ) {
    const status = fields[at] ?? '';
    const before = fields[at + 1] ?? '';
    const isMoved = /^[RC]/.test(status);
    const now = isMoved ? (fields[at + 2] ?? '') : before;
    if (status !== 'D') names.push({ before, now });
    at += isMoved ? 3 : 2;
  }
  return names;
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
    throw new InputError(errorCode(error) === 'ENOENT' ? noGit : isForeign(error) ? foreign(cwd) : noRepository(cwd));
  }
}

const noGit: Problem = {
  what: { zh: '--changed-since 需要 Git，这台机器上没有找到', en: '--changed-since needs Git, which was not found' },
  cure: { zh: '请安装 Git，或去掉这个选项。', en: 'Install Git, or leave the option out.' },
};

/** Git reads no repository that belongs to another user, as in a container. */
function isForeign(error: unknown): boolean {
  return error instanceof Error && 'stderr' in error && /dubious ownership/.test(String(error.stderr));
}

function foreign(cwd: string): Problem {
  return {
    at: { path: cwd },
    what: {
      zh: '这个 Git 仓库属于别的用户，Git 拒绝读取',
      en: 'this Git repository belongs to another user: Git refuses it',
    },
    cure: {
      zh: '请先运行 git config --global --add safe.directory 仓库路径。',
      en: 'Run git config --global --add safe.directory PATH-OF-THE-REPOSITORY first.',
    },
  };
}

function noRepository(cwd: string): Problem {
  return {
    at: { path: cwd },
    what: { zh: '这里不是 Git 仓库', en: 'this is not a Git repository' },
    cure: { zh: '--changed-since 只能在 Git 仓库里使用。', en: '--changed-since works inside a Git repository only.' },
  };
}

/** Where this branch left the other one; the revision itself where they have nothing in common, or no commit is there yet. */
async function forkPoint(commit: string, cwd: string): Promise<string> {
  try {
    return (await git(['merge-base', commit, 'HEAD'], cwd)).trim();
  } catch {
    return commit;
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
