import { readFile } from 'node:fs/promises';

/** The names that a CommonJS module of the language client or server gives out, in the form in which TypeScript writes it. */
export async function exportedNames(path) {
  const names = [...(await readFile(path, 'utf8')).matchAll(/^exports\.(\w+) = \w+;$/gm)].map(([, name]) => name);
  if (names.length === 0) throw new Error(`${path} exports nothing`);
  return names;
}
