import type * as v from 'valibot';
import type { Localized } from '#shared/text/localized.ts';
import { nearestWord } from '#shared/text/nearest-word.ts';
import type { JsonPath } from '#shared/units/json-text.ts';
import type { Problem, ProblemPlace } from '../files/input-error.ts';
import { type Expectation, keysAt } from './schema.ts';

const expected: Readonly<Record<Expectation, Localized>> = {
  object: { zh: '应为 { } 括起来的若干项', en: 'must be an object { … }' },
  text: { zh: '应为字符串', en: 'must be a string' },
  path: { zh: '应为相对于本配置文件的路径', en: 'must be a path relative to this configuration file' },
  patterns: { zh: '应为 [ ] 括起来的路径或通配符', en: 'must be a list of paths or patterns' },
  severity: { zh: '应为 off、info、warning、error 之一', en: 'must be off, info, warning or error' },
  year: { zh: '应为四位数的年份，例如 2024', en: 'must be a year of four digits, such as 2024' },
  names: { zh: '应为 [ ] 括起来的表头名称', en: 'must be a list of column headers' },
  columns: { zh: '应为 { } 括起来的各列', en: 'must be an object of columns { … }' },
  pairs: {
    zh: '应为成组的路径，例如 [["要点.md", "清单.md"]]',
    en: 'must be groups of paths, such as [["points.md", "list.md"]]',
  },
  overrides: {
    zh: '应为 [{ "files": […], … }]，每一项都要写 files',
    en: 'must be [{ "files": […], … }], each with files',
  },
};

/** Where the value at a path stands, or its key. */
export type PlaceOf = (path: JsonPath, atKey: boolean) => ProblemPlace;

/** What a value that the schema refuses means to the person who wrote it. */
export function describeProblem(issue: v.BaseIssue<unknown>, placeOf: PlaceOf, schema: unknown): Problem {
  const path: JsonPath = (issue.path ?? []).map((step) => (typeof step.key === 'number' ? step.key : String(step.key)));
  const key = path.join('.');
  if (issue.expected === 'never') return unknownKey(path, placeOf, keysAt(schema, path.slice(0, -1)));
  const what = expected[issue.message as Expectation];
  return {
    at: placeOf(path, false),
    what: key === '' ? { zh: `配置${what.zh}`, en: `the configuration ${what.en}` } : named(key, what),
    cure: cureFor(issue),
  };
}

function named(key: string, what: Localized): Localized {
  return { zh: `“${key}”${what.zh}`, en: `“${key}” ${what.en}` };
}

function cureFor(issue: v.BaseIssue<unknown>): Localized {
  const near =
    typeof issue.input === 'string' && issue.type === 'picklist' ? nearestWord(issue.input, severities) : undefined;
  return near === undefined
    ? { zh: '请改正这个值。', en: 'Correct this value.' }
    : { zh: `是不是“${near}”？`, en: `Did you mean “${near}”?` };
}

const severities = ['off', 'info', 'warning', 'error'];

function unknownKey(path: JsonPath, placeOf: PlaceOf, known: readonly string[]): Problem {
  const key = String(path.at(-1) ?? '');
  const near = nearestWord(key, known);
  const isRule = path.at(-2) === 'rules';
  return {
    at: placeOf(path, true),
    what: isRule
      ? { zh: `没有“${key}”这条规则`, en: `there is no rule “${key}”` }
      : { zh: `没有“${key}”这一项`, en: `there is no setting “${key}”` },
    cure: near === undefined ? listCure(known, isRule) : { zh: `是不是“${near}”？`, en: `Did you mean “${near}”?` },
  };
}

function listCure(known: readonly string[], isRule: boolean): Localized {
  if (isRule) return { zh: '运行 bizenv rules 可列出全部规则。', en: 'bizenv rules lists all rules.' };
  return { zh: `可用的有：${known.join('、')}。`, en: `Known: ${known.join(', ')}.` };
}
