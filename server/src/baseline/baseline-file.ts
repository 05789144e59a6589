import { dirname, relative, resolve, sep } from 'node:path';
import * as v from 'valibot';
import type { FindingIdentity } from '#shared/findings/key.ts';
import { readJsonFile } from '../files/read-json-file.ts';
import { writeOutput } from '../files/write-output.ts';

/** Findings that are known and put off. Files by absolute path. */
export type Baseline = ReadonlyMap<string, readonly FindingIdentity[]>;

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
      entries.flatMap(({ count: times = 1, ...identity }) => Array.from({ length: times }, () => identity)),
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
    .filter(([, identities]) => identities.length > 0)
    .map(([file, identities]) => [relative(folder, file).split(sep).join('/'), counted(identities)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify({ version: 1, files: Object.fromEntries(files) }, null, 2);
  await writeOutput(path, `${text}\n`, shown);
}

function counted(identities: readonly FindingIdentity[]) {
  const times = new Map<string, number>();
  for (const { rule, task, words } of identities) {
    const key = JSON.stringify({ rule, task, words });
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  return [...times]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, time]) => ({ ...JSON.parse(key), ...(time === 1 ? {} : { count: time }) }));
}
