import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';

/**
 * Writes the one file that was built, under a name that holds a hash of it (esbuild's knows the folder too), in ASCII: Node
 * reads Latin-1 in a tenth of the time of UTF-8.
 * @param path where, in the project's folder, without the hash.
 * @returns the whole path.
 */
export async function writeScript(root, built, path, ending = '') {
  const [{ text }] = built.outputFiles;
  const ascii = text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const content = `${ascii.trimEnd()}${ending}\n`;
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8).toUpperCase();
  const written = resolve(root, path.replace(/\.cjs$/, `-${hash}.cjs`));
  built.metafile.outputs = { [relative(root, written)]: Object.values(built.metafile.outputs)[0] };
  await mkdir(dirname(written), { recursive: true });
  await writeFile(written, content);
  return written;
}
