import type { Step } from './consistent-steps.ts';

/** Kept steps one behind the other that are equally far from their turns: their numbers are in line. */
interface Run {
  readonly offset: number;
  readonly kept: readonly number[];
}

/**
 * The kept steps without the runs that stand between two runs in line with one another: `8 9 11 12 13 13 14` is one slip
 * in the three numbers of a change that was begun and not carried on, not a gap and, further down, a repetition. A step
 * in line with both that was left out for such a run (the second 13) comes back. Only a run no longer than what is around
 * it can be the odd one.
 */
export function withoutOddRuns(steps: readonly Step[], kept: readonly number[]): readonly number[] {
  const runs = runsOf(steps, kept);
  const result: number[] = [];
  for (let at = 0; at < runs.length; at++) {
    const run = runs[at] as Run;
    const [before, after] = [runs[at - 1], runs[at + 1]];
    if (before === undefined || after === undefined || before.offset !== after.offset) {
      result.push(...run.kept);
      continue;
    }
    const between = steps.slice((before.kept.at(-1) ?? 0) + 1, after.kept[0]);
    const back = inLineBetween(steps, before, after);
    // Other numbers between them were moved there.
    const alone = between.every(({ value, turn }) => value - turn === before.offset || value - turn === run.offset);
    if (!alone || run.kept.length > before.kept.length + back.length + after.kept.length) {
      result.push(...run.kept);
      continue;
    }
    result.push(...back, ...after.kept);
    at++;
  }
  return result;
}

function runsOf(steps: readonly Step[], kept: readonly number[]): readonly Run[] {
  const runs: { offset: number; kept: number[] }[] = [];
  for (const index of kept) {
    const { value, turn } = steps[index] as Step;
    const run = runs.at(-1);
    if (run?.offset === value - turn) run.kept.push(index);
    else runs.push({ offset: value - turn, kept: [index] });
  }
  return runs;
}

function inLineBetween(steps: readonly Step[], before: Run, after: Run): readonly number[] {
  const from = (before.kept.at(-1) ?? -1) + 1;
  const between: number[] = [];
  for (let index = from; index < (after.kept[0] ?? from); index++) {
    const { value, turn } = steps[index] as Step;
    if (value - turn === before.offset) between.push(index);
  }
  return between;
}
