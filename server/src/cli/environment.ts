import { errorCode } from '../files/file-problem.ts';
import { InputError } from '../files/input-error.ts';
import { ExitCode } from './exit-code.ts';
import { standardOutput } from './standard-output.ts';

/** Where text goes to. */
export interface Output {
  write(text: string): void;
  readonly isTTY: boolean;
  /** Width in columns, where it is a terminal. */
  readonly columns?: number | undefined;
}

/** All that the command line knows of the process it runs in, handed in so that tests need no process. */
export interface Environment {
  /** Absolute. @throws InputError where the folder is gone. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** @param most reading ends as soon as there are more bytes than this: what comes behind is left. */
  readStdin(most: number): Promise<Buffer>;
}

/** The environment of the running process. */
export function processEnvironment(): Environment {
  return {
    get cwd() {
      return workingFolder();
    },
    env: process.env,
    stdout: standardOutput(1, (error) => tellAndEnd(error, '<stdout>')),
    stderr: standardOutput(2, (error) => tellAndEnd(error, '<stderr>')),
    readStdin: async (most) => {
      const chunks: Buffer[] = [];
      let length = 0;
      for await (const chunk of process.stdin) {
        chunks.push(Buffer.from(chunk));
        length += chunk.length;
        if (length > most) break;
      }
      return Buffer.concat(chunks);
    },
  };
}

function workingFolder(): string {
  try {
    return process.cwd();
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    throw new InputError({
      what: { zh: '当前文件夹已被删除', en: 'the working folder is no longer there' },
      cure: { zh: '请进入别的文件夹再运行。', en: 'Go to another folder, and run again.' },
    });
  }
}

/** The cure of a file's problem speaks of a file; here nothing is kept. */
const cure = {
  zh: '输出不完整，不要使用；请腾出空间或换个地方输出，再运行一次。',
  en: 'The output is not whole, do not use it; make room or send it elsewhere, and run again.',
};

/** What was printed is not whole: no caller may take it for an answer. */
async function tellAndEnd(error: Error, shown: string): Promise<void> {
  const [{ fileProblem }, { formatProblem }, { chooseLocale }] = await Promise.all([
    import('../files/file-problem.ts'),
    import('./problem.ts'),
    import('./locale.ts'),
  ]);
  const problem = { ...fileProblem(error, shown), cure };
  const line = formatProblem(problem, chooseLocale(undefined, process.env));
  process.stderr.write(`${line}\n`, () => process.exit(ExitCode.Failure));
}
