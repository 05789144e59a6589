import { InputError } from '../../files/input-error.ts';
import { checkWritable, writeTextFile } from '../../files/write-text-file.ts';
import type { JudgedDraft } from './judge-group.ts';

/**
 * Writes the drafts that the fixes changed and returns their paths. All are checked before the first one is written,
 * so that one file that cannot be written leaves every file as it was.
 * @throws InputError
 */
export async function writeFixes(drafts: readonly JudgedDraft[]): Promise<readonly string[]> {
  const changed = drafts.flatMap(({ draft: { file }, result: { source }, fixedText }) =>
    file === undefined || fixedText === undefined ? [] : [{ file, fixedText, shown: source.id }],
  );
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
