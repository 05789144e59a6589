import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { longTable } from './long-table.ts';
import { type Candidate, type Timed, timeAll, timedOf, timeOnce } from './measure.ts';
import { peerCandidates, remarkAlone } from './peers.ts';
import { typing } from './typing.ts';
import { whereTimeGoes } from './where-time-goes.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = join(root, 'dist/bizenv.cjs');
const pair = readFileSync(join(root, 'seeds/shenzhen-2023.md'), 'utf8');

/** One table of the results. */
export interface Section {
  readonly title: string;
  /** The first is what the ratios are of. */
  readonly rows: readonly Row[];
  /** What is aimed at, and how near it is. */
  readonly targets: readonly Target[];
  readonly unit: string;
}

export interface Row {
  readonly name: string;
  readonly value: number;
  readonly note: string;
}

export interface Target {
  readonly what: string;
  readonly measured: string;
  readonly reached: boolean;
}

export const sections: Readonly<Record<string, (folder: string) => readonly Section[] | Promise<readonly Section[]>>> =
  {
    pair: realPair,
    many: manyDrafts,
    tables: longTables,
    typing,
    extension,
    profile,
  };

function bizenv(name: string, cwd: string, ...args: readonly string[]): Candidate {
  return { name, cwd, args: [program, 'lint', ...args] };
}

function realPair(cwd: string): readonly Section[] {
  const file = 'pair.md';
  writeFileSync(join(cwd, file), pair);
  const nothing: Candidate = { name: 'node -e 0', cwd, args: ['-e', '0'] };
  const read: Candidate = { name: 'reading the file alone', cwd, args: ['-e', `fs.readFileSync('${file}', 'utf8')`] };
  const cold = timeAll(
    [
      nothing,
      read,
      bizenv('bizenv lint', cwd, file),
      bizenv('bizenv lint --cache, unchanged', cwd, file, '--cache'),
      ...peerCandidates(cwd, [file]),
      remarkAlone(cwd, file),
    ],
    11,
  );
  const of = (name: string) => medianOf(cold, name);
  const scripts = peerCandidates(cwd, [file], 'JavaScript').map(({ name }) => name);
  const own = of('bizenv lint');
  const fastest = Math.min(...scripts.map(of));
  return [
    {
      title: 'The real pair (90 KB), whole process',
      unit: 'ms',
      rows: rowsOf(cold),
      targets: [
        atMost('bizenv lint ÷ node -e 0', own / of('node -e 0'), 2.5),
        atMost('bizenv lint --cache ÷ node -e 0', of('bizenv lint --cache, unchanged') / of('node -e 0'), 1.4),
        atLeast('fastest JavaScript peer ÷ bizenv lint', fastest / own, 1),
        atLeast('zhlint ÷ bizenv lint', of('zhlint') / own, 2),
        atLeast('markdownlint-cli2 ÷ bizenv lint', of('markdownlint-cli2') / own, 2),
      ],
    },
  ];
}

const DRAFTS = 1000;
/** The peers take minutes for a thousand: they get so many, and are compared by the draft. */
const FOR_PEERS = 50;
/** How often what takes a minute is measured. */
const LONG_ROUNDS = 2;

function manyDrafts(folder: string): readonly Section[] {
  const [all, some] = [join(folder, 'all'), join(folder, 'some')];
  for (const made of [all, some]) mkdirSync(made);
  for (let index = 0; index < DRAFTS; index++) {
    const name = `${String(index).padStart(4, '0')}.md`;
    writeFileSync(join(all, name), draftOf(index));
    if (index < FOR_PEERS) writeFileSync(join(some, name), draftOf(index));
  }
  const files = Array.from({ length: FOR_PEERS }, (_, index) => `${String(index).padStart(4, '0')}.md`);
  const [both = 0, one = 0] = inTurns(
    [bizenv('', all, '.', '--quiet'), onOneCore(bizenv('', all, '.', '--quiet', '--concurrency', 'off'))],
    LONG_ROUNDS,
  );
  // zhlint looks at the first of the files that it is given, and says nothing of the others.
  const peers = peerCandidates(some, files)
    .filter(({ name }) => name !== 'zhlint')
    .map((peer) => ({ name: peer.name, each: timeOnce(peer) / FOR_PEERS }));
  const scripts = new Set(peerCandidates(some, files, 'JavaScript').map(({ name }) => name));
  const fastest = Math.min(...peers.filter(({ name }) => scripts.has(name)).map(({ each }) => each));
  return [
    {
      title: `${DRAFTS} drafts of 90 KB, no two alike, whole process`,
      unit: 'ms a draft',
      rows: [
        { name: 'bizenv lint, all cores', value: both / DRAFTS, note: `${(both / 1000).toFixed(1)} s` },
        { name: 'bizenv lint, one core', value: one / DRAFTS, note: `${(one / 1000).toFixed(1)} s` },
        ...peers.map(({ name, each }) => ({ name, value: each, note: `${FOR_PEERS} drafts` })),
      ],
      targets: [
        atLeast('fastest JavaScript peer ÷ bizenv lint', fastest / (both / DRAFTS), 5),
        atLeast('one core ÷ two cores', one / both, 1.8),
      ],
    },
  ];
}

