import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { commands } from '#server/cli/commands.ts';
import { folderForEach } from './bizenv.ts';

describe('bizenv completion', () => {
  const folder = folderForEach();

  for (const shell of ['bash', 'zsh', 'fish', 'powershell'])
    it(`names every command and option for ${shell}`, async () => {
      const { code, stdout } = await folder().run(['completion', shell]);
      assert.equal(code, 0);
      for (const { name, options } of commands) {
        assert.ok(stdout.includes(name));
        for (const option of options) assert.ok(stdout.includes(option.name), option.name);
      }
    });

  it('refuses a shell it does not know', async () => {
    assert.equal((await folder().run(['completion', 'cmd'])).code, 2);
    assert.equal((await folder().run(['completion'])).code, 2);
  });

  async function complete(...words: string[]): Promise<readonly string[]> {
    const { stdout } = await folder().run(['completion', 'bash']);
    const typed = words.map((word) => `'${word}'`).join(' ');
    const script = `${stdout}\nCOMP_WORDS=(${typed}); COMP_CWORD=${words.length - 1}; _bizenv; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const run = spawnSync('bash', ['-c', script], { cwd: folder().path, encoding: 'utf8' });
    assert.equal(run.stderr, '');
    return run.stdout.split('\n').filter((line) => line !== '');
  }

  it('completes in a real bash: commands, options, values and files', async () => {
    folder().write('draft.md', '');
    assert.deepEqual(await complete('bizenv', 'li'), ['lint']);
    assert.deepEqual(await complete('bizenv', 'lint', '--changed'), ['--changed-since']);
    assert.deepEqual(await complete('bizenv', 'lint', '--format', 'sa'), ['sarif']);
    assert.deepEqual(await complete('bizenv', 'lint', '-f', 'sa'), ['sarif']);
    assert.deepEqual(await complete('bizenv', 'lint', '--format', '=', 'sa'), ['sarif']);
    assert.deepEqual(await complete('bizenv', 'lint', '--rule', 'lead-order=o'), ['lead-order=off']);
    assert.deepEqual(await complete('bizenv', 'lint', 'dr'), ['draft.md']);
    folder().write('草 稿/a b.md', '');
    assert.deepEqual(await complete('bizenv', 'lint', '草'), ['草 稿']);
    assert.deepEqual(await complete('bizenv', 'lint', '-o', '草 稿/'), ['草 稿/a b.md']);
    assert.deepEqual(await complete('bizenv', 'explain', 'lead-m'), ['lead-mismatch']);
  });
});
