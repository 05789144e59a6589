import type { Stats } from 'node:fs';
import { type FileHandle, lstat, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode } from './file-problem.ts';
import { finalPath, orNothing } from './final-path.ts';
import { whileUnfinished } from './unfinished.ts';

/** What a killed run left is this old when it is removed, in milliseconds: no run needs so long for one file. */
const ABANDONED = 60 * 60 * 1000;
const draftName = /^\.bizenv-\d+-[0-9a-f]{12}\.tmp$/;

/**
 * Puts a file in the place of another, or of none: at any moment the name stands for the whole old text or the whole new
 * one, also when the process is killed or the disk is full. A symbolic link stays one, and the file that it names is
 * replaced. Permissions stay; owner and group as far as the system lets us. Other names of the same file (hard links)
 * keep the old text.
 * @param verify called when all but the replacement itself is done; what it throws leaves the old file.
 * @throws an error of the file system; the old file then still stands.
 */
export async function replaceFile(
  path: string,
  content: Buffer | string | Iterable<string>,
  verify: () => Promise<void> = async () => undefined,
): Promise<void> {
  const target = await finalPath(path);
  const folder = dirname(target);
  await removeAbandoned(folder);
  const old = await orNothing(stat(target));
  // Most runs replace nothing, and it takes a while to load.
  const { randomBytes } = await import('node:crypto');
  // A name of its own that is not there yet: nobody else can have put a link in its way.
  const draft = join(folder, `.bizenv-${process.pid}-${randomBytes(6).toString('hex')}.tmp`);
  await whileUnfinished(draft, async () => {
    try {
      await write(draft, content, old);
      await verify();
      await rename(draft, target);
    } catch (error) {
      await rm(draft, { force: true }).catch(() => undefined);
      throw error;
    }
  });
  await flushFolder(folder);
}

/** @param old what it is to be like. */
async function write(draft: string, content: Parameters<typeof replaceFile>[1], old: Stats | undefined): Promise<void> {
  // Closed to everybody else until it has its group.
  const handle = await open(draft, 'wx', old === undefined ? 0o666 : old.mode & 0o700);
  try {
    // Until all is written: one call to the system may write less than it was given.
    await writeFile(handle, content);
    if (old !== undefined) await keepAttributes(handle, old);
    await flush(handle);
  } finally {
    await handle.close();
  }
}

async function keepAttributes(handle: FileHandle, old: Stats): Promise<void> {
  if (process.getuid !== undefined) {
    // Only the superuser may give a file away; its owner may still choose among the own groups.
    await tolerate(['EPERM', 'EINVAL', 'ENOTSUP', 'ENOSYS'], async () => {
      const own = process.getuid?.() ?? old.uid;
      await handle.chown(own === 0 ? old.uid : own, old.gid);
    });
  }
  const mode = modeFor(old, await handle.stat());
  await tolerate(['EPERM', 'ENOTSUP', 'ENOSYS'], () => handle.chmod(mode));
}

/**
 * The permissions of the old file. Where the group could not stay, nobody of the new one may do more than everybody may; and
 * a file that runs as its owner or group (it is no draft, but may be named as one) is not to run as somebody else.
 */
function modeFor(old: Stats, { uid, gid }: Stats): number {
  let mode = old.mode & 0o7777;
  if (gid !== old.gid) mode &= ~0o2070 | ((mode & 0o007) << 3);
  if (uid !== old.uid) mode &= ~0o4000;
  return mode;
}

/** On the disk, not only in its cache, before the old file goes. Some file systems know no such wish. */
async function flush(handle: FileHandle): Promise<void> {
  await tolerate(['EINVAL', 'ENOTSUP', 'ENOSYS'], () => handle.sync());
}

async function flushFolder(folder: string): Promise<void> {
  // The file is replaced already; not every system can flush a folder.
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {}
}

async function tolerate(codes: readonly string[], work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!codes.includes(errorCode(error) ?? '')) throw error;
  }
}

const looked = new Set<string>();

/** Removes what runs that were killed have left in a folder; once a run. */
async function removeAbandoned(folder: string): Promise<void> {
  if (looked.has(folder)) return;
  looked.add(folder);
  for (const name of await readdir(folder).catch(() => [])) {
    if (!draftName.test(name)) continue;
    const path = join(folder, name);
    const stats = await lstat(path).catch(() => undefined);
    if (stats?.isFile() && Date.now() - stats.mtimeMs > ABANDONED)
      await rm(path, { force: true }).catch(() => undefined);
  }
}
