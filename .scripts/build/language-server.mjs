// Of the library that speaks to the client, what our server can use. It brings the requests of every feature that the
// protocol has; those that our server does not offer are left out.
import { readFile } from 'node:fs/promises';
import { absentFeatures } from './language-client.mjs';

const names = [...Object.keys(absentFeatures), 'moniker'].join('|');
const absent = new RegExp(`[\\\\/]vscode-languageserver[\\\\/]lib[\\\\/]common[\\\\/](?:${names})\\.js$`);

export function withoutAbsentRequests() {
  return {
    name: 'without-absent-requests',
    setup({ onLoad }) {
      onLoad({ filter: absent }, async ({ path }) => {
        const exported = [...(await readFile(path, 'utf8')).matchAll(/^exports\.(\w+) = \w+;$/gm)].map(
          ([, name]) => name,
        );
        if (!exported.some((name) => name.endsWith('Feature'))) throw new Error(`${path} exports no feature`);
        // A feature is a class made of another one.
        const lines = exported.map((name) =>
          name.endsWith('Feature') ? `exports.${name} = (Base) => Base;` : `exports.${name} = class {};`,
        );
        return { contents: lines.join('\n'), loader: 'js' };
      });
      // It looks for other modules by starting other programs.
      onLoad({ filter: /[\\/]vscode-languageserver[\\/]lib[\\/]node[\\/]files\.js$/ }, () => ({
        contents: 'module.exports = {};',
        loader: 'js',
      }));
    },
  };
}
