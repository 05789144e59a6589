// Bundles the programs into dist/, or into the folder that `--outdir=` names. Every entry point is one line of a table;
// `--only=extension` leaves the programs out; `--sourcemap` adds maps; `--metafile=` names a file for what esbuild knows of all that was built.
// Beside the programs, and beside the extension, stand the licences of what they hold and a list of it.
import { chmod, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join, parse, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { billOfMaterials } from './bill-of-materials.mjs';
import { buildCommandLine } from './build/command-line.mjs';
import { loadedWith } from './build/loaded-with.mjs';
import { remarkModule } from './build/remark-apart.mjs';
import { settingsFor } from './build/settings.mjs';
import { writeScript } from './build/write-script.mjs';
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
const settings = settingsFor(root, manifest.version, options.sourcemap);

/** Name of the file in dist/ → its source: beside the command line, the language server, and the package's library entry. */
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
  'client.cjs': { source: 'client/src/extension.ts', runsIn: 'extension', limit: 350 },
  'client-web.cjs.js': { source: 'client/src/extension-web.ts', runsIn: 'worker', limit: 350 },
  'server.mjs': { source: 'server/src/lsp/bin.ts', runsIn: 'modules', limit: 700 },
  'server-web.js': { source: 'server/src/lsp/worker.ts', runsIn: 'worker', limit: 960 },
  'pair.js': { source: 'client/src/webview/pair.ts', runsIn: 'page', limit: 20 },
};

const all = await buildExtension(join(outdir, 'extension'));
if (options.only !== 'extension') all.push(...(await buildPrograms()));
if (options.metafile !== undefined)
  await writeFile(resolve(root, options.metafile), JSON.stringify(all.map(({ metafile }) => metafile)));

async function buildExtension(folder) {
  const remark = await buildRemark(folder);
  const built = await Promise.all(
    Object.entries(extension).map(([name, { source, runsIn }]) =>
      build({
        ...(runsIn === 'modules' ? settings.modules(remark.path) : settings[runsIn]),
        entryPoints: { [parse(name).name]: source },
        outdir: folder,
        outExtension: { '.js': parse(name).ext },
      }),
    ),
  );
  checkSizes(built);
  return await finish(folder, [...built, remark.built]);
}

async function buildPrograms() {
  const remark = await buildRemark(outdir);
  const standing = build({ ...settings.modules(remark.path), entryPoints: modules, outdir });
  const built = [...(await buildCommandLine(root, settings, outdir)), await standing, remark.built];
  for (const name of ['bizenv.cjs', 'bizenv-server.js']) await chmod(join(outdir, name), 0o755);
  return await finish(outdir, built, all);
}

/** For the modules of a folder: the command line has its own. */
async function buildRemark(folder) {
  const entryPoints = { remark: remarkModule };
  const built = await build({ ...settings.commonjs, entryPoints, outdir: folder, write: false });
  return { built, path: await writeScript(root, built, join(folder, 'chunks/remark.cjs')) };
}

/** Says what a folder holds, and removes what earlier builds left in it. @param others built in folders inside it. */
async function finish(folder, built, others = []) {
  const inputs = built.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const packages = await shippedPackages(root, inputs);
  await writeFile(join(folder, 'ThirdPartyNotices.txt'), await thirdPartyNotices(root, packages, inputs));
  await writeFile(join(folder, 'bom.cdx.json'), billOfMaterials(manifest, packages));
  await keepOnly(folder, [...built, ...others]);
  return built;
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

/** Only when all is written: a program that is running meanwhile finds its files. */
async function keepOnly(folder, built) {
  const written = new Set(
    built.flatMap(({ metafile }) => Object.keys(metafile.outputs)).map((path) => resolve(root, path)),
  );
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name);
    if (/\.[cm]?js(\.map)?$/.test(name) && !written.has(path)) await rm(path, { force: true });
  }
}
