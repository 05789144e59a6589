import { hasJudged } from '../launch/judged.ts';
import { optimizer } from '../launch/optimizer.ts';
import { processEnvironment } from './environment.ts';
import { ExitCode } from './exit-code.ts';
import { main } from './main.ts';

/**
 * The command line in the running process.
 * @param keep is called at the end of a run that did what the next ones will do: not of one that failed, nor of one that
 * judged nothing, since what such a run leaves compiled would serve all others badly.
 */
export async function run(args: readonly string[], keep: () => void): Promise<ExitCode> {
  const code = await main(args, processEnvironment());
  optimizer.wake();
  if (code !== ExitCode.Failure && (args[0] !== 'lint' || hasJudged())) keep();
  return code;
}

/** The work of a thread that `bizenv lint` started. @param keep the same. */
export async function work(keep: () => void): Promise<void> {
  const { answerTasks } = await import('../parallel/worker.ts');
  answerTasks(keep);
}
