// Bundles the programs into dist/, or into the folder that `--outdir=` names. Every entry point is one line of a table;
// `--only=extension` leaves the programs out; `--sourcemap` adds maps; `--metafile=` names a file for what esbuild knows of all that was built.
// Beside the programs, and beside the extension, stand the licences of what they hold and a list of it.
import { createHash } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, parse, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { billOfMaterials } from './bill-of-materials.mjs';
import { engineApart, engineEntry } from './build/engine-apart.mjs';
import { importsAtOnce } from './build/imports-at-once.mjs';
import { withoutAbsentFeatures } from './build/language-client.mjs';
import { withoutMarkdownWriter } from './build/markdown-reader.mjs';
import { precomputedModules } from './build/precomputed.mjs';
import { ruleParts } from './build/rule-parts.mjs';
import { sharedHelpers } from './build/shared-helpers.mjs';
import { shippedPackages } from './shipped-packages.mjs';
import { thirdPartyNotices } from './third-party-notices.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values: options } = parseArgs({
  options: {
    outdir: { type: 'string', default: 'dist' },
    sourcemap: { type: 'boolean', default: false },
    metafile: { type: 'string' },
    only: { type: 'string' },
  },
});
const outdir = resolve(root, options.outdir);
const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
const { version } = manifest;

/**
 * The command line: a script with all that it does, and the engine apart, which the files that start it load, compiled
 * where they can (see server/src/launch/).
 */
const program = 'server/src/cli/program.ts';

/** Name of the file in dist/ → its source: what starts the command line, and its threads. */
const launchers = {
  bizenv: 'server/src/cli/bin.ts',
  'bizenv-worker': 'server/src/parallel/bin.ts',
};

/** What a run takes whose results are all known. The build fails when any of it imports what is the engine's. */
const known = [
  program,
  'server/src/cli/commands/lint.ts',
  'server/src/cache/folder-store.ts',
  'server/src/cache/result-cache.ts',
  'server/src/formats/stylish.ts',
];

/** The same for what stands alone: the language server, and the package's library entry. */
const modules = {
  'bizenv-server': 'server/src/lsp/bin.ts',
  library: 'server/src/library.ts',
};

/**
 * Name of the file in dist/extension/ → its source, where it runs, and how many KB it may have, with all that it imports at
 * once: the VS Code extension. VS Code takes `client-web.cjs` for CommonJS, although the package is a module, and in a
 * browser adds `.js` to the name. The build fails when a file outgrows its limit: an officer waits for what is loaded.
 */
const extension = {
  'client.cjs': { source: 'client/src/extension.ts', runsIn: 'node-commonjs', limit: 350 },
  'client-web.cjs.js': { source: 'client/src/extension-web.ts', runsIn: 'worker', limit: 350 },
  'server.mjs': { source: 'server/src/lsp/bin.ts', runsIn: 'node', limit: 845 },
  'server-web.js': { source: 'server/src/lsp/worker.ts', runsIn: 'worker', limit: 960 },
  'pair.js': { source: 'client/src/webview/pair.ts', runsIn: 'page', limit: 20 },
};

const common = {
  absWorkingDir: root,
  bundle: true,
  target: 'es2022',
  minifyWhitespace: true,
  minifySyntax: true,
  sourcemap: options.sourcemap,
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'warning',
  metafile: true,
  define: { BIZENV_VERSION: JSON.stringify(version) },
  plugins: [ruleParts(), precomputedModules(), withoutAbsentFeatures(), withoutMarkdownWriter(), sharedHelpers()],
};

const node = {
  ...common,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  // Some packages have a CommonJS build that bundlers cannot follow.
  mainFields: ['module', 'main'],
  banner: { js: commonJsNames() },
  plugins: [...common.plugins, withoutNetwork()],
};

/** VS Code gives extensions their `vscode`, and loads them as CommonJS, in a web worker too. */
const kinds = {
  node: {
    ...node,
    minify: true,
    chunkNames: 'chunks/[name]-[hash]',
    // What an officer does not ask for is not read: each dynamic import becomes a file of its own.
    splitting: true,
  },
  'node-commonjs': {
    ...common,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode'],
    minify: true,
    plugins: [...common.plugins, withoutNetwork()],
  },
  worker: {
    ...common,
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
    minify: true,
    alias: { 'node:path': 'path-browserify' },
    plugins: [...common.plugins, importsAtOnce()],
    // remark's own way to read character references needs a document, which a worker has not.
    conditions: ['worker'],
    define: { ...common.define, 'process.env.NODE_ENV': '"production"' },
  },
  page: { ...common, platform: 'browser', format: 'iife', minify: true },
};

const extensionBuilt = Object.entries(extension).map(([name, { source, runsIn }]) =>
  build({
    ...kinds[runsIn],
    entryPoints: { [parse(name).name]: source },
    outdir: join(outdir, 'extension'),
    outExtension: { '.js': parse(name).ext },
  }),
);
/** What a file of the command line is: a function that takes what a CommonJS module has, for server/src/launch/ to load. */
const script = {
  ...node,
  format: 'cjs',
  minify: true,
  // A script that is no module cannot import; and what is bundled need not be waited for.
  supported: { 'dynamic-import': false },
  define: { ...common.define, 'import.meta.url': '__url' },
  banner: {
    js: `(function(exports,require,module,__filename,__dirname){"use strict";const __url=require('node:url').pathToFileURL(__filename).href;`,
  },
  footer: { js: '})' },
  // Read as Latin-1, which takes a tenth of the time of UTF-8.
  charset: 'ascii',
  write: false,
  entryNames: 'chunks/[name]',
  outExtension: { '.js': '.cjs' },
  outdir,
};

