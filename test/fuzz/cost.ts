import assert from 'node:assert/strict';

/** The smallest number of milliseconds that the work took, of a few tries: what the machine did besides is left out. */
export function cost(work: () => void, tries = 3): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < tries; i++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
