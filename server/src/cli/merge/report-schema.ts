import * as v from 'valibot';
import { Checksum } from '../../formats/checksum.ts';

/** A JSON report, as far as merging needs it. What is optional stands in the reports of shards. */

const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const place = v.object({ line: offset, column: offset, offset });

const related = v.object({ path: v.string(), start: place, end: place, message: v.string() });

const edit = v.object({ path: v.optional(v.string()), start: offset, end: offset, text: v.string() });

const fix = v.object({ safe: v.boolean(), title: v.string(), edits: v.array(edit) });

const finding = v.object({
  rule: v.string(),
  severity: v.picklist(['error', 'warning', 'info']),
  message: v.string(),
  start: place,
  end: place,
  fix: v.optional(fix),
  related: v.optional(v.array(related)),
  data: v.record(v.string(), v.union([v.string(), v.number(), v.boolean(), v.array(v.string())])),
  fixes: v.optional(v.array(fix)),
  key: v.optional(v.string()),
  identity: v.optional(v.object({ rule: v.string(), task: v.string(), words: v.string() })),
});

const task = v.object({
  side: v.picklist(['point', 'row']),
  number: v.string(),
  pair: offset,
  units: v.array(v.string()),
  cells: v.array(v.object({ name: v.string(), start: offset, end: offset })),
  start: offset,
  end: offset,
});

const file = v.object({
  path: v.string(),
  year: v.nullable(v.number()),
  findings: v.array(finding),
  points: v.optional(offset),
  rows: v.optional(offset),
  group: v.optional(offset),
  text: v.optional(v.string()),
  tasks: v.optional(v.array(task)),
});

const total = v.pipe(v.number(), v.integer(), v.minValue(1));

const report = v.object({
  version: v.literal(1),
  shard: v.optional(v.object({ index: total, total, run: v.string() })),
  changedSince: v.optional(v.string()),
  files: v.array(file),
  fixed: v.optional(
    v.object({
      findings: offset,
      rules: v.record(v.string(), offset),
      files: v.array(v.string()),
      written: v.boolean(),
    }),
  ),
  baseline: v.optional(v.object({ path: v.string(), covered: offset, gone: offset })),
  isAsWritten: v.boolean(),
});

/** The checksum is of everything else in the report, known here or not. */
export const reportSchema = v.pipe(
  v.record(v.string(), v.unknown()),
  v.transform(({ checksum, ...rest }) => ({
    ...rest,
    isAsWritten: rest.shard === undefined || checksum === checksumOf(rest),
  })),
  report,
);

function checksumOf(rest: Readonly<Record<string, unknown>>): string {
  const checksum = new Checksum();
  checksum.add({ ...rest, files: [] });
  if (Array.isArray(rest.files)) for (const file of rest.files) checksum.add(file);
  return checksum.hex;
}

export type ReportFile = v.InferOutput<typeof file>;
export type ReportFinding = v.InferOutput<typeof finding>;
export type ReportPlace = v.InferOutput<typeof place>;
export type ParsedReport = v.InferOutput<typeof reportSchema>;
