import * as v from 'valibot';
import type { ColumnRole } from '#shared/model/policy-document.ts';
import { EARLIEST_YEAR, LATEST_YEAR } from './year-bounds.ts';

/**
 * The names of the wordings in `describe-problem.ts`: valibot's `message` says which one explains the value that was
 * expected.
 */
export type Expectation =
  | 'object'
  | 'text'
  | 'path'
  | 'patterns'
  | 'severity'
  | 'year'
  | 'names'
  | 'columns'
  | 'pairs'
  | 'overrides';

const expects = (expectation: Expectation) => expectation;

const path = v.pipe(v.string(expects('path')), v.nonEmpty(expects('path')));

const list = <Item extends v.GenericSchema>(item: Item, expectation: Expectation) =>
  v.array(item, expects(expectation));

const patterns = list(v.pipe(v.string(expects('patterns')), v.nonEmpty(expects('patterns'))), 'patterns');

const names = list(v.pipe(v.string(expects('names')), v.nonEmpty(expects('names'))), 'names');

const year = v.pipe(
  v.number(expects('year')),
  v.integer(expects('year')),
  v.minValue(EARLIEST_YEAR, expects('year')),
  v.maxValue(LATEST_YEAR, expects('year')),
  v.description(
    '文件所属年份；不写时取自文件标题。 / The year that the documents speak for; by default, their title’s.',
  ),
);

const severity = v.picklist(['off', 'info', 'warning', 'error'], expects('severity'));

function severities(ruleIds: readonly string[], summaries: ReadonlyMap<string, string>) {
  const described = (id: string) => v.optional(v.pipe(severity, v.description(summaries.get(id) ?? id)));
  return v.strictObject(Object.fromEntries(ruleIds.map((id) => [id, described(id)])), expects('object'));
}

const columns = v.strictObject(
  {
    number: v.optional(names),
    section: v.optional(names),
    domain: v.optional(names),
    task: v.optional(names),
    measures: v.optional(names),
    lead: v.optional(names),
    responsible: v.optional(names),
    deadline: v.optional(names),
    remark: v.optional(names),
  } satisfies Partial<Record<ColumnRole, unknown>>,
  expects('columns'),
);

/**
 * `bizenv.config.json`, for the rules with these ids.
 * @param summaries what each rule reports, for editors that complete its id.
 */
export function configSchema(ruleIds: readonly string[], summaries: ReadonlyMap<string, string> = new Map()) {
  const settings = {
    rules: v.optional(
      v.pipe(
        severities(ruleIds, summaries),
        v.description('各条规则的级别；off 为关闭。 / The severity of each rule; off turns it off.'),
      ),
    ),
    year: v.optional(year),
    columns: v.optional(
      v.pipe(columns, v.description('清单各列在表头中的其他名称。 / Further names of the task list’s columns.')),
    ),
  };
  return v.strictObject(
    {
      $schema: v.optional(v.string(expects('text'))),
      extends: v.optional(
        v.pipe(
          v.union([path, list(path, 'path')], expects('path')),
          v.description('作为基础的配置文件。 / Configuration files to build on.'),
        ),
      ),
      include: v.optional(
        v.pipe(
          patterns,
          v.description('不指定文件时检查哪些文件（文件、文件夹、通配符）。 / What to check when no file is named.'),
        ),
      ),
      exclude: v.optional(
        v.pipe(patterns, v.description('不检查哪些文件或文件夹。 / Files and folders to leave out.')),
      ),
      units: v.optional(
        v.pipe(
          list(path, 'path'),
          v.description('本地单位名录文件，与内置名录一并使用。 / Unit directory files, used with the built-in ones.'),
        ),
      ),
      pairs: v.optional(
        v.pipe(
          list(v.pipe(list(path, 'pairs'), v.minLength(2, expects('pairs'))), 'pairs'),
          v.description('分成两个文件的要点与清单。 / Work points and task lists that stand in files of their own.'),
        ),
      ),
      ...settings,
      overrides: v.optional(
        v.pipe(
          list(v.strictObject({ files: patterns, ...settings }, expects('overrides')), 'overrides'),
          v.description('对部分文件另作设定；后面的优先。 / Settings for some of the files; the later one wins.'),
        ),
      ),
    },
    expects('object'),
  );
}

/** The keys that a schema allows in the object at a path, for “did you mean …”. */
export function keysAt(schema: unknown, path: readonly (string | number)[]): readonly string[] {
  let current = unwrap(schema);
  for (const step of path) {
    if (hasEntries(current)) current = unwrap(current.entries[step]);
    else if (hasItem(current)) current = unwrap(current.item);
    else return [];
  }
  return hasEntries(current) ? Object.keys(current.entries) : [];
}

function unwrap(schema: unknown): unknown {
  return typeof schema === 'object' && schema !== null && 'wrapped' in schema ? unwrap(schema.wrapped) : schema;
}

function hasEntries(schema: unknown): schema is { readonly entries: Readonly<Record<string | number, unknown>> } {
  return typeof schema === 'object' && schema !== null && 'entries' in schema;
}

function hasItem(schema: unknown): schema is { readonly item: unknown } {
  return typeof schema === 'object' && schema !== null && 'item' in schema;
}

export type ConfigFile = v.InferOutput<ReturnType<typeof configSchema>>;
