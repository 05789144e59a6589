import { processEnvironment } from './environment.ts';
import type { ExitCode } from './exit-code.ts';
import { main } from './main.ts';

/** The command line in the running process. */
export async function run(args: readonly string[]): Promise<ExitCode> {
  return await main(args, processEnvironment());
}

/** The work of a thread that `bizenv lint` started. @param warm is called when the thread has done its first task. */
export async function work(warm: () => void): Promise<void> {
  const { answerTasks } = await import('../parallel/worker.ts');
  answerTasks(warm);
}
