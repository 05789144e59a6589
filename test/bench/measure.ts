import { spawnSync } from 'node:child_process';

/** A program that is measured from its start to its end. */
export interface Candidate {
  readonly name: string;
  readonly args: readonly string[];
  /** Where it is started. */
  readonly cwd: string;
  /** Undefined: Node. */
  readonly program?: string;
}

/** Wall times of whole processes, in milliseconds. */
export interface Timed {
  readonly name: string;
  readonly median: number;
  readonly fastest: number;
  readonly runs: number;
}

/**
 * Measures side by side: the candidates take turns, so that a slow minute of the machine falls on all of them. The first
 * round is not counted: it fills the caches of disk and programs.
 */
export function timeAll(candidates: readonly Candidate[], rounds: number): readonly Timed[] {
  const times = candidates.map((): number[] => []);
  for (const candidate of candidates) timeOnce(candidate);
  for (let round = 0; round < rounds; round++)
    for (const [index, candidate] of candidates.entries()) times[index]?.push(timeOnce(candidate));
  return candidates.map(({ name }, index) => timedOf(name, times[index] ?? []));
}

export function timedOf(name: string, times: readonly number[]): Timed {
  const sorted = [...times].sort((a, b) => a - b);
  return { name, median: sorted[sorted.length >> 1] ?? 0, fastest: sorted[0] ?? 0, runs: sorted.length };
}

/** @throws Error when the program did not do its work: 0 says that all is well, 1 that there are findings. */
export function timeOnce({ name, args, cwd, program = process.execPath }: Candidate): number {
  const start = process.hrtime.bigint();
  const { error, status, stderr } = spawnSync(program, args, { cwd, maxBuffer: 2 ** 30 });
  const elapsed = Number(process.hrtime.bigint() - start) / 1e6;
  if (error !== undefined) throw error;
  if (status !== 0 && status !== 1)
    throw new Error(`${name} ended with ${status}: ${stderr.toString().slice(0, 2000)}`);
  return elapsed;
}
