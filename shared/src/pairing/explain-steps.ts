import { countFirst } from '../text/count-first.ts';
import { consistentSteps, type Step } from './consistent-steps.ts';
import type { NumberingProblem } from './numbering-problem.ts';
import { withoutOddRuns } from './odd-runs.ts';

/** This many numbers passed over before the very last one are a mistyped number rather than a gap. */
const WIDE_GAP = 4;

/** What lies between two neighbouring consistent steps, before the first, or after the last. */
interface Stretch {
  readonly before: Step | undefined;
  readonly after: Step | undefined;
  /** Steps that fit nowhere between the two. */
  readonly dropped: readonly Step[];
  /** The two numbers are as far apart as their turns: what is dropped was mistyped where it stands. */
  readonly inLine: boolean;
}

/** The slips of a sequence of numbers. Where none is wrong the list is empty. */
export function explainSteps(steps: readonly Step[], start: number | undefined): readonly NumberingProblem[] {
  const first = steps[0];
  if (first === undefined) return [];
  const kept = withoutOddRuns(steps, consistentSteps(steps, start));
  const stretches = stretchesOf(steps, kept, start === undefined ? undefined : virtualStart(start));
  const moved = movedRuns(stretches);
  const firstOf = new Map(kept.map((index) => [steps[index]?.value, steps[index]?.position]));
  const problems: NumberingProblem[] = moved.map((run) =>
    problem('disorder', run[0] as Step, { last: (run.at(-1) as Step).last, expected: (run[0] as Step).value }),
  );
  const away = new Set(moved.flat());
  const elsewhere = new Set(moved.flat().map(({ value }) => value));
  for (const stretch of stretches) {
    const staying = stretch.dropped.filter((step) => !away.has(step));
    if (isPermutation(stretch, staying)) {
      const [from] = staying;
      if (from !== undefined)
        problems.push(
          problem('disorder', from, {
            last: staying.at(-1)?.last ?? from.last,
            expected: expectedAt(stretch, from, 0),
          }),
        );
    } else {
      for (const index of staying.keys()) {
        const last = lastOfRun(problems.at(-1), stretch, staying, index);
        if (last !== undefined) problems[problems.length - 1] = { ...(problems.at(-1) as NumberingProblem), last };
        else problems.push(wrongNumber(stretch, staying, index, firstOf));
      }
    }
    const gap = gapOf(stretch, staying.length, elsewhere, steps.at(-1));
    if (gap !== undefined) problems.push(gap);
  }
  return problems;
}

/** Numbers that go on from a wrong one, or repeat it, are wrong with it: where the run with them ends; undefined: a new slip. */
function lastOfRun(
  told: NumberingProblem | undefined,
  { after }: Stretch,
  staying: readonly Step[],
  index: number,
): number | undefined {
  const step = staying[index];
  const former = staying[index - 1];
  if (told === undefined || step === undefined || former === undefined) return undefined;
  const repeats = step.value === former.value;
  if (told.last === former.last && (repeats || step.value === former.value + 1)) return step.last;
  return repeats && told.last === step.last ? (staying[index + 1] ?? after ?? step).last : undefined;
}

/** Stands before the first step, so that a sequence that must begin with `start` has a gap where it does not. */
function virtualStart(start: number): Step {
  return { value: start - 1, turn: -1, position: -1, last: -1 };
}

function stretchesOf(steps: readonly Step[], kept: readonly number[], start: Step | undefined): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let before = start;
  let next = 0;
  for (const index of [...kept, steps.length]) {
    const after = steps[index];
    const inLine =
      before === undefined || after === undefined || after.value - before.value === after.turn - before.turn;
    stretches.push({ before, after, dropped: steps.slice(next, index), inLine });
    before = after;
    next = index + 1;
  }
  return stretches;
}

/** The numbers passed over in a stretch, whether or not they stand elsewhere. */
function passedOver({ before, after, inLine }: Stretch): { from: number; to: number } | undefined {
  if (before === undefined || after === undefined || inLine || after.value - before.value < 2) return undefined;
  return { from: before.value + 1, to: after.value - 1 };
}

