// remark-gfm reads and writes; we only read. Without the writers' one entry, all that leads to them is left out.
import { readFile } from 'node:fs/promises';

const writers = /^export function gfmToMarkdown\(options\) \{[\s\S]*?^\}$/m;

export function withoutMarkdownWriter() {
  return {
    name: 'without-markdown-writer',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]mdast-util-gfm[\\/]lib[\\/]index\.js$/ }, async ({ path }) => {
        const code = await readFile(path, 'utf8');
        if (!writers.test(code)) throw new Error(`${path}: gfmToMarkdown is not where it was`);
        return {
          contents: code.replace(writers, 'export const gfmToMarkdown = () => ({ extensions: [] });'),
          loader: 'js',
        };
      });
    },
  };
}
