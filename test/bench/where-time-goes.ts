import { spawnSync } from 'node:child_process';
import { builtInDirectory } from '#server/directories/built-in.ts';
import { type LintOptions, lint } from '#shared/lint.ts';
import { ruleIds } from '#shared/rules/ids.ts';
import { SourceText } from '#shared/text/source-text.ts';
import { type Candidate, timedOf } from './measure.ts';
import type { Row, Section } from './sections.ts';

/** Times in milliseconds, by step and rule. */
type Times = ReadonlyMap<string, number>;

/** So many of the slowest rules are named. */
const NAMED = 6;
const COLD_RUNS = 11;
/** So many drafts are judged before anything is measured: V8 has compiled by then what it ever will. */
const WARM_UP = 120;
const WARM_RUNS = 60;

/** What a cold run and a warm look spend their time on. @param stats `bizenv lint --stats` on the real pair, in English. */
export function whereTimeGoes(
  nothing: Candidate,
  stats: Candidate,
  draftOf: (index: number) => string,
): readonly Section[] {
  return [coldRun(nothing, stats), warmLook(draftOf)];
}

function coldRun(nothing: Candidate, stats: Candidate): Section {
  const runs: Times[] = [];
  const [starts, wholes]: [number[], number[]] = [[], []];
  for (let run = 0; run <= COLD_RUNS; run++) {
    const start = timeOf(() => outputOf(nothing));
    let told = '';
    const whole = timeOf(() => {
      told = outputOf(stats);
    });
    // The first run fills the caches.
    if (run === 0) continue;
    starts.push(start);
    wholes.push(whole);
    runs.push(
      new Map([...told.matchAll(/^ {2}(\S.*?) +([\d.]+) ms$/gm)].map(([, name = '', ms]) => [name, Number(ms)])),
    );
  }
  const of = (name: string) => medianOf(runs.map((times) => times.get(name) ?? 0));
  const ofRules = slowest(new Map(ruleIds.map((id) => [id, of(id)])));
  const known: Row[] = [
    row('Node itself (node -e 0)', medianOf(starts)),
    row('reading the text, and making the directory of units', of('reading texts')),
    row('pairing', of('pairing')),
    ...ofRules,
  ];
  const rest = medianOf(wholes) - known.reduce((sum, { value }) => sum + value, 0);
  return {
    title: 'Where a cold run on the real pair spends its time',
    unit: 'ms',
    rows: [
      row('the whole process', medianOf(wholes), 'medians of each'),
      ...known,
      row('the rest', rest, 'loading code that V8 kept, options, files, sorting, printing'),
    ],
    targets: [],
  };
}

function warmLook(draftOf: (index: number) => string): Section {
  const directory = builtInDirectory();
  const runs: Times[] = [];
  const wholes: number[] = [];
  for (let run = 0; run < WARM_UP + WARM_RUNS; run++) {
    const times = new Map<string, number>();
    const measure: NonNullable<LintOptions['measure']> = (step, work) => {
      const began = performance.now();
      try {
        return work();
      } finally {
        times.set(step, (times.get(step) ?? 0) + performance.now() - began);
      }
    };
    const source = new SourceText(draftOf(run), 'draft.md');
    const whole = timeOf(() => lint([source], { directory, measure }));
    if (run < WARM_UP) continue;
    runs.push(times);
    wholes.push(whole);
  }
  const of = (name: string) => medianOf(runs.map((times) => times.get(name) ?? 0));
  const known = [row('pairing', of('pairing')), ...slowest(new Map(ruleIds.map((id) => [id, of(id)])))];
  const rest = medianOf(wholes) - known.reduce((sum, { value }) => sum + value, 0);
  return {
    title: `Where a look at a draft spends its time, after ${WARM_UP} others`,
    unit: 'ms',
    rows: [
      row('the whole look', medianOf(wholes), 'medians of each'),
      row('reading the text, sorting', rest),
      ...known,
    ],
    targets: [],
  };
}

/** The slowest rules by name, and all others together. */
function slowest(times: Times): readonly Row[] {
  const sorted = [...times].sort(([, a], [, b]) => b - a);
  const others = sorted.slice(NAMED);
  return [
    ...sorted.slice(0, NAMED).map(([id, time]) => row(`rule ${id}`, time)),
    row(
      `the other ${others.length} rules`,
      others.reduce((sum, [, time]) => sum + time, 0),
    ),
  ];
}

function row(name: string, value: number, note = ''): Row {
  return { name, value, note };
}

/** @returns what it printed to standard error. @throws Error when it did not do its work. */
function outputOf({ name, args, cwd, program = process.execPath }: Candidate): string {
  const { status, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8', maxBuffer: 2 ** 30 });
  if (status !== 0 && status !== 1) throw new Error(`${name} ended with ${status}: ${stderr.slice(0, 2000)}`);
  return stderr;
}

function timeOf(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

function medianOf(values: readonly number[]): number {
  return timedOf('', values).median;
}
