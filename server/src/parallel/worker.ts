import { parentPort, workerData } from 'node:worker_threads';
import { Stopwatch } from '../cli/lint/stats.ts';
import { storeGroup } from '../cli/lint/stored-group.ts';
import { DraftReader } from '../drafts/draft-reader.ts';
import { InputError } from '../files/input-error.ts';
import { hasJudged } from '../launch/judged.ts';
import { judgeMembers } from './judge-members.ts';
import type { WorkerAnswer, WorkerSetup, WorkerTask } from './protocol.ts';

/** Does what the thread's owner sends. @param keep is called once, when the first text that holds parts was judged. */
export function answerTasks(keep: () => void): void {
  const setup: WorkerSetup = workerData;
  const reader = new DraftReader(setup.choices);
  let isKept = false;
  parentPort?.on('message', async (task: WorkerTask) => {
    parentPort?.postMessage(await answer(task, reader, setup));
    if (isKept || !hasJudged()) return;
    isKept = true;
    keep();
  });
}

async function answer(
  { id, members }: WorkerTask,
  reader: DraftReader,
  { judging, stats }: WorkerSetup,
): Promise<WorkerAnswer> {
  const stopwatch = stats ? new Stopwatch() : undefined;
  try {
    const group = await judgeMembers(reader, members, judging, stopwatch);
    return { id, group: storeGroup(group), times: [...(stopwatch?.times ?? [])] };
  } catch (error) {
    // Anything else is a defect: it ends the thread, and with it the run.
    if (error instanceof InputError) return { id, problems: error.problems };
    throw error;
  }
}
