import assert from 'node:assert/strict';
import { Client } from './client.ts';

describe('what the bundles leave out of the client and server libraries', () => {
  it('is nothing that the server offers', async () => {
    const builder = new URL('../../.scripts/build/language-client.mjs', import.meta.url);
    const { absentFeatures }: { readonly absentFeatures: Readonly<Record<string, readonly string[]>> } = await import(
      builder.href
    );
    const client = Client.start();
    const { capabilities } = await client.initialize();
    await client.stop();
    const offered = new Set([
      ...Object.keys(capabilities),
      ...Object.keys(capabilities.workspace ?? {}).map((name) => `workspace.${name}`),
    ]);
    assert.ok(offered.has('hoverProvider') && offered.has('workspace.workspaceFolders'));
    assert.deepEqual(
      Object.values(absentFeatures)
        .flat()
        .filter((name) => offered.has(name)),
      [],
    );
  });
});
