import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

let built: string | undefined;

/** The path of the bundled program, built once for all tests. Not in dist/: a test must not change what is installed. */
export function builtProgram(): string {
  if (built !== undefined) return built;
  const outdir = join(root, '.cache/test/dist');
  const run = spawnSync(process.execPath, ['.scripts/build.mjs', `--outdir=${outdir}`], {
    cwd: root,
    encoding: 'utf8',
  });
  assert.equal(run.status, 0, run.stderr);
  built = join(outdir, 'bizenv.js');
  return built;
}
