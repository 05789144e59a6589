// The command line: a script with all that it does, the engine apart, and remark apart from both, which the files that
// start it load, compiled where they can (see server/src/launch/).
import { basename, join, relative } from 'node:path';
import { build } from 'esbuild';
import { engineApart, engineEntry } from './engine-apart.mjs';
import { loadedWith } from './loaded-with.mjs';
import { remarkApart, remarkModule } from './remark-apart.mjs';
import { writeScript } from './write-script.mjs';

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

/** How the engine asks for remark: server/src/launch/ knows it by this name. */
const REMARK = '#remark';

/** @returns what esbuild knows of each file. */
export async function buildCommandLine(root, { script, commonjs }, outdir) {
  const wanted = new Set();
  const ours = await build({
    ...script,
    plugins: [engineApart(wanted), ...script.plugins],
    entryPoints: { program },
    outdir,
  });
  checkKnown(ours.metafile);
  const engine = await build({
    ...script,
    plugins: [remarkApart(`require('${REMARK}')`), ...script.plugins],
    stdin: engineEntry(wanted, root),
    external: [REMARK],
    outdir,
  });
  const remark = await build({ ...script, entryPoints: { remark: remarkModule }, outdir });
  const remarkPath = await writeScript(root, remark, join(outdir, 'chunks/remark.cjs'));
  // Results are known by the program's name: it must change with all that makes them.
  const enginePath = await writeScript(root, engine, join(outdir, 'chunks/engine.cjs'), `//${basename(remarkPath)}`);
  const programPath = await writeScript(root, ours, join(outdir, 'chunks/program.cjs'), `//${basename(enginePath)}`);
  const paths = { program: programPath, engine: enginePath, remark: remarkPath };
  const scripts = Object.entries(paths).map(([name, path]) => [name, relative(outdir, path)]);
  const started = await build({
    ...commonjs,
    entryPoints: launchers,
    outdir,
    define: { ...commonjs.define, BIZENV_SCRIPTS: JSON.stringify(Object.fromEntries(scripts)) },
  });
  return [ours, engine, remark, started];
}

function checkKnown({ inputs }) {
  const loaded = new Set();
  for (const source of known) loadedWith(source, inputs, loaded);
  for (const name of loaded)
    for (const { path, kind } of inputs[name].imports)
      if (path.startsWith('#') && kind === 'import-statement')
        throw new Error(`${name} imports ${path}: the engine is no part of a run whose results are known`);
}
