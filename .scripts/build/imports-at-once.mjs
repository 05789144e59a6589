// A bundle that must be one file has nothing to load later. What our modules import dynamically is imported at once in it:
// each module that waits for its turn would cost a function around it, and the names in it that others use.
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const dynamic = /\bimport\((['"][^'"]+['"])\)/g;

export function importsAtOnce() {
  return {
    name: 'imports-at-once',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]server[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
        const imports = [];
        const code = (await readFile(path, 'utf8')).replace(dynamic, (_, module) => {
          imports.push(`import * as __later${imports.length} from ${module};`);
          return `__later${imports.length - 1}`;
        });
        // On one line with the first, so that line numbers stay.
        return { contents: imports.join('') + code, loader: 'ts', resolveDir: dirname(path) };
      });
    },
  };
}
