import { InputError } from '../../files/input-error.ts';
import type { TextFile } from '../../files/text-file.ts';
import { checkWritable, writeTextFile } from '../../files/write-text-file.ts';

/** A file that the fixes changed. */
export interface FixedFile {
  readonly file: TextFile;
  readonly fixedText: string;
  /** How messages name it. */
  readonly shown: string;
}

/**
 * Writes the files that the fixes changed and returns their paths. All are checked before the first one is written,
 * so that one file that cannot be written leaves every file as it was.
 * @throws InputError
 */
export async function writeFixes(changed: readonly FixedFile[]): Promise<readonly string[]> {
  for (const { file, shown } of changed) await checkWritable(file, shown);
  const written: string[] = [];
  for (const { file, fixedText, shown } of changed) {
    try {
      await writeTextFile(file, fixedText, shown);
    } catch (error) {
      if (!(error instanceof InputError) || written.length === 0) throw error;
      throw new InputError(...error.problems, alreadyWritten(written));
    }
    written.push(shown);
  }
  return written;
}

function alreadyWritten(written: readonly string[]) {
  return {
    what: { zh: `此前已写入：${written.join('、')}`, en: `these were written before: ${written.join(', ')}` },
    cure: { zh: '排除问题后请再运行一次。', en: 'Run the command again when the problem is solved.' },
  };
}
