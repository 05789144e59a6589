// How each kind of program is bundled: what esbuild is told.
import { importsAtOnce } from './imports-at-once.mjs';
import { withoutAbsentFeatures } from './language-client.mjs';
import { withoutAbsentRequests } from './language-server.mjs';
import { withoutMarkdownWriter } from './markdown-reader.mjs';
import { precomputedModules } from './precomputed.mjs';
import { remarkBeside } from './remark-apart.mjs';
import { ruleParts } from './rule-parts.mjs';
import { sharedHelpers } from './shared-helpers.mjs';
import { withoutNetwork } from './without-network.mjs';

/**
 * @param root the project's folder.
 * @param version the package's.
 * @param sourcemap whether maps are written.
 */
export function settingsFor(root, version, sourcemap) {
  const common = {
    absWorkingDir: root,
    bundle: true,
    target: 'es2022',
    minify: true,
    sourcemap,
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'warning',
    metafile: true,
    define: { BIZENV_VERSION: JSON.stringify(version) },
    plugins: [
      ruleParts(),
      precomputedModules(),
      withoutAbsentFeatures(),
      withoutAbsentRequests(),
      withoutMarkdownWriter(),
      sharedHelpers(),
    ],
  };
  const node = {
    ...common,
    platform: 'node',
    target: 'node20',
    // Some packages have a CommonJS build that bundlers cannot follow.
    mainFields: ['module', 'main'],
    plugins: [...common.plugins, withoutNetwork()],
  };
  return {
    /** A CommonJS module for Node. */
    commonjs: { ...node, format: 'cjs', outExtension: { '.js': '.cjs' } },
    /**
     * ECMAScript modules for Node. What is not asked for is not read: each dynamic import becomes a file of its own.
     * @param remark path of the script that holds remark.
     */
    modules: (remark) => ({
      ...node,
      format: 'esm',
      banner: { js: commonJsNames() },
      chunkNames: 'chunks/[name]-[hash]',
      splitting: true,
      plugins: [remarkBeside(remark), ...node.plugins],
    }),
    /** A function that takes what a CommonJS module has, for server/src/launch/ to load. */
    script: {
      ...node,
      format: 'cjs',
      outExtension: { '.js': '.cjs' },
      // A script that is no module cannot import; and what is bundled need not be waited for.
      supported: { 'dynamic-import': false },
      define: { ...common.define, 'import.meta.url': '__url' },
      banner: {
        js: `(function(exports,require,module,__filename,__dirname){"use strict";const __url=require('node:url').pathToFileURL(__filename).href;`,
      },
      footer: { js: '})' },
      write: false,
    },
    /** VS Code gives extensions their `vscode`, and loads them as CommonJS, in a web worker too. */
    extension: {
      ...common,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      external: ['vscode'],
      plugins: [...common.plugins, withoutNetwork()],
    },
    worker: {
      ...common,
      platform: 'browser',
      format: 'cjs',
      external: ['vscode'],
      alias: { 'node:path': 'path-browserify' },
      plugins: [...common.plugins, importsAtOnce()],
      // remark's own way to read character references needs a document, which a worker has not.
      conditions: ['worker'],
      define: { ...common.define, 'process.env.NODE_ENV': '"production"' },
    },
    page: { ...common, platform: 'browser', format: 'iife' },
  };
}

/** What CommonJS packages expect to find around them, for the ones that are bundled into ECMAScript modules. */
function commonJsNames() {
  return [
    "import{createRequire as __createRequire}from'node:module';",
    "import{fileURLToPath as __toPath}from'node:url';",
    'const require=__createRequire(import.meta.url),__filename=__toPath(import.meta.url);',
  ].join('');
}
