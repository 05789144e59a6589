import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type Folder, folderForEach, pair, parseJson } from './bizenv.ts';

async function found(folder: Folder, ...args: readonly string[]): Promise<readonly string[]> {
  const run = await folder.run(['lint', ...args, '--format', 'json']);
  assert.equal(run.stderr, '');
  return parseJson(run).files.map((file) => file.path);
}

describe('the files that bizenv lint checks', () => {
  const folder = folderForEach();

  it('are the Markdown files of a folder, sorted, without node_modules and .git', async () => {
    for (const name of ['b.md', 'a.markdown', 'sub/C.MD', 'notes.txt', 'node_modules/x/d.md', '.git/e.md'])
      folder().write(name, pair);
    assert.deepEqual(await found(folder(), '.'), ['a.markdown', 'b.md', 'sub/C.MD']);
  });

  it('leave out what .gitignore files leave out, a deeper one overruling a higher one', async () => {
    folder().write('.gitignore', 'old/\n*.tmp.md\n/root-only.md\n');
    folder().write('sub/.gitignore', '!keep.tmp.md\nlocal.md\n');
    for (const name of [
      'a.md',
      'a.tmp.md',
      'old/b.md',
      'root-only.md',
      'sub/root-only.md',
      'sub/keep.tmp.md',
      'sub/local.md',
    ])
      folder().write(name, pair);
    assert.deepEqual(await found(folder(), '.'), ['a.md', 'sub/keep.tmp.md', 'sub/root-only.md']);
    assert.deepEqual(await found(folder(), '**/*.md'), ['a.md', 'sub/keep.tmp.md', 'sub/root-only.md']);
    assert.deepEqual(await found(folder(), 'old/b.md'), ['old/b.md'], 'a file that is named is checked');
  });

  it('obey the .gitignore above the folder up to the root of the repository', async () => {
    mkdirSync(join(folder().path, '.git'));
    folder().write('.gitignore', 'sub/old/\n');
    folder().write('sub/a.md', pair);
    folder().write('sub/old/b.md', pair);
    assert.deepEqual(await found(folder(), 'sub'), ['sub/a.md']);
    assert.deepEqual(await found(folder(), 'sub/old'), ['sub/old/b.md'], 'a folder that is named is searched');
  });

  it('are found once, however often they are named', async () => {
    folder().write('a.md', pair);
    symlinkSync('a.md', join(folder().path, 'link.md'));
    assert.deepEqual(await found(folder(), 'a.md', '.', '*.md', './a.md'), ['a.md']);
  });

  it('do not depend on links that go in a circle or lead nowhere', async () => {
    folder().write('a.md', pair);
    symlinkSync('.', join(folder().path, 'loop'));
    symlinkSync('self.md', join(folder().path, 'self.md'));
    symlinkSync('gone.md', join(folder().path, 'dangling.md'));
    assert.deepEqual(await found(folder(), '.'), ['a.md']);
    assert.deepEqual(await found(folder(), '**/*.md'), ['a.md']);
  });

  it('may have names that look like patterns', async () => {
    folder().write('[2026] 要点.md', pair);
    assert.deepEqual(await found(folder(), '[2026] 要点.md'), ['[2026] 要点.md']);
  });

  it('come from patterns with any extension that the pattern names', async () => {
    folder().write('a.txt', pair);
    folder().write('a.png', Buffer.from([0x89, 0, 0]));
    folder().write('a.md', pair);
    assert.deepEqual(await found(folder(), '*.txt'), ['a.txt']);
    assert.deepEqual(await found(folder(), '*'), ['a.md']);
  });

  it('come from include without arguments, less what exclude leaves out', async () => {
    folder().write(
      'bizenv.config.json',
      '{ "include": ["drafts", "more/*.md"], "exclude": ["drafts/old", "**/*.bak.md"] }',
    );
    for (const name of ['drafts/a.md', 'drafts/old/b.md', 'drafts/c.bak.md', 'more/d.md', 'other.md'])
      folder().write(name, pair);
    assert.deepEqual(await found(folder()), ['drafts/a.md', 'more/d.md']);
    assert.deepEqual(await found(folder(), 'drafts/old/b.md'), ['drafts/old/b.md'], 'a file that is named is checked');
  });

  it('are all Markdown files of the configuration’s folder when it has no include', async () => {
    folder().write('bizenv.config.json', '{}');
    folder().write('x/a.md', pair);
    folder().write('b.md', pair);
    assert.deepEqual(await found(folder()), ['b.md', 'x/a.md']);
  });
});
