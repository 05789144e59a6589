import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { builtProgram, builtServer } from '../built.ts';
import { folderForEach, mismatched, pair } from '../cli/bizenv.ts';
import { RawClient } from './raw-client.ts';

const realPair = readFileSync(new URL('../../seeds/shenzhen-2023.md', import.meta.url));
const without = new URL('without-network.mjs', import.meta.url).href;

describe('a machine without a network', () => {
  const folder = folderForEach();

  it('runs every command as ever, and none of them looks for one', () => {
    folder().write('2023.md', realPair);
    folder().write('a.md', mismatched);
    folder().write('b.md', pair);
    for (const args of [
      ['lint', '2023.md', '-f', 'sarif'],
      ['lint', '.', '--cache', '--cache-location', 'cache', '-f', 'json'],
      ['lint', 'a.md', '--fix-dry-run'],
      ['inspect', '2023.md'],
      ['units', '2023.md', '--format', 'html'],
      ['compare', '2023.md', 'b.md'],
      ['draft', '--from', '2023.md', '--year', '2024', '--out', '2024.md', '--force'],
      ['format', '--check', '2023.md'],
      ['rules'],
      ['explain', 'lead-mismatch'],
      ['--version'],
    ]) {
      const usual = run([builtProgram(), ...args]);
      const cut = run(['--import', without, builtProgram(), ...args], isolated());
      assert.deepEqual(
        [cut.status, cut.stdout, cut.stderr],
        [usual.status, usual.stdout, usual.stderr],
        args.join(' '),
      );
      assert.ok(usual.status !== 2, usual.stderr);
    }
  });

  it('serves an editor as ever', async () => {
    const server = builtServer();
    const client = RawClient.start({ args: ['--import', without, server, '--stdio'] });
    await client.initialize({ capabilities: { textDocument: { diagnostic: {} } } });
    client.open('untitled:a.md', realPair.toString());
    const textDocument = { uri: 'untitled:a.md' };
    const { result } = await client.ask('textDocument/diagnostic', { textDocument });
    assert.ok((result as { readonly items: readonly unknown[] }).items.length > 50);
    assert.equal(await client.stop(), 0);
  });

  const run = (args: readonly string[], [program = process.execPath, ...before]: readonly string[] = []) =>
    spawnSync(program, [...before, ...args], {
      cwd: folder().path,
      encoding: 'utf8',
      env: { ...process.env, LANG: 'zh_CN.UTF-8' },
    });
});

/** A program in a network of its own, with nothing in it, where the system can make one. */
function isolated(): readonly string[] {
  const command = ['unshare', '--net', '--map-root-user'];
  const [program = '', ...args] = command;
  return spawnSync(program, [...args, 'true']).status === 0 ? [...command, process.execPath] : [process.execPath];
}
