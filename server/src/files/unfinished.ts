import { rmSync } from 'node:fs';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const unfinished = new Set<string>();
let working = 0;

/**
 * Does the work that fills a file which is not in its place yet. Where the run is interrupted meanwhile, the file goes and
 * the run ends, as it would have without us.
 * @param path absolute.
 */
export async function whileUnfinished<Value>(path: string, work: () => Promise<Value>): Promise<Value> {
  if (working++ === 0) for (const signal of signals) process.on(signal, end);
  unfinished.add(path);
  try {
    return await work();
  } finally {
    unfinished.delete(path);
    // A signal that has come already is told of in this turn; later, nobody would listen, and it would be lost.
    await new Promise((resolve) => setImmediate(resolve));
    if (--working === 0) letGo();
  }
}

function end(signal: NodeJS.Signals): void {
  // Somebody else wants to know of it, and the run goes on.
  if (process.listenerCount(signal) > 1) return;
  for (const path of unfinished) rmSync(path, { force: true });
  letGo();
  process.kill(process.pid, signal);
}

function letGo(): void {
  for (const signal of signals) process.off(signal, end);
}
