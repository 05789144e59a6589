import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  createProtocolConnection,
  type DocumentDiagnosticReport,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { builtInDirectory } from '#server/directories/built-in.ts';
import { type FileResult, type LintOptions, lint } from '#shared/lint.ts';
import { Memory } from '#shared/memory/memory.ts';
import { SourceText } from '#shared/text/source-text.ts';
import { FollowedVersions } from '#shared/typing/followed-versions.ts';
import { Random } from '../accuracy/random.ts';
import { largePair } from './large-pair.ts';
import type { Section, Target } from './sections.ts';

const program = fileURLToPath(new URL('../../dist/bizenv-server.js', import.meta.url));
const directory = builtInDirectory();
const uri = 'file:///drafts/pair.md';

interface Draft {
  readonly name: string;
  readonly text: () => string;
  readonly keys: number;
  /** Limits in milliseconds, and of memory in MB. */
  readonly limits: { readonly median?: number; readonly p95: number; readonly memory?: number };
}

const typedDrafts: readonly Draft[] = [
  {
    name: 'the real pair',
    text: () => readFileSync(new URL('../../seeds/shenzhen-2023.md', import.meta.url), 'utf8'),
    keys: 400,
    limits: { median: 3, p95: 8, memory: 110 },
  },
  { name: '1,000 points', text: () => largePair(999), keys: 200, limits: { p95: 12 } },
  { name: '10,000 points', text: () => largePair(10_000), keys: 120, limits: { p95: 50, memory: 600 } },
];

/** Milliseconds, in the order of the keys. */
interface Typed {
  readonly fresh: readonly number[];
  readonly keys: readonly number[];
  /** How many keys were answered without looking at the whole draft. */
  readonly followed: number;
}

/** What is typed: mostly words, now and then a digit, a sign, a new line, a pipe; or, as often as a sixth of it, a deletion. */
const TYPED = [...'市优化的提升服务推进企业营商', ...'，。、、', ...'2048', '\n', '|', ...Array<string>(5).fill('')];

/** A key in the version that all keys before it have made. */
interface Key {
  readonly at: number;
  readonly deleted: number;
  readonly typed: string;
}

type Keys = (text: string, count: number) => Iterable<Key>;

const SENTENCE = '推动政务服务提质增效';

/** A sentence that an officer puts in behind a comma of a point or a row, character by character; and then another one. */
function* sentences(text: string, count: number): Generator<Key> {
  const random = new Random('sentences');
  const places = [...text.matchAll(/(?<=\p{Script=Han}，)(?=\p{Script=Han})/gu)].map(({ index }) => index);
  const typed: number[] = [];
  for (let key = 0; key < count; ) {
    const place = random.pick(places) ?? 0;
    let at = place + typed.filter((other) => other < place).length;
    for (const character of SENTENCE) {
      if (key++ === count) return;
      yield { at: at++, deleted: 0, typed: character };
      typed.push(place);
    }
  }
}

/** Keys of every kind anywhere in the text, each of them taken back by the next one. */
function* strayKeys(text: string, count: number): Generator<Key> {
  const random = new Random('keys');
  for (let key = 0; key < count; key += 2) {
    const at = random.below(text.length - 1);
    const typed = random.pick(TYPED) ?? '';
    const deleted = typed === '' ? 1 : 0;
    yield { at, deleted, typed };
    yield { at, deleted: typed.length, typed: text.slice(at, at + deleted) };
  }
}

/** So many versions are also read anew. */
const FRESH = 6;

/** The engine alone: each key as the server answers it, beside a fresh read of some of the versions. */
function typeInEngine(text: string, count: number, keysOf: Keys): Typed {
  const options: LintOptions = { directory, readingMemory: new Memory(), judgingMemory: new Memory() };
  const judge = (source: SourceText) => lint([source], options).files[0];
  const versions = new FollowedVersions();
  const first = judge(new SourceText(text, uri));
  if (first !== undefined) versions.judged(first, options);
  const [fresh, keys]: [number[], number[]] = [[], []];
  let followed = 0;
  let version = text;
  for (const [key, { at, deleted, typed }] of [...keysOf(text, count)].entries()) {
    version = version.slice(0, at) + typed + version.slice(at + deleted);
    if (key % Math.ceil(count / FRESH) === 0)
      fresh.push(timeOf(() => lint([new SourceText(version, uri)], { directory })));
    let judged: FileResult | undefined;
    keys.push(
      timeOf(() => {
        const source = new SourceText(version, uri);
        if (versions.next(source) === undefined) judged = judge(source);
      }),
    );
    if (judged === undefined) followed++;
    else versions.judged(judged, options);
  }
  return { fresh, keys, followed };
}

