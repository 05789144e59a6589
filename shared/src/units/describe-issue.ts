import type * as v from 'valibot';
import type { Localized } from '../text/localized.ts';
import { nearestWord } from '../text/nearest-word.ts';
import { DirectoryFileSchema } from './directory-schema.ts';
import type { JsonPath } from './json-text.ts';

interface DescribedIssue {
  readonly path: JsonPath;
  /** The finger points at the key, not at the value. */
  readonly atKey: boolean;
  readonly message: Localized;
}

/** What a broken schema means to the person who wrote the file: where, what the key is for, and what must stand there. */
export function describeIssue(issue: v.BaseIssue<unknown>): DescribedIssue {
  const { path, issue: inner } = innermost(issue, []);
  const where = pathText(path);
  if (inner.expected === 'never') {
    const known = keysAt(path.slice(0, -1));
    const near = nearestWord(String(path.at(-1)), known);
    return {
      path,
      atKey: true,
      message: {
        zh: `${where}：没有这个键${near === undefined ? `，可用的有 ${known.join('、')}` : `，是否为“${near}”`}`,
        en: `${where}: no such key${near === undefined ? `; known are ${known.join(', ')}` : `; did you mean “${near}”?`}`,
      },
    };
  }
  const meaning = meaningOf(path);
  const needed = expectation(inner);
  return {
    path,
    atKey: false,
    message: {
      zh: `${where}${meaning === undefined ? '' : `（${meaning.zh}）`}：${needed.zh}`,
      en: `${where}${meaning === undefined ? '' : ` (${meaning.en})`}: ${needed.en}`,
    },
  };
}

/** Of an object that may also be a plain text, what is wrong with the object. */
function innermost(issue: v.BaseIssue<unknown>, above: JsonPath): { path: JsonPath; issue: v.BaseIssue<unknown> } {
  const path = [
    ...above,
    ...(issue.path ?? []).map((step) => (typeof step.key === 'number' ? step.key : String(step.key))),
  ];
  const inner = issue.type === 'union' ? issue.issues?.find((other) => other.path !== undefined) : undefined;
  return inner === undefined ? { path, issue } : innermost(inner, path);
}

function pathText(path: JsonPath): string {
  let text = '';
  for (const step of path) text += typeof step === 'number' ? `[${step}]` : `${text === '' ? '' : '.'}${step}`;
  return text === '' ? '$' : text;
}

function expectation(issue: v.BaseIssue<unknown>): Localized {
  if (issue.received === 'undefined') return { zh: '不能缺少', en: 'is missing' };
  const limit = String(issue.requirement);
  switch (issue.type) {
    case 'string':
      return { zh: '应为带引号的文字', en: 'must be a text in quotes' };
    case 'boolean':
      return { zh: '应为 true 或 false', en: 'must be true or false' };
    case 'array':
      return { zh: '应为列表 […]', en: 'must be a list […]' };
    case 'strict_object':
      return { zh: '应为 {…}', en: 'must be an object {…}' };
    case 'union':
      return { zh: '应为带引号的文字或 { "name": … }', en: 'must be a text in quotes or { "name": … }' };
    case 'regex':
      return { zh: '应为 YYYY 或 YYYY-MM，如 "2024-01"', en: 'must be YYYY or YYYY-MM, such as "2024-01"' };
    case 'non_empty':
      return { zh: '不能为空', en: 'must not be empty' };
    case 'max_length':
      return { zh: `最多 ${limit} 个（字）`, en: `must have at most ${limit} entries or characters` };
    default:
      return { zh: `应为 ${issue.expected ?? '别的值'}`, en: `must be ${issue.expected ?? 'something else'}` };
  }
}

interface SchemaParts {
  readonly wrapped?: SchemaParts;
  readonly entries?: Readonly<Record<string, SchemaParts>>;
  readonly item?: SchemaParts;
  readonly options?: readonly (SchemaParts | string)[];
  readonly pipe?: readonly { readonly type: string; readonly description?: string }[];
}

function keysAt(path: JsonPath): readonly string[] {
  return Object.keys(objectOf(schemaAt(path)) ?? {});
}

/** The description that the schema gives of the key at a path, or of the nearest one around it. */
function meaningOf(path: JsonPath): Localized | undefined {
  for (let length = path.length; length > 0; length--) {
    const text = descriptionOf(schemaAt(path.slice(0, length)));
    if (text === undefined) continue;
    const [zh = '', en = ''] = text.split(' / ');
    return { zh: zh.replace(/。$/, ''), en: en.replace(/\.$/, '') };
  }
  return undefined;
}

function schemaAt(path: JsonPath): SchemaParts | undefined {
  let current: SchemaParts | undefined = DirectoryFileSchema;
  for (const step of path) {
    const entries: Readonly<Record<string, SchemaParts>> | undefined = objectOf(current);
    if (typeof step === 'number') current = unwrapped(current)?.item;
    else current = entries !== undefined && Object.hasOwn(entries, step) ? entries[step] : undefined;
  }
  return current;
}

function objectOf(schema: SchemaParts | undefined): SchemaParts['entries'] {
  const inner = unwrapped(schema);
  if (inner?.entries !== undefined) return inner.entries;
  for (const option of inner?.options ?? []) {
    const entries = typeof option === 'string' ? undefined : objectOf(option);
    if (entries !== undefined) return entries;
  }
  return undefined;
}

function unwrapped(schema: SchemaParts | undefined): SchemaParts | undefined {
  return schema?.wrapped === undefined ? schema : unwrapped(schema.wrapped);
}

function descriptionOf(schema: SchemaParts | undefined): string | undefined {
  const own = schema?.pipe?.find((step) => step.type === 'description')?.description;
  return own ?? (schema?.wrapped === undefined ? undefined : descriptionOf(schema.wrapped));
}
