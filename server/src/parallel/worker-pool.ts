import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Stopwatch } from '../cli/lint/stats.ts';
import type { StoredGroup } from '../cli/lint/stored-group.ts';
import { InputError } from '../files/input-error.ts';
import type { TaskMember, WorkerAnswer, WorkerSetup, WorkerTask } from './protocol.ts';

/** So many tasks wait in a thread, so that it need not wait for the next one. */
const AHEAD = 2;

/**
 * Judges on several threads.
 * @param done is told of each task as it is done, in whatever order.
 * @throws InputError
 */
export async function judgeOnThreads(
  program: URL,
  tasks: readonly (readonly TaskMember[])[],
  threads: number,
  setup: WorkerSetup,
  stopwatch: Stopwatch | undefined,
  done: (index: number, group: StoredGroup) => void,
): Promise<void> {
  const workers = Array.from({ length: threads }, () => new Worker(program, { workerData: setup }));
  try {
    await new Promise<void>((resolve, reject) => {
      let next = 0;
      let open = tasks.length;
      const feed = (worker: Worker) => {
        const members = tasks[next];
        if (members === undefined) return;
        worker.postMessage({ id: next, members } satisfies WorkerTask);
        next++;
      };
      for (const worker of workers) {
        worker.on('error', reject);
        worker.on('exit', () => reject(new Error('a thread ended before its work was done')));
        worker.on('message', (answer: WorkerAnswer) => {
          if ('problems' in answer) {
            reject(new InputError(...answer.problems));
            return;
          }
          stopwatch?.addAll(answer.times);
          done(answer.id, answer.group);
          open--;
          if (open === 0) resolve();
          else feed(worker);
        });
      }
      for (let turn = 0; turn < AHEAD; turn++) for (const worker of workers) feed(worker);
    });
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** The program of a thread, which stands beside the bundled command line; undefined where the sources themselves are run. */
export function threadProgram(): URL | undefined {
  const urls = ['./bizenv-worker.cjs', '../bizenv-worker.cjs'].map((name) => new URL(name, import.meta.url));
  return urls.find((url) => existsSync(url));
}
