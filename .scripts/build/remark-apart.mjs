// remark reads the markup that our own scanner leaves to it, which few drafts have. The programs that Node runs have it in a
// script of its own, which is read when the first such text comes: a tenth of all they would hold otherwise.
import { basename } from 'node:path';

/** The module of the engine through which remark is asked. */
export const remarkModule = 'shared/src/markdown/inline-remark.ts';
const imported = /[\\/]inline-remark\.ts$/;

/** @param load an expression that gives the script's exports. */
export function remarkApart(load) {
  return {
    name: 'remark-apart',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: imported }, () => ({ path: remarkModule, namespace: 'remark-apart' }));
      onLoad({ filter: /./, namespace: 'remark-apart' }, () => ({
        contents: `let remark;
export function parseInlineTokens(text, inCell) {
  remark ??= ${load};
  return remark.parseInlineTokens(text, inCell);
}`,
      }));
    },
  };
}

/** For modules: the script stands among the chunks, as the module may that asks for it. */
export function remarkBeside(path) {
  return remarkApart(`require(__filename.replace(/(?:[\\\\/]chunks)?[\\\\/][^\\\\/]*$/, '/chunks/${basename(path)}'))`);
}
