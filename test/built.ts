import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

let built: string | undefined;

/**
 * The folder of the bundled programs, built once for all tests of a process: sources take a second to start, bundles a
 * fifth of it. Not dist/: a test must not change what is installed; and not one folder for all processes of mocha, which
 * would write it while another reads it. It is called dist/, where the extension looks for its server.
 */
export function builtFolder(): string {
  if (built !== undefined) return built;
  const outdir = join(root, `.cache/test/${process.env.MOCHA_WORKER_ID ?? 'alone'}/dist`);
  const run = spawnSync(process.execPath, ['.scripts/build.mjs', `--outdir=${outdir}`], {
    cwd: root,
    encoding: 'utf8',
  });
  assert.equal(run.status, 0, run.stderr);
  built = outdir;
  return built;
}

/** The path of the bundled command line. */
export function builtProgram(): string {
  return join(builtFolder(), 'bizenv.cjs');
}

/** The path of the bundled language server. */
export function builtServer(): string {
  return join(builtFolder(), 'bizenv-server.js');
}