/** A real server process: the time from a key to the findings of the new version, and its memory at the end in MB. */
async function typeInServer(text: string, count: number, keysOf: Keys): Promise<{ keys: number[]; memory: number }> {
  const server = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  try {
    const connection = await open(server, text);
    let { resultId } = await pull(connection);
    const keys: number[] = [];
    let current = text;
    let version = 1;
    for (const { at, deleted, typed } of keysOf(text, count)) {
      const positions = new SourceText(current);
      const [start, end] = [positions.positionAt(at), positions.positionAt(at + deleted)];
      current = current.slice(0, at) + typed + current.slice(at + deleted);
      const began = performance.now();
      void connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: ++version },
        contentChanges: [{ range: { start, end }, text: typed }],
      });
      ({ resultId } = await pull(connection, resultId));
      keys.push(performance.now() - began);
      // Nobody types faster than that.
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    return { keys, memory: memoryOf(server) };
  } finally {
    server.kill();
  }
}

async function open(server: ChildProcess, text: string): Promise<ProtocolConnection> {
  if (server.stdout === null || server.stdin === null) throw new Error('the server has no streams');
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.onRequest('workspace/configuration', ({ items }: { readonly items: readonly unknown[] }) =>
    items.map(() => ({})),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {} } },
  });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text },
  });
  return connection;
}

/** Asks as VS Code does: whoever knows the last findings is told when they are the same. */
async function pull(connection: ProtocolConnection, previousResultId?: string): Promise<DocumentDiagnosticReport> {
  const known = previousResultId === undefined ? {} : { previousResultId };
  return await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, ...known });
}

function memoryOf({ pid }: ChildProcess): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}

function timeOf(work: () => void): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

/** The results as tables of the bench. */
export async function typing(): Promise<readonly Section[]> {
  const sections: Section[] = [];
  for (const draft of typedDrafts) {
    const text = draft.text();
    sections.push(await typed('A sentence typed into', draft, text, sentences));
    sections.push(await typed('Keys of every kind, anywhere in', draft, text, strayKeys));
  }
  return sections;
}

async function typed(how: string, { name, keys, limits }: Draft, text: string, keysOf: Keys): Promise<Section> {
  const engine = typeInEngine(text, keys, keysOf);
  const server = await typeInServer(text, keys, keysOf);
  const fresh = quantile(engine.fresh, 0.5);
  const key = { median: quantile(server.keys, 0.5), p95: quantile(server.keys, 0.95) };
  const target = (what: string, value: number, limit: number, unit: string): Target => ({
    what,
    measured: `${value.toFixed(1)} ${unit} (at most ${limit})`,
    reached: value <= limit,
  });
  const ratio = fresh / quantile(engine.keys, 0.5);
  return {
    title: `${how} ${name} (${Math.round(text.length / 1000)}k characters)`,
    unit: 'ms',
    rows: [
      { name: 'a fresh read', value: fresh, note: 'median' },
      { name: 'the engine, median', value: quantile(engine.keys, 0.5), note: '' },
      {
        name: 'the engine, 95 of 100 keys',
        value: quantile(engine.keys, 0.95),
        note: `${engine.followed} of ${keys} keys followed (${Math.round((100 * engine.followed) / keys)} %)`,
      },
      { name: 'key to findings in the server, median', value: key.median, note: '' },
      {
        name: 'key to findings in the server, 95 of 100 keys',
        value: key.p95,
        note: `${server.memory.toFixed(0)} MB in memory`,
      },
    ],
    targets: [
      ...(limits.median === undefined ? [] : [target('median', key.median, limits.median, 'ms')]),
      target('95 of 100 keys', key.p95, limits.p95, 'ms'),
      ...(limits.memory === undefined ? [] : [target('memory', server.memory, limits.memory, 'MB')]),
      {
        what: 'fresh read ÷ key, in the engine',
        measured: `${ratio.toFixed(1)} × (at least 15)`,
        reached: ratio >= 15,
      },
    ],
  };
}

function quantile(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
