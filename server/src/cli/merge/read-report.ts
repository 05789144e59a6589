import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import * as v from 'valibot';
import { readJsonFile } from '../../files/read-json-file.ts';
import { MOST_BYTES } from '../../files/text-file.ts';
import { type ParsedReport, reportSchema } from './report-schema.ts';

const otherwise = {
  what: { zh: '这不是 bizenv 的 JSON 报告', en: 'this is not a JSON report of bizenv' },
  cure: {
    zh: '请给出 bizenv lint --format json 生成的报告。',
    en: 'Name reports made with bizenv lint --format json.',
  },
};

/**
 * Reads a JSON report.
 * @param most of more bytes, it is read line by line: a shard's may be longer than a text can be.
 * @throws InputError when it cannot be read or is no report; with line and column.
 */
export async function readReport(path: string, shown: string, most = MOST_BYTES): Promise<ParsedReport> {
  const size = await stat(path).then(
    (stats) => (stats.isFile() ? stats.size : 0),
    () => 0,
  );
  return (
    (size > most ? await readLines(path) : undefined) ?? (await readJsonFile(path, shown, reportSchema, otherwise))
  );
}

const OPENING = '  "files": [';

/** @returns undefined for what is not laid out as `bizenv lint --shard` does, a file a line, or cannot be read. */
async function readLines(path: string): Promise<ParsedReport | undefined> {
  const around: string[] = [];
  const files: unknown[] = [];
  let isInside = false;
  try {
    for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
      if (isInside && line.startsWith('    ')) {
        files.push(JSON.parse(line.replace(/,$/, '')));
        continue;
      }
      isInside = line === OPENING;
      around.push(line);
    }
    const value: unknown = JSON.parse(around.join('\n'));
    const parsed = v.safeParse(reportSchema, { ...v.parse(v.looseObject({}), value), files });
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}
