import { InputError } from './input-error.ts';

/**
 * Writes several files one after the other, and returns how messages name them.
 * @throws InputError of the first that cannot be written; it names those that were written before, and no other one follows.
 */
export async function writeEach<File extends { readonly shown: string }>(
  files: readonly File[],
  write: (file: File) => Promise<void>,
): Promise<readonly string[]> {
  const written: string[] = [];
  for (const file of files) {
    await namingWritten(written, async () => await write(file));
    written.push(file.shown);
  }
  return written;
}

/**
 * Does what comes after some files were written.
 * @param written how messages name them.
 * @throws InputError of the work, which then names them too.
 */
export async function namingWritten<Value>(written: readonly string[], work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof InputError) || written.length === 0) throw error;
    throw new InputError(...error.problems, {
      what: { zh: `此前已写入：${written.join('、')}`, en: `these were written before: ${written.join(', ')}` },
      cure: { zh: '排除问题后请再运行一次。', en: 'Run the command again when the problem is solved.' },
    });
  }
}
