import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { builtFolder } from '../built.ts';

describe('the bundled extension', () => {
  it('starts its server and shows the findings of an open pair', () => {
    const stage = fileURLToPath(new URL('../bench/activation.mjs', import.meta.url));
    const bundles = `${builtFolder()}/extension`;
    const { status, stdout, stderr } = spawnSync(process.execPath, [stage, bundles], { encoding: 'utf8' });
    assert.equal(status, 0, stderr.slice(-2000));
    assert.equal(stderr, '');
    assert.ok(JSON.parse(stdout).findings > 0);
  });
});
