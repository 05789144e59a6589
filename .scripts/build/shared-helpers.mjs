// TypeScript puts the same helpers in front of every module that it makes CommonJS of. Here they are put in once.
import { readFile } from 'node:fs/promises';

const HELPERS = ['__createBinding', '__setModuleDefault', '__importStar', '__exportStar', '__importDefault'];
/** From its name to the line that ends it. */
const definition = (name) => new RegExp(`^var ${name} = \\(this && this\\.${name}\\)[\\s\\S]*?^\\}[()]*;$`, 'm');

const getter =
  /Object\.defineProperty\(exports, "(\w+)", \{ enumerable: true, get: function \(\) \{ return ([\w.]+); \} \}\);/g;

export function sharedHelpers() {
  return {
    name: 'shared-helpers',
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^typescript-helpers$/ }, () => ({ path: 'typescript-helpers', namespace: 'helpers' }));
      onLoad({ filter: /./, namespace: 'helpers' }, () => ({ contents: SHARED, loader: 'js' }));
      onLoad(
        { filter: /[\\/]vscode-(?:languageclient|languageserver(?:-protocol)?|jsonrpc)[\\/]lib[\\/].*\.js$/ },
        async ({ path }) => {
          let code = await readFile(path, 'utf8');
          const used = [];
          for (const name of HELPERS) {
            const without = code.replace(definition(name), '');
            if (without === code) continue;
            code = without;
            used.push(name);
          }
          const withGetters = code.replace(getter, '__export(exports, "$1", () => $2);');
          if (withGetters !== code) used.push('__export');
          code = withGetters;
          const names = used.join(', ');
          return {
            contents:
              used.length === 0
                ? code
                : code.replace('"use strict";', `"use strict"; const { ${names} } = require("typescript-helpers");`),
            loader: 'js',
          };
        },
      );
    },
  };
}

const SHARED = `
exports.__export = (to, name, get) => Object.defineProperty(to, name, { enumerable: true, get });
exports.__createBinding = (to, from, key, name = key) =>
  Object.defineProperty(to, name, { enumerable: true, get: () => from[key] });
exports.__exportStar = (from, to) => {
  for (const key in from)
    if (key !== 'default' && !Object.prototype.hasOwnProperty.call(to, key)) exports.__createBinding(to, from, key);
};
exports.__importStar = (module) => {
  if (module?.__esModule) return module;
  const result = { default: module };
  for (const key of Object.getOwnPropertyNames(module ?? {}))
    if (key !== 'default') exports.__createBinding(result, module, key);
  return result;
};
exports.__importDefault = (module) => (module?.__esModule ? module : { default: module });
exports.__setModuleDefault = (to, value) => Object.defineProperty(to, 'default', { enumerable: true, value });
`;
