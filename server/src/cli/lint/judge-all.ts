import type { ResultStore } from '../../cache/result-cache.ts';
import type { LoadedDraft } from '../../drafts/draft.ts';
import type { DraftReader, ReadingChoices } from '../../drafts/draft-reader.ts';
import { optimizer } from '../../launch/optimizer.ts';
import type { TaskMember } from '../../parallel/protocol.ts';
import type { JudgingChoices } from './judge-group.ts';
import type { JudgedGroup } from './judged.ts';
import type { Stopwatch } from './stats.ts';
import { restoreGroup, storeGroup } from './stored-group.ts';

export interface JudgeOptions {
  readonly reader: DraftReader;
  readonly choices: ReadingChoices;
  readonly judging: JudgingChoices;
  /** How many threads; `auto`: as many as pay. */
  readonly concurrency: number | 'auto';
  /** Where results are kept between runs. */
  readonly store: ResultStore | undefined;
  readonly stopwatch: Stopwatch | undefined;
  readonly onProgress: ((done: number) => void) | undefined;
}

export interface JudgedGroups {
  /** In the order of the groups. */
  readonly groups: readonly JudgedGroup[];
  readonly fromCache: number;
  readonly threads: number;
}

/** A thread must load the engine and warm up: it pays for so many characters of text. */
const WORTH_A_THREAD = 800_000;

/** Judges every group: from the cache, here, or on several threads. */
export async function judgeAll(
  groups: readonly (readonly LoadedDraft[])[],
  options: JudgeOptions,
): Promise<JudgedGroups> {
  const { reader, judging, onProgress } = options;
  const members = groups.map((group) => group.map(({ path, shown, text }) => ({ path, shown, text })));
  const judged = new Map<number, JudgedGroup>();
  const cache = await openCache(options);
  const keys = cache === undefined ? [] : await Promise.all(members.map((group) => cache.keyOf(group)));
  for (const [index, key] of keys.entries()) {
    const stored = await cache?.store.get(key);
    if (stored !== undefined) judged.set(index, restoreGroup(stored, textsOf(members[index])));
  }
  const fromCache = judged.size;
  const left = [...members.keys()].filter((index) => !judged.has(index));
  const tasks = left.map((index) => members[index] ?? []);
  const wanted = await threadsFor(tasks, options.concurrency);
  const pool = wanted > 1 ? await import('../../parallel/worker-pool.ts') : undefined;
  const program = pool?.threadProgram();
  const writes: Promise<void>[] = [];
  onProgress?.(judged.size);
  const keep = (index: number, group: JudgedGroup, stored?: Parameters<typeof restoreGroup>[0]) => {
    judged.set(index, group);
    const key = keys[index];
    if (cache !== undefined && key !== undefined && group.failures.length === 0)
      writes.push(cache.store.put(key, stored ?? storeGroup(group)));
    onProgress?.(judged.size);
  };
  if (pool !== undefined && program !== undefined) {
    const setup = { choices: options.choices, judging, stats: options.stopwatch !== undefined };
    await pool.judgeOnThreads(program, tasks, wanted, setup, options.stopwatch, (task, stored) => {
      const index = left[task] ?? 0;
      keep(index, restoreGroup(stored, textsOf(members[index])), stored);
    });
  } else if (left.length > 0) {
    // The engine is not even loaded where every result is known.
    const { judgeMembers } = await import('../../parallel/judge-members.ts');
    // Not before: V8 refuses code that was kept under other flags.
    await optimizer.judges(charactersOf(tasks));
    for (const [task, index] of left.entries())
      keep(index, await judgeMembers(reader, tasks[task] ?? [], judging, options.stopwatch));
  }
  await Promise.all(writes);
  await cache?.store.prune();
  return {
    groups: members.flatMap((_, index) => judged.get(index) ?? []),
    fromCache,
    threads: program === undefined ? 1 : wanted,
  };
}

/** Fixing goes through several texts: its results are not kept. */
async function openCache({ store, judging: { fix }, reader }: JudgeOptions) {
  if (store === undefined || fix !== undefined) return undefined;
  const { ResultCache } = await import('../../cache/result-cache.ts');
  return new ResultCache(store, reader);
}

async function threadsFor(
  tasks: readonly (readonly TaskMember[])[],
  asked: JudgeOptions['concurrency'],
): Promise<number> {
  if (asked !== 'auto') return Math.min(asked, tasks.length);
  const worth = Math.min(tasks.length, Math.floor(charactersOf(tasks) / WORTH_A_THREAD));
  return worth > 1 ? Math.min((await import('node:os')).availableParallelism(), worth) : worth;
}

function charactersOf(tasks: readonly (readonly TaskMember[])[]): number {
  return tasks.flat().reduce((sum, member) => sum + member.text.length, 0);
}

function textsOf(members: readonly TaskMember[] | undefined): readonly string[] {
  return members?.map((member) => member.text) ?? [];
}