/** The mean time of each: the machine is not equally fast at all minutes, and the candidates take some. */
function inTurns(candidates: readonly Candidate[], rounds: number): readonly number[] {
  const sums = candidates.map(() => 0);
  for (let round = 0; round < rounds; round++)
    for (const [index, candidate] of candidates.entries()) sums[index] = (sums[index] ?? 0) + timeOnce(candidate);
  return sums.map((sum) => sum / rounds);
}

/** Node also compiles and collects garbage beside the program's own thread: all of it has to share the core. */
function onOneCore(candidate: Candidate): Candidate {
  const { program = process.execPath, args } = candidate;
  return process.platform === 'linux'
    ? { ...candidate, program: 'taskset', args: ['-c', '0', program, ...args] }
    : candidate;
}

/** The pair with a word of its own in every place that names enterprises, alike in both parts. */
function draftOf(index: number): string {
  const word = [...String(index)].map((digit) => '甲乙丙丁戊己庚辛壬癸'[Number(digit)]).join('');
  return pair.replaceAll('企业', `企业${word}`);
}

function profile(cwd: string): readonly Section[] {
  writeFileSync(join(cwd, 'pair.md'), pair);
  const nothing: Candidate = { name: 'node -e 0', cwd, args: ['-e', '0'] };
  return whereTimeGoes(nothing, bizenv('bizenv lint', cwd, 'pair.md', '--stats', '--locale=en'), draftOf);
}

function longTables(cwd: string): readonly Section[] {
  const [small, large] = [1000, 5000].map((rows) => {
    const name = `table-${rows}.md`;
    writeFileSync(join(cwd, name), longTable(rows));
    return name;
  });
  const own = timeAll(
    [bizenv('bizenv lint, 1,000 rows', cwd, small ?? ''), bizenv('bizenv lint, 5,000 rows', cwd, large ?? '')],
    3,
  );
  const remark = [small, large].map((file, index) =>
    timedOf(`remark-parse + remark-gfm alone, ${['1,000', '5,000'][index]} rows`, [
      timeOnce(remarkAlone(cwd, file ?? '')),
    ]),
  );
  const [few, many] = own.map(({ median }) => median);
  return [
    {
      title: 'One table, whole process',
      unit: 'ms',
      rows: rowsOf([...own, ...remark]),
      targets: [
        atMost('5,000 rows ÷ 1,000 rows', (many ?? 0) / (few ?? 1), 5.5),
        atLeast('remark-gfm ÷ bizenv lint, 5,000 rows', (remark[1]?.median ?? 0) / (many ?? 1), 50),
      ],
    },
  ];
}

/** Bytes of a bundle with all that it imports at once: what must be read before it does anything. */
function loadedWith(path: string, seen = new Set<string>()): number {
  if (seen.has(path)) return 0;
  seen.add(path);
  const imported = path.endsWith('.mjs')
    ? [...readFileSync(path, 'utf8').matchAll(/\b(?:from|import)\s*["'](\.[^"']+)["']/g)]
    : [];
  const sizes = imported.map(([, name = '']) => loadedWith(join(dirname(path), name), seen));
  return sizes.reduce((sum, size) => sum + size, statSync(path).size);
}

function extension(): readonly Section[] {
  const folder = join(root, 'dist/extension');
  const sizes = ['client.cjs', 'client-web.cjs.js', 'server.mjs', 'server-web.js'].map((name) => ({
    name,
    value: loadedWith(join(folder, name)) / 1024,
    note: '',
  }));
  const runs = Array.from({ length: 7 }, () => activationOf(folder));
  const steps = ['load', 'activate', 'ready', 'shown'] as const;
  const names = {
    load: 'client loaded',
    activate: 'client activated',
    ready: 'server ready',
    shown: 'findings of the real pair shown',
  };
  const times = steps.map((step) =>
    timedOf(
      names[step],
      runs.map((run) => run[step]),
    ),
  );
  return [
    {
      title: 'The extension’s bundles',
      unit: 'KB',
      rows: sizes,
      targets: sizes.map(({ name, value }) => atMost(name, value, name.startsWith('client') ? 350 : 700, 'KB')),
    },
    {
      title: 'Activation, with a stand-in for the editor',
      unit: 'ms',
      rows: rowsOf(times),
      targets: [atMost('client activated', medianOf(times, names.activate), 100, 'ms')],
    },
  ];
}

function activationOf(folder: string): Readonly<Record<'load' | 'activate' | 'ready' | 'shown', number>> {
  const stage = fileURLToPath(new URL('activation.mjs', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [stage, folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr.slice(0, 2000));
  return JSON.parse(stdout);
}

function rowsOf(timed: readonly Timed[]): readonly Row[] {
  return timed.map(({ name, median, fastest, runs }) => ({
    name,
    value: median,
    note: runs === 1 ? 'once' : `fastest ${fastest.toFixed(0)}`,
  }));
}

function medianOf(timed: readonly Timed[], name: string): number {
  return timed.find((candidate) => candidate.name === name)?.median ?? Number.NaN;
}

function atMost(what: string, value: number, limit: number, unit = '×'): Target {
  return { what, measured: `${shown(value)} ${unit} (at most ${limit})`, reached: value <= limit };
}

function atLeast(what: string, value: number, limit: number, unit = '×'): Target {
  return { what, measured: `${shown(value)} ${unit} (at least ${limit})`, reached: value >= limit };
}

function shown(value: number): string {
  return value < 100 ? value.toFixed(2) : value.toFixed(0);
}
