import { dirname, relative, resolve, sep } from 'node:path';
import * as v from 'valibot';
import type { FindingIdentity } from '#shared/findings/key.ts';
import { readJsonFile } from '../files/read-json-file.ts';
import { writeOutput } from '../files/write-output.ts';
import type { BaselineEntry } from './match-baseline.ts';

/** Findings that are known and put off. Files by absolute path. */
export type Baseline = ReadonlyMap<string, readonly BaselineEntry[]>;

const count = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)));
const entry = v.strictObject({ rule: v.string(), task: v.string(), words: v.string(), count });
const schema = v.strictObject({ version: v.literal(1), files: v.record(v.string(), v.array(entry)) });

const otherwise = {
  what: { zh: '这不是基线文件', en: 'this is not a baseline file' },
  cure: {
    zh: '请用 bizenv lint --write-baseline 重新生成。',
    en: 'Make it again with bizenv lint --write-baseline.',
  },
};

/** @throws InputError when it is missing, unreadable or broken. */
export async function readBaseline(path: string, shown: string): Promise<Baseline> {
  const { files } = await readJsonFile(path, shown, schema, otherwise);
  const folder = dirname(path);
  return new Map(
    Object.entries(files).map(([name, entries]) => [
      resolve(folder, name),
      entries.map(({ count: times = 1, ...identity }) => ({ ...identity, count: times })),
    ]),
  );
}

/**
 * Writes the findings that are there now: paths relative to the baseline's folder, everything in a stable order.
 * @throws InputError when it cannot be written.
 */
export async function writeBaseline(path: string, baseline: Baseline, shown: string): Promise<void> {
  const folder = dirname(path);
  const files = [...baseline]
    .filter(([, entries]) => entries.length > 0)
    .map(([file, entries]) => [relative(folder, file).split(sep).join('/'), entries.map(written)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify({ version: 1, files: Object.fromEntries(files) }, null, 2);
  await writeOutput(path, `${text}\n`, shown);
}

function written({ rule, task, words, count: times }: BaselineEntry) {
  return { rule, task, words, ...(times === 1 ? {} : { count: times }) };
}

/** The entries that stand for these findings: those that are told alike in one, in a stable order. */
export function entriesFor(identities: readonly FindingIdentity[]): readonly BaselineEntry[] {
  const entries = new Map<string, BaselineEntry>();
  for (const { rule, task, words } of identities) {
    const key = JSON.stringify({ rule, task, words });
    entries.set(key, { rule, task, words, count: (entries.get(key)?.count ?? 0) + 1 });
  }
  return [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}
