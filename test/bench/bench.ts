import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { longTable } from './long-table.ts';

/**
 * Side by side in one run: the candidates take turns, so that a slow minute of the machine falls on all of them, and the
 * medians are compared. Times are of whole processes, in milliseconds.
 */

const root = fileURLToPath(new URL('../../', import.meta.url));
const bizenv = join(root, 'dist/bizenv.js');
const remark = join(root, 'test/bench/remark-alone.mjs');
const pair = join(root, 'seeds/shenzhen-2023.md');

interface Candidate {
  readonly name: string;
  readonly args: readonly string[];
}

interface Timed {
  readonly name: string;
  readonly median: number;
  readonly fastest: number;
}

function timeOnce(candidate: Candidate): number {
  const start = process.hrtime.bigint();
  const { error, status, stderr } = spawnSync(process.execPath, candidate.args, { cwd: root });
  const elapsed = Number(process.hrtime.bigint() - start) / 1e6;
  if (error !== undefined) throw error;
  // 1 says that there are findings; anything else that the work was not done.
  if (status !== 0 && status !== 1) throw new Error(`${candidate.name} ended with ${status}: ${stderr.toString()}`);
  return elapsed;
}

function timeAll(candidates: readonly Candidate[], rounds: number): readonly Timed[] {
  const times = candidates.map((): number[] => []);
  for (const candidate of candidates) timeOnce(candidate);
  for (let round = 0; round < rounds; round++) {
    candidates.forEach((candidate, index) => {
      times[index]?.push(timeOnce(candidate));
    });
  }
  return candidates.map(({ name }, index) => {
    const sorted = (times[index] ?? []).sort((a, b) => a - b);
    return { name, median: sorted[sorted.length >> 1] ?? 0, fastest: sorted[0] ?? 0 };
  });
}

function print(title: string, timed: readonly Timed[]): void {
  const base = timed[0]?.median ?? 1;
  const width = Math.max(...timed.map(({ name }) => name.length));
  console.log(`\n${title}`);
  console.log(`${'what'.padEnd(width)}   median  fastest    ratio`);
  for (const { name, median, fastest } of timed) {
    const cells = [median.toFixed(0), fastest.toFixed(0), `${(median / base).toFixed(2)}×`];
    console.log(`${name.padEnd(width)} ${cells.map((cell) => cell.padStart(8)).join(' ')}`);
  }
}

const folder = mkdtempSync(join(tmpdir(), 'bizenv-bench-'));
try {
  const table = (rows: number) => {
    const path = join(folder, `table-${rows}.md`);
    writeFileSync(path, longTable(rows));
    return path;
  };
  console.log(`node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, times in milliseconds`);

  print(
    'The real pair (90 KB), whole process',
    timeAll(
      [
        { name: 'node -e 0', args: ['-e', '0'] },
        { name: 'bizenv lint', args: [bizenv, 'lint', pair] },
        { name: 'remark-parse + remark-gfm alone', args: [remark, pair] },
      ],
      11,
    ),
  );

  const [small, large] = [table(1000), table(5000)];
  print(
    'One table, bizenv lint',
    timeAll(
      [
        { name: '1,000 rows', args: [bizenv, 'lint', small] },
        { name: '5,000 rows', args: [bizenv, 'lint', large] },
      ],
      3,
    ),
  );
  print(
    'The same tables, remark-parse + remark-gfm alone',
    [
      { name: '1,000 rows', args: [remark, small] },
      { name: '5,000 rows', args: [remark, large] },
    ].map((candidate) => {
      const once = timeOnce(candidate);
      return { name: candidate.name, median: once, fastest: once };
    }),
  );
} finally {
  rmSync(folder, { recursive: true });
}
