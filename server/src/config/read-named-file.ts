import { InputError } from '../files/input-error.ts';
import { readTextFile, type TextFile } from '../files/text-file.ts';
import type { NamedFile } from './config.ts';

/**
 * Reads a file that a configuration or an option names. One that cannot be read is a mistake of the place that names it.
 * @throws InputError
 */
export async function readNamedFile({ path, at }: NamedFile, shown: string): Promise<TextFile> {
  try {
    return await readTextFile(path, shown);
  } catch (error) {
    if (!(error instanceof InputError) || at.line === undefined) throw error;
    const problems = error.problems.map(({ what, cure }) => ({
      at,
      what: { zh: `${shown}：${what.zh}`, en: `${shown}: ${what.en}` },
      cure,
    }));
    throw new InputError(...problems);
  }
}
