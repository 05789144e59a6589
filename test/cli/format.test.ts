import assert from 'node:assert/strict';
import iconv from 'iconv-lite';
import { folderForEach, pair } from './bizenv.ts';

describe('bizenv format', () => {
  const folder = folderForEach();
  const untidy = pair.replace('### （一）', '## （一）').replace('便利化措施。', '便利化\n\n措施。');

  it('says with --check what would change, and changes nothing', async () => {
    folder().write('a.md', untidy);
    const run = await folder().run(['format', '--check', 'a.md']);
    assert.equal(run.code, 1);
    assert.match(run.stdout, /^a\.md$/m);
    assert.equal(folder().read('a.md').toString(), untidy);
  });

  it('tidies, and has nothing left to do', async () => {
    folder().write('a.md', untidy);
    assert.equal((await folder().run(['format', 'a.md'])).code, 0);
    const text = folder().read('a.md').toString();
    assert.match(text, /^### （一）/m);
    assert.match(text, /便利化措施。/);
    assert.equal((await folder().run(['format', '--check', 'a.md'])).code, 0);
    await folder().run(['format', 'a.md']);
    assert.equal(folder().read('a.md').toString(), text);
  });

  it('keeps encoding and line endings', async () => {
    const bytes = iconv.encode(untidy.replaceAll('\n', '\r\n'), 'gb18030');
    folder().write('a.md', bytes);
    assert.equal((await folder().run(['format', 'a.md'])).code, 0);
    const text = iconv.decode(folder().read('a.md'), 'gb18030');
    assert.match(text, /### （一）完善/);
    assert.ok(!/(?<!\r)\n/.test(text));
  });

  it('writes nothing where one file cannot be read', async () => {
    folder().write('a.md', untidy);
    assert.equal((await folder().run(['format', 'a.md', 'missing.md'])).code, 2);
    assert.equal((await folder().run(['format'])).code, 2);
    assert.equal(folder().read('a.md').toString(), untidy);
  });
});
