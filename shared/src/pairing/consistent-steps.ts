/** One number of a sequence: one entry for `3-1`, `3-2`, `3-3` together. */
export interface Step {
  readonly value: number;
  /** Its place in a sequence that has a place for each number, also for those that were not typed. */
  readonly turn: number;
  /** The entries it stands for, as indices into what was typed. */
  readonly position: number;
  readonly last: number;
}

/** What it costs to say that a number is wrong, and that the sequence jumps. */
const WRONG = 1;
const JUMP = 0.9;

/**
 * The ascending steps, by index, that need the fewest explanations: each step left out is one wrong number, each place where the
 * numbers do not advance with their turns is one jump. Time in proportion to n log n.
 */
export function consistentSteps(steps: readonly Step[], start: number | undefined): readonly number[] {
  const values = [...new Set(steps.map(({ value }) => value))].sort((a, b) => a - b);
  const rankOf = new Map(values.map((value, rank) => [value, rank + 1]));
  // For an entry as predecessor, its cost less the steps up to it, so that steps left out between are counted by difference.
  const credit: number[] = [];
  const cost: number[] = [];
  const previous: number[] = [];
  const bestByShift = new Map<number, number>();
  const bestBelow = new Array<number>(values.length + 1).fill(-1);
  const better = (a: number, b: number) => a !== -1 && (b === -1 || (credit[a] as number) < (credit[b] as number));
  for (const [entry, step] of steps.entries()) {
    const rank = rankOf.get(step.value) ?? 0;
    // What stands before the first step without a number may have one of its own, or not count.
    const inPlace = step.value - step.turn === start || step.value - step.turn === (start ?? 0) - (steps[0]?.turn ?? 0);
    const jumpsAtStart = start !== undefined && !inPlace;
    let least = entry * WRONG + (jumpsAtStart ? JUMP : 0);
    let before = -1;
    const inLine = bestByShift.get(step.value - step.turn) ?? -1;
    if (inLine !== -1 && (credit[inLine] as number) + (entry - 1) * WRONG < least) {
      least = (credit[inLine] as number) + (entry - 1) * WRONG;
      before = inLine;
    }
    let below = -1;
    for (let at = rank - 1; at > 0; at -= at & -at)
      if (better(bestBelow[at] as number, below)) below = bestBelow[at] as number;
    if (below !== -1 && (credit[below] as number) + (entry - 1) * WRONG + JUMP < least) {
      least = (credit[below] as number) + (entry - 1) * WRONG + JUMP;
      before = below;
    }
    cost.push(least);
    credit.push(least - entry * WRONG);
    previous.push(before);
    if (better(entry, inLine)) bestByShift.set(step.value - step.turn, entry);
    for (let at = rank; at <= values.length; at += at & -at)
      if (better(entry, bestBelow[at] as number)) bestBelow[at] = entry;
  }
  let end = -1;
  let total = Number.POSITIVE_INFINITY;
  for (let entry = 0; entry < steps.length; entry++) {
    const whole = (cost[entry] as number) + (steps.length - 1 - entry) * WRONG;
    if (whole < total) [end, total] = [entry, whole];
  }
  const kept: number[] = [];
  for (let entry = end; entry !== -1; entry = previous[entry] as number) kept.push(entry);
  return kept.reverse();
}
