import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { builtInDirectory } from '#server/directories/built-in.ts';
import type { PolicyDocument, UnitList } from '#shared/model/policy-document.ts';
import { readDocument } from '#shared/model/read-document.ts';
import { SourceText } from '#shared/text/source-text.ts';

const ROOT = new URL('../../../', import.meta.url);

export function readFixture(path: string): PolicyDocument {
  return read(readFileSync(fileURLToPath(new URL(path, ROOT)), 'utf8'), path);
}

export function read(text: string, id = 'draft.md'): PolicyDocument {
  return readDocument(new SourceText(text, id), { directory: builtInDirectory() });
}

export const layout = (name: string) => readFixture(`test/fixtures/layouts/${name}.md`);

/** The names of a list; a lead has a star. */
export function names(list: UnitList | undefined): string {
  return list === undefined
    ? '–'
    : list.mentions.map(({ role, name }) => (role === 'lead' ? `*${name}` : name)).join(' ');
}