/** Runs of ascending numbers that fill numbers passed over elsewhere, or go on from an end of the sequence: a block that moved. */
function movedRuns(stretches: readonly Stretch[]): readonly (readonly Step[])[] {
  const homes = stretches.flatMap((stretch) => {
    const range = passedOver(stretch);
    return range === undefined ? [] : [range];
  });
  const lowest = stretches.find(({ after }) => after !== undefined)?.after;
  const highest = stretches.at(-1)?.before;
  return stretches.flatMap(({ before, after, dropped, inLine }) =>
    ascendingRuns(dropped).filter((run) => {
      const from = (run[0] as Step).value;
      const to = (run.at(-1) as Step).value;
      const atEnd = before === undefined || after === undefined;
      const beforeAll = before !== undefined && to === (lowest?.value ?? 0) - 1;
      const afterAll = after !== undefined && from === (highest?.value ?? 0) + 1;
      // In line between two neighbours, a number that belongs at an end is only a mistyped one.
      return ((beforeAll || afterAll) && (atEnd || !inLine)) || inside(homes, from, to);
    }),
  );
}

/** Whether one of ascending ranges holds `from` to `to`. */
function inside(ranges: readonly { from: number; to: number }[], from: number, to: number): boolean {
  const range = ranges[countFirst(ranges, (one) => one.to < to)];
  return range !== undefined && range.from <= from && to <= range.to;
}

function ascendingRuns(steps: readonly Step[]): Step[][] {
  const runs: Step[][] = [];
  for (const step of steps) {
    const run = runs.at(-1);
    if (run !== undefined && (run.at(-1) as Step).value + 1 === step.value) run.push(step);
    else runs.push([step]);
  }
  return runs;
}

/** True where the right numbers stand in the wrong order. */
function isPermutation(stretch: Stretch, staying: readonly Step[]): boolean {
  if (staying.length < 2 || !stretch.inLine) return false;
  const typed = new Set(staying.map(({ value }) => value));
  return staying.every((step, index) => typed.has(expectedAt(stretch, step, index)));
}

/** The number that belongs where a dropped step stands; `index` is its place among those that stay. */
function expectedAt({ before, after, inLine }: Stretch, step: Step, index: number): number {
  if (before !== undefined) return before.value + (inLine ? step.turn - before.turn : index + 1);
  return after === undefined ? step.value : after.value - (after.turn - step.turn);
}

function wrongNumber(
  stretch: Stretch,
  staying: readonly Step[],
  index: number,
  firstOf: ReadonlyMap<number | undefined, number | undefined>,
): NumberingProblem {
  const { before, after, inLine } = stretch;
  const step = staying[index] as Step;
  const expected = expectedAt(stretch, step, index);
  // Of equal numbers without room for all, the later ones are the repetition, whichever of them was kept.
  if (after !== undefined && step.value === after.value && (!inLine || expected < 1))
    return problem('duplicate', staying[index + 1] ?? after, {
      expected: after.value + 1 + index,
      first: step.position,
      shifts: true,
    });
  if (expected < 1) return problem('disorder', step, { expected: step.value });
  const shifts = before !== undefined && after !== undefined && !inLine && expected >= after.value;
  const first = firstOf.get(step.value);
  if (first !== undefined) return problem('duplicate', step, { expected, first, shifts });
  return problem('misnumbered', step, { expected, shifts });
}

function gapOf(
  stretch: Stretch,
  staying: number,
  elsewhere: ReadonlySet<number>,
  veryLast: Step | undefined,
): NumberingProblem | undefined {
  const range = passedOver(stretch);
  const { before, after } = stretch;
  if (range === undefined || before === undefined || after === undefined) return undefined;
  const blanks = after.turn - before.turn - 1 - stretch.dropped.length;
  let from = range.from + staying + blanks;
  let { to } = range;
  while (from <= to && elsewhere.has(from)) from++;
  while (from <= to && elsewhere.has(to)) to--;
  if (from > to) return undefined;
  if (after === veryLast && to - from + 1 >= WIDE_GAP && staying === 0)
    return problem('misnumbered', after, { expected: from });
  return problem('gap', after, { expected: from, missing: { from, to }, shifts: true });
}

function problem(
  kind: NumberingProblem['kind'],
  { position, last }: Step,
  details: Partial<Omit<NumberingProblem, 'kind' | 'position'>> & { readonly expected: number },
): NumberingProblem {
  const end = kind === 'disorder' ? last : position;
  return {
    kind,
    position,
    last: end,
    missing: undefined,
    first: undefined,
    within: undefined,
    shifts: false,
    ...details,
  };
}
