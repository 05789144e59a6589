// Bundles the programs into dist/, or into the folder that `--outdir=` names. Every entry point is one line of the table;
// `--sourcemap` adds maps.
import { chmod, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values: options } = parseArgs({
  options: { outdir: { type: 'string', default: 'dist' }, sourcemap: { type: 'boolean', default: false } },
});
const outdir = resolve(root, options.outdir);

/** Name of the file in dist/ → its source. Each begins with `#!` and may be run as a program. */
const programs = {
  bizenv: 'server/src/cli/bin.ts',
  'bizenv-server': 'server/src/lsp/bin.ts',
};

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: programs,
  outdir,
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  // What a command does not use is not even read: each dynamic import becomes a file of its own.
  splitting: true,
  // Some packages have a CommonJS build that bundlers cannot follow.
  mainFields: ['module', 'main'],
  banner: { js: commonJsNames() },
  minifyWhitespace: true,
  minifySyntax: true,
  sourcemap: options.sourcemap,
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
});
for (const name of Object.keys(programs)) await chmod(join(outdir, `${name}.js`), 0o755);
// Only now: a program that is running, or is started meanwhile, finds all its files.
const written = new Set(Object.keys(metafile.outputs).map((path) => resolve(root, path)));
for (const name of await readdir(outdir, { recursive: true })) {
  const path = join(outdir, name);
  if (/\.js(\.map)?$/.test(name) && !written.has(path)) await rm(path, { force: true });
}

/** What CommonJS packages expect to find around them, for the ones that are bundled into ECMAScript modules. */
function commonJsNames() {
  return [
    "import{createRequire as __createRequire}from'node:module';",
    "import{fileURLToPath as __toPath}from'node:url';",
    'const require=__createRequire(import.meta.url),__filename=__toPath(import.meta.url);',
  ].join('');
}
