import { toJsonSchema } from '@valibot/to-json-schema';
import { configSchema } from '#server/config/schema.ts';
import { rules } from '#shared/rules/all.ts';
import { DirectoryFileSchema } from '#shared/units/directory-schema.ts';

/** The JSON schemas of the files that people write, from the schemas that read them: path from the project's root → text. */
export function schemas(): ReadonlyMap<string, string> {
  return new Map([
    ['seeds/units/unit-directory.schema.json', text(convert(DirectoryFileSchema))],
    ['server/schemas/bizenv.config.schema.json', text(configJsonSchema())],
  ]);
}

function text(schema: object): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/** The configuration's schema, with what each rule reports where its id is completed. */
function configJsonSchema(): object {
  const summaries = new Map(rules.map(({ id, docs }) => [id, `${docs.summary.zh} / ${docs.summary.en}`]));
  return convert(configSchema([...summaries.keys()], summaries));
}

type Schema = Parameters<typeof toJsonSchema>[0];

/** JSON schema has no word for trimming: it is no part of what must be written. */
function convert(schema: Schema): object {
  return { ...toJsonSchema(schema, { ignoreActions: ['trim'], target: 'draft-07' }), allowTrailingCommas: true };
}
