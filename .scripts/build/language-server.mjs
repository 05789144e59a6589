// Of the library that speaks to the client, what our server can use. It brings the requests of every feature that the
// protocol has; those that our server does not offer are left out.
import { exportedNames } from './exported-names.mjs';
import { absentFeatures } from './language-client.mjs';

const names = [...Object.keys(absentFeatures), 'moniker'].join('|');
const absent = new RegExp(`[\\\\/]vscode-languageserver[\\\\/]lib[\\\\/]common[\\\\/](?:${names})\\.js$`);

export function withoutAbsentRequests() {
  return {
    name: 'without-absent-requests',
    setup({ onLoad }) {
      onLoad({ filter: absent }, async ({ path }) => {
        // A feature is a class made of another one.
        const lines = (await exportedNames(path)).map((name) =>
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
