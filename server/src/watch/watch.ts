import { type FSWatcher, statSync, watch } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { complain } from '../cli/complain.ts';
import type { CommandContext } from '../cli/context.ts';
import type { ExitCode } from '../cli/exit-code.ts';
import { formatProblem } from '../cli/problem.ts';
import { findConfig } from '../config/find-config.ts';
import { isDraftName } from '../files/find-files.ts';
import { InputError } from '../files/input-error.ts';

/** Editors write a file in several steps; so long after the last one it is whole, in milliseconds. */
const SETTLED = 120;

interface Lap {
  readonly code: ExitCode;
  /** Absolute paths of all that was read. */
  readonly read: readonly string[];
}

/**
 * Runs, and runs again whenever something changes in a folder that holds what was read. A mistake in a file or the
 * configuration is told and waited out. Ends with the process's interrupt.
 * @param own absolute paths of what the run writes itself: it must not wake it.
 */
export async function watchAndRepeat(
  context: CommandContext,
  own: readonly string[],
  run: () => Promise<Lap>,
): Promise<ExitCode> {
  const { environment } = context;
  const watchers = new Map<string, FSWatcher>();
  let wake: (() => void) | undefined;
  let changed = false;
  let settling: NodeJS.Timeout | undefined;
  let code: ExitCode = 0;
  let interrupted = false;
  const stop = () => {
    interrupted = true;
    wake?.();
  };
  const onChange = (path: string | undefined) => {
    if (path !== undefined && (own.includes(path) || !isOfInterest(path))) return;
    clearTimeout(settling);
    settling = setTimeout(() => {
      changed = true;
      wake?.();
    }, SETTLED);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  let read: readonly string[] = [];
  while (!interrupted) {
    // Watched before reading: a change while reading starts another run.
    watchFolders(foldersOf(read, context), watchers, onChange);
    changed = false;
    if (environment.stdout.isTTY) environment.stdout.write('\u001b[2J\u001b[3J\u001b[H');
    try {
      const lap = await run();
      code = lap.code;
      read = lap.read;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      for (const problem of error.problems) complain(formatProblem(problem, context.locale), context);
      code = 2;
    }
    watchFolders(foldersOf(read, context), watchers, onChange);
    complain(context.say({ zh: '等待改动……（Ctrl+C 结束）', en: 'Waiting for changes … (Ctrl+C ends)' }), context);
    while (!changed && !interrupted)
      await new Promise<void>((resolveWait) => {
        wake = resolveWait;
      });
  }
  clearTimeout(settling);
  for (const watcher of watchers.values()) watcher.close();
  return code;
}

/** The folders of what was read, of what was named, and of the configurations and directories that were used. */
function foldersOf(read: readonly string[], { environment, operands, options }: CommandContext): ReadonlySet<string> {
  const named = [...operands, ...options.values('units'), ...options.values('config'), ...options.values('baseline')];
  const paths = named.map((name) => resolve(environment.cwd, name));
  // Not the folder around a named folder: what goes on there is none of ours.
  const folders = new Set([environment.cwd, ...paths.map(folderOf), ...read.map((path) => dirname(path))]);
  for (const folder of [...folders]) {
    const config = findConfig(folder);
    if (config !== undefined) folders.add(dirname(config));
  }
  return folders;
}

/** The folder itself; of a file, or of something that is not there yet, the one around it. */
function folderOf(path: string): string {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? path : dirname(path);
}

/** Drafts, configurations, directories, and folders, which seldom have a dot in their name. */
function isOfInterest(path: string): boolean {
  return isDraftName(path) || path.endsWith('.json') || extname(path) === '';
}

function watchFolders(
  folders: ReadonlySet<string>,
  watchers: Map<string, FSWatcher>,
  onChange: (path: string | undefined) => void,
): void {
  for (const folder of folders) {
    if (watchers.has(folder)) continue;
    try {
      const watcher = watch(folder, (_event, name) => onChange(name === null ? undefined : join(folder, name)));
      watcher.on('error', () => {
        watcher.close();
        watchers.delete(folder);
      });
      watchers.set(folder, watcher);
    } catch {
      // A file or a glob that was named, or a folder that went away: those around it are watched.
    }
  }
}
