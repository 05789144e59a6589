import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { folderForEach, list, pair, points } from './bizenv.ts';

describe('bizenv init', () => {
  const folder = folderForEach();

  for (const locale of ['zh', 'en'])
    it(`writes a configuration and a directory that can be used (${locale})`, async () => {
      const run = await folder().run(['init', '--directory', '--locale', locale]);
      assert.equal(run.code, 0, run.stderr);
      folder().write('a.md', pair);
      const checked = await folder().run(['lint']);
      assert.equal(checked.code, 0, checked.stderr);
      assert.match(folder().read('bizenv.config.json').toString(), /"units": \["bizenv\.units\.json"\]/);
    });

  it('writes nothing that breaks when it is put to use', async () => {
    for (const locale of ['zh', 'en']) {
      for (const more of [[], ['--directory']]) {
        await folder().run(['init', '--force', '--locale', locale, ...more]);
        // What a user does: the // goes from every line that shows a setting.
        for (const name of ['bizenv.config.json', ...(more.length > 0 ? ['bizenv.units.json'] : [])]) {
          const text = folder().read(name).toString();
          folder().write(name, text.replace(/^(\s*)\/\/ (?=\s*["{}])/gm, '$1'));
        }
        folder().write('要点.md', points);
        folder().write('清单.md', list);
        folder().write('points.md', points);
        folder().write('list.md', list);
        if (more.length === 0) folder().write('bizenv.units.json', '{ "title": "本地", "units": [] }');
        const run = await folder().run(['lint', '--locale', locale]);
        assert.notEqual(run.code, 2, run.stderr);
      }
    }
  });

  it('writes no directory that was not asked for', async () => {
    await folder().run(['init']);
    assert.ok(!existsSync(join(folder().path, 'bizenv.units.json')));
    folder().write('a.md', pair);
    assert.equal((await folder().run(['lint'])).code, 0);
  });

  it('leaves an existing configuration as it is, and then writes nothing at all', async () => {
    folder().write('bizenv.config.json', '{}');
    assert.equal((await folder().run(['init', '--directory'])).code, 2);
    assert.equal(folder().read('bizenv.config.json').toString(), '{}');
    assert.ok(!existsSync(join(folder().path, 'bizenv.units.json')));
    assert.equal((await folder().run(['init', '--force'])).code, 0);
  });
});