checkSizes(await Promise.all(extensionBuilt));
const all = await Promise.all(extensionBuilt);
await describeContents(join(outdir, 'extension'), all);
if (options.only === 'extension') await keepOnly(join(outdir, 'extension'), all);
else {
  const modulesBuilt = build({
    ...node,
    entryPoints: modules,
    outdir,
    chunkNames: 'chunks/[name]-[hash]',
    // What a run does not use is not even read: each dynamic import becomes a file of its own.
    splitting: true,
  });
  const programsBuilt = [...(await buildProgram()), await modulesBuilt];
  await describeContents(outdir, programsBuilt);
  all.push(...programsBuilt);
  for (const name of ['bizenv.cjs', 'bizenv-server.js']) await chmod(join(outdir, name), 0o755);
  await keepOnly(outdir, all);
}
if (options.metafile !== undefined) {
  await writeFile(resolve(root, options.metafile), JSON.stringify(all.map(({ metafile }) => metafile)));
}

async function describeContents(folder, built) {
  const inputs = built.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const packages = await shippedPackages(root, inputs);
  await writeFile(join(folder, 'ThirdPartyNotices.txt'), await thirdPartyNotices(root, packages));
  await writeFile(join(folder, 'bom.cdx.json'), billOfMaterials(manifest, packages));
}

function checkSizes(built) {
  if (options.sourcemap) return;
  for (const { metafile } of built)
    for (const path of Object.keys(metafile.outputs)) {
      const limit = extension[basename(path)]?.limit;
      if (limit === undefined) continue;
      const bytes = [...loadedWith(path, metafile.outputs)].reduce(
        (sum, name) => sum + metafile.outputs[name].bytes,
        0,
      );
      if (bytes > limit * 1024) throw new Error(`${path} has ${Math.ceil(bytes / 1024)} KB, ${limit} at most`);
    }
}

function checkKnown({ inputs }) {
  const loaded = new Set();
  for (const source of known) loadedWith(source, inputs, loaded);
  for (const name of loaded)
    for (const { path, kind } of inputs[name].imports)
      if (path.startsWith('#') && kind === 'import-statement')
        throw new Error(`${name} imports ${path}: the engine is no part of a run whose results are known`);
}

/** The file and all that it imports at once: what must be read before it does anything. */
function loadedWith(path, files, seen = new Set()) {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const { path: other, kind } of files[path].imports)
    if (kind === 'import-statement' && other in files) loadedWith(other, files, seen);
  return seen;
}

async function buildProgram() {
  const wanted = new Set();
  const ours = await build({
    ...script,
    plugins: [engineApart(wanted), ...node.plugins],
    entryPoints: { program },
  });
  checkKnown(ours.metafile);
  const engine = await build({ ...script, stdin: engineEntry(wanted, root), entryNames: 'chunks/engine' });
  const enginePath = await writeScript(engine);
  // Results are known by the program's name: it must change with the engine.
  const programPath = await writeScript(ours, `//${basename(enginePath)}`);
  const started = await build({
    ...script,
    banner: {},
    footer: {},
    write: true,
    entryPoints: launchers,
    entryNames: '[name]',
    define: {
      ...common.define,
      BIZENV_PROGRAM: JSON.stringify(relative(outdir, programPath)),
      BIZENV_ENGINE: JSON.stringify(relative(outdir, enginePath)),
    },
  });
  return [ours, engine, started];
}

/** Writes the one file that was built, under a name that holds a hash of it: esbuild's knows the folder too. */
async function writeScript(built, ending = '') {
  const [{ path: unnamed, text }] = built.outputFiles;
  // Regular expressions are left to us.
  const ascii = text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const content = `${ascii.trimEnd()}${ending}\n`;
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8).toUpperCase();
  const path = unnamed.replace(/\.cjs$/, `-${hash}.cjs`);
  built.metafile.outputs = { [relative(root, path)]: Object.values(built.metafile.outputs)[0] };
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return path;
}

/** Removes what earlier builds left. Only when all is written: a program that is running meanwhile finds its files. */
async function keepOnly(folder, built) {
  const written = new Set(
    built.flatMap(({ metafile }) => Object.keys(metafile.outputs)).map((path) => resolve(root, path)),
  );
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name);
    if (/\.[cm]?js(\.map)?$/.test(name) && !written.has(path)) await rm(path, { force: true });
  }
}

/** The language client and server can talk over sockets too. Ours never do: no program holds a way to the network. */
function withoutNetwork() {
  return {
    name: 'without-network',
    setup({ onResolve, onLoad }) {
      const modules = /^(?:node:)?(?:net|tls|dgram|dns(?:\/promises)?|https?|http2)$/;
      onResolve({ filter: modules }, ({ path }) => ({ path, namespace: 'without-network' }));
      onLoad({ filter: /.*/, namespace: 'without-network' }, () => ({ contents: 'module.exports = {}', loader: 'js' }));
    },
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
