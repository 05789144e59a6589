import type { Step } from './consistent-steps.ts';
import { explainSteps } from './explain-steps.ts';
import type { NumberingProblem } from './numbering-problem.ts';

/** A number as it is typed in a sequence: `3`, or 3 and 2 for `3-2`. */
export interface TypedNumber {
  readonly value: number;
  readonly sub: number | undefined;
}

/** A number is repeated by layout when that happens this often. */
const REPEATED_RUNS = 3;

/**
 * The fewest slips that explain how a sequence differs from n, n + 1, n + 2, …, in order of position. Each slip is told
 * once, where it is: the numbers after a gap or a repetition go on from there. `undefined` stands where nothing was typed.
 * @param start The number that the sequence must begin with; absent where it may be an excerpt that begins anywhere.
 */
export function explainNumbering(
  numbers: readonly (TypedNumber | undefined)[],
  start?: number,
): readonly NumberingProblem[] {
  if (numberRanges(numbers) !== undefined) return [];
  const mended = mendSubs(numbers);
  const steps = stepsOf(mended);
  const problems = [
    ...explainMended(numbers, mended),
    ...explainSteps(steps, start),
    ...steps.flatMap((step) => explainSubs(step, mended)),
  ];
  return problems.sort((a, b) => a.position - b.position);
}

/** The ranges of numbers (`1-3`, `4-6`, `7`) that all entries of a sequence are, where several span more than one number. */
export function numberRanges(
  numbers: readonly (TypedNumber | undefined)[],
): readonly { readonly from: number; readonly to: number }[] | undefined {
  const ranges: { from: number; to: number }[] = [];
  for (const number of numbers) {
    if (number === undefined) return undefined;
    const to = number.sub ?? number.value;
    const before = ranges.at(-1);
    if (to < number.value || (before !== undefined && number.value !== before.to + 1)) return undefined;
    ranges.push({ from: number.value, to });
  }
  return ranges.filter(({ from, to }) => to > from).length >= 2 ? ranges : undefined;
}

/** The sequence with each single odd one among `3-1`, `3-2`, … put right, where its neighbours say what belongs there. */
export function mendSubs(numbers: readonly (TypedNumber | undefined)[]): readonly (TypedNumber | undefined)[] {
  const mended = [...numbers];
  for (const [position, number] of numbers.entries()) {
    const before = mended[position - 1];
    const after = numbers[position + 1];
    if (number === undefined || after === undefined || (position > 0 && before === undefined)) continue;
    if ([before, number, after].every((typed) => typed?.sub === undefined) || follows(number, after)) continue;
    if (before === undefined) {
      if (after.sub !== undefined && after.sub > 1) mended[position] = { value: after.value, sub: after.sub - 1 };
    } else if (!follows(before, number)) {
      mended[position] = successors(before).find((candidate) => follows(candidate, after)) ?? number;
    }
  }
  return mended;
}

function explainMended(
  numbers: readonly (TypedNumber | undefined)[],
  mended: readonly (TypedNumber | undefined)[],
): readonly NumberingProblem[] {
  return mended.flatMap((fitting, position): NumberingProblem[] => {
    if (fitting === undefined || fitting === numbers[position]) return [];
    const expected = fitting.sub ?? fitting.value;
    const within = fitting.sub === undefined ? undefined : fitting.value;
    return [
      {
        kind: 'misnumbered',
        position,
        last: position,
        expected,
        missing: undefined,
        first: undefined,
        within,
        shifts: false,
      },
    ];
  });
}

function successors({ value, sub }: TypedNumber): readonly TypedNumber[] {
  const next = [
    { value: value + 1, sub: 1 },
    { value: value + 1, sub: undefined },
  ];
  return sub === undefined ? next : [{ value, sub: sub + 1 }, ...next];
}

function follows(before: TypedNumber, { value, sub }: TypedNumber): boolean {
  return successors(before).some((next) => next.value === value && next.sub === sub);
}

function stepsOf(numbers: readonly (TypedNumber | undefined)[]): readonly Step[] {
  const repeats = repeatsByLayout(numbers);
  const steps: Step[] = [];
  let turn = 0;
  for (const [position, number] of numbers.entries()) {
    const before = steps.at(-1);
    if (number === undefined) turn++;
    else if (before !== undefined && number.value === before.value && (repeats || number.sub !== undefined))
      steps[steps.length - 1] = { ...before, last: position };
    else steps.push({ value: number.value, turn: turn++, position, last: position });
  }
  return steps;
}

/** True where runs of one number are how the table shows that several rows are one task. */
function repeatsByLayout(numbers: readonly (TypedNumber | undefined)[]): boolean {
  let runs = 0;
  for (const [position, number] of numbers.entries()) {
    const same = (other: TypedNumber | undefined) =>
      number !== undefined && other?.value === number.value && other.sub === number.sub;
    if (same(numbers[position - 1]) && !same(numbers[position - 2])) runs++;
  }
  return runs >= REPEATED_RUNS && runs >= numbers.length / 10;
}

function explainSubs(step: Step, numbers: readonly (TypedNumber | undefined)[]): NumberingProblem[] {
  const subs = numbers.slice(step.position, step.last + 1).map((number) => number?.sub);
  if (subs.every((sub) => sub === undefined)) return [];
  const steps = subs.flatMap((value, at): Step[] => {
    const position = step.position + at;
    return value === undefined ? [] : [{ value, turn: at, position, last: position }];
  });
  return explainSteps(steps, 1).map((problem) => ({ ...problem, within: step.value }));
}
