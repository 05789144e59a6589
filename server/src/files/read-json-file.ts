import { constants } from 'node:buffer';
import * as v from 'valibot';
import type { Localized } from '#shared/text/localized.ts';
import { type JsonPath, JsonText } from '#shared/units/json-text.ts';
import { InputError } from './input-error.ts';
import { readTextFile } from './text-file.ts';

/**
 * Reads a JSON file that a program wrote.
 * @param what the file should be, and what to do when it is not.
 * @throws InputError when it cannot be read, is no JSON, or something else than it should be; with line and column.
 */
export async function readJsonFile<Schema extends v.GenericSchema>(
  path: string,
  shown: string,
  schema: Schema,
  { what, cure }: { readonly what: Localized; readonly cure: Localized },
): Promise<v.InferOutput<Schema>> {
  // A report of many drafts may be as large as a text can be.
  const { text } = await readTextFile(path, shown, constants.MAX_STRING_LENGTH);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof RangeError)) throw error;
    const [problem] = new JsonText(text).problems;
    const place = problem === undefined ? {} : { line: problem.line, column: problem.column };
    throw new InputError({
      at: { path: shown, ...place },
      what: problem?.message ?? { zh: '不是 JSON', en: 'this is not JSON' },
      cure,
    });
  }
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  const steps: JsonPath = (parsed.issues[0].path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  const at = { path: shown, ...new JsonText(text).placeOf(steps, false) };
  const key = steps.join('.');
  throw new InputError({
    at,
    what:
      key === '' ? what : { zh: `${what.zh}（${key} 处不符）`, en: `${what.en} (its ${key} is not as it should be)` },
    cure,
  });
}
