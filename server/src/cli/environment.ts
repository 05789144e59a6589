import { ExitCode } from './exit-code.ts';

/** Where text goes to. */
export interface Output {
  write(text: string): void;
  readonly isTTY: boolean;
  /** Width in columns, where it is a terminal. */
  readonly columns?: number | undefined;
}

/** All that the command line knows of the process it runs in, handed in so that tests need no process. */
export interface Environment {
  /** Absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  readStdin(): Promise<Buffer>;
}

/** The environment of the running process. */
export function processEnvironment(): Environment {
  return {
    cwd: process.cwd(),
    env: process.env,
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    readStdin: async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
      return Buffer.concat(chunks);
    },
  };
}

function outputOf(stream: NodeJS.WriteStream): Output {
  // A reader that has seen enough (`| head`) closes the pipe: no reason to complain.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.stderr.write(`bizenv: ${error.message}\n`);
    process.exit(ExitCode.Failure);
  });
  return {
    write: (text) => {
      stream.write(text);
    },
    isTTY: stream.isTTY === true,
    columns: stream.columns,
  };
}
