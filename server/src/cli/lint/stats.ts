import type { Measure } from '#shared/rules/run-rules.ts';
import { now } from '../../launch/clock.ts';

/** Times of a run, in milliseconds by step or rule; those of several threads add up. */
export class Stopwatch {
  readonly times = new Map<string, number>();

  readonly measure: Measure = (step, work) => {
    const start = now();
    try {
      return work();
    } finally {
      this.add(step, now() - start);
    }
  };

  add(step: string, time: number): void {
    this.times.set(step, (this.times.get(step) ?? 0) + time);
  }

  addAll(times: Iterable<readonly [string, number]>): void {
    for (const [step, time] of times) this.add(step, time);
  }
}

/** What a run did, for `--stats`. */
export interface RunStats {
  readonly files: number;
  readonly fromCache: number;
  readonly threads: number;
  /** Milliseconds from start to end. */
  readonly total: number;
  readonly times: ReadonlyMap<string, number>;
}
