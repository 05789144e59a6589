import assert from 'node:assert/strict';
import { existsSync, readFileSync, realpathSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { builtServer } from '../built.ts';
import { folderForEach, list, pair, points } from '../cli/bizenv.ts';
import { RawClient } from './raw-client.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const recorder = new URL('record-reads.mjs', import.meta.url).href;

describe('a folder that the user does not trust', () => {
  const folder = folderForEach();
  let client: RawClient;
  const uri = (name: string) => pathToFileURL(join(folder().path, name)).href;

  /** A folder whose files point out of it in every way there is, and what they point at. */
  const writeHostileFolder = () => {
    folder().write('bizenv.config.json', '{ "rules": { "lead-mismatch": "off" }, "units": ["outside/units.json"] }');
    folder().write('.gitignore', '*.markdown\n');
    folder().write('outside/units.json', '{}');
    folder().write('outside/list.md', list);
    folder().write('outside/secret.md', pair);
    folder().write('outside/config.json', '{ "rules": {} }');
    folder().write('outside/ignore', '*.md\n');
    const within = join(folder().path, 'within');
    folder().write('within/points.md', points.replace(/^/, '---\npair: ../outside/list.md\n---\n'));
    folder().write(
      'within/a/points.md',
      points.replace(/^/, `---\npair: ${join(folder().path, 'outside/list.md')}\n---\n`),
    );
    folder().write('within/b/bizenv.config.json', '{ "extends": "../../outside/config.json" }');
    folder().write('within/b/points.md', points);
    folder().write(
      'within/c/bizenv.config.json',
      '{ "units": ["../../outside/units.json"], "pairs": [["points.md", "../../outside/list.md"]] }',
    );
    folder().write('within/c/points.md', points);
    folder().write('within/d/points.md', points.replace(/^/, '---\npair: link.md\n---\n'));
    symlinkSync('../../outside/list.md', join(within, 'd/link.md'));
    folder().write('within/e/points.md', points);
    symlinkSync('../../outside/config.json', join(within, 'e/bizenv.config.json'));
    symlinkSync('../outside/secret.md', join(within, 'secret.md'));
    symlinkSync('../outside', join(within, 'all'));
    symlinkSync('../outside/ignore', join(within, '.gitignore'));
    return ['points.md', 'a/points.md', 'b/points.md', 'c/points.md', 'd/points.md', 'e/points.md'].map(
      (name) => `within/${name}`,
    );
  };

  /** Opens every draft, asks for all there is to ask, and gives what the server opened. */
  const readsOf = async (trusted: boolean): Promise<readonly string[]> => {
    const drafts = writeHostileFolder();
    const record = join(folder().path, 'record.txt');
    const args = ['--import', recorder, builtServer(), '--stdio'];
    client = RawClient.start({ args, env: { ...process.env, RECORD: record } });
    const capabilities = { textDocument: { diagnostic: {} } };
    const workspaceFolders = [{ uri: uri('within'), name: 'within' }];
    await client.initialize({ capabilities, workspaceFolders, initializationOptions: { trusted } });
    for (const draft of drafts) {
      client.open(uri(draft), folder().read(draft).toString());
      const textDocument = { uri: uri(draft) };
      const position = { line: 12, character: 30 };
      const range = { start: { line: 0, character: 0 }, end: { line: 40, character: 0 } };
      await client.ask('textDocument/diagnostic', { textDocument });
      await client.ask('bizenv/tasks', { uri: uri(draft) });
      for (const method of ['hover', 'definition', 'completion'])
        await client.ask(`textDocument/${method}`, { textDocument, position });
      await client.ask('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } });
    }
    await client.ask('workspace/diagnostic', { previousResultIds: [] });
    await client.ask('workspace/symbol', { query: '市场' });
    await client.ask('bizenv/compare', { one: uri('outside/secret.md'), other: uri(drafts[0] ?? '') });
    await client.ask('bizenv/compare', { one: 'file:///etc/hostname', other: 'file:///etc/passwd' });
    await client.kill();
    const lines = readFileSync(record, 'utf8').trim().split('\n');
    return [...new Set(lines.map((line): string => JSON.parse(line)))];
  };

  it('has nothing read outside it, whatever its files say', async () => {
    const reads = await readsOf(false);
    const inside = realpathSync(join(folder().path, 'within'));
    const outside = reads.filter((path) => {
      const real = existsSync(path) ? realpathSync(path) : resolve(path);
      // Its own modules, and where the system says which time zone it is.
      return (
        !real.startsWith(inside) &&
        !real.startsWith(root) &&
        !/^\/(?:proc|usr|etc\/localtime)/.test(real) &&
        !isModule(real)
      );
    });
    assert.deepEqual(outside, []);
    assert.ok(
      reads.some((path) => path.endsWith('within/b/bizenv.config.json')),
      reads.join('\n'),
    );
  });

  it('has it read once it is trusted: what the test sees is what there is to see', async () => {
    const reads = await readsOf(true);
    for (const name of ['bizenv.config.json', 'outside/units.json', 'outside/list.md', 'outside/secret.md'])
      assert.ok(
        reads.some((path) => path.endsWith(name)),
        name,
      );
  });
});

function isModule(path: string): boolean {
  return path.includes('node_modules') || path.startsWith(join(process.execPath, '../..'));
}
