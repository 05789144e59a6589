import assert from 'node:assert/strict';
import { folderForEach, pair, rulesOf } from './bizenv.ts';

const yunzhou = {
  title: '云州市',
  places: ['云州市'],
  units: [
    { name: '市商务局', kind: '市政府工作部门' },
    { name: '市司法局', kind: '市政府工作部门', aliases: ['市司法行政局'] },
    { name: '市财政局', kind: '市政府工作部门' },
  ],
};

describe('a unit directory of one’s own', () => {
  const folder = folderForEach();

  async function failure(content: string) {
    folder().write('units.json', content);
    folder().write('a.md', pair);
    const run = await folder().run(['lint', 'a.md', '--units', 'units.json']);
    assert.equal(run.code, 2);
    assert.equal(run.stdout, '');
    return run.stderr;
  }

  it('is used by --units and by the configuration', async () => {
    folder().write('units.json', JSON.stringify(yunzhou));
    folder().write('a.md', pair.replaceAll('市司法局', '市司法行政局'));
    const without = rulesOf(await folder().run(['lint', 'a.md', '-f', 'json']));
    assert.deepEqual(
      without.filter((rule) => rule === 'unit-alias'),
      [],
    );
    const given = rulesOf(await folder().run(['lint', 'a.md', '-f', 'json', '--units', 'units.json']));
    assert.deepEqual([...new Set(given)], ['unit-alias']);
    folder().write('more.json', '{ "places": ["云州市"], "units": [] }');
    const several = ['lint', '--units', 'more.json', 'units.json', 'a.md', '-f', 'json'];
    assert.deepEqual(rulesOf(await folder().run(several)), given);
    folder().write('bizenv.config.json', '{ "units": ["units.json"] }');
    assert.deepEqual(rulesOf(await folder().run(['lint', 'a.md', '-f', 'json'])), given);
  });

  it('names the line of a syntax error, of a broken shape and of an alias that two units claim', async () => {
    assert.match(await failure('{ "units": [ }'), /^bizenv: units\.json:1:\d+: JSON 语法错误：/);
    assert.match(await failure('{\n  "untis": []\n}'), /^bizenv: units\.json:2:3: .*units/);
    const [first, second, third] = yunzhou.units;
    const twice = { ...yunzhou, units: [first, second, { ...third, aliases: ['市司法行政局'] }] };
    assert.match(await failure(JSON.stringify(twice, null, 2)), /^bizenv: units\.json:\d+:\d+: .*“市司法行政局”/);
  });

  it('must not claim a name of another unit of the same place', async () => {
    const clash = { places: ['深圳市'], units: [{ name: '市新局', kind: '局', aliases: ['市发展改革委'] }] };
    assert.match(await failure(JSON.stringify(clash)), /^bizenv: units\.json:1:\d+: .*“市发展改革委”/);
  });

  it('must be there, and be a text', async () => {
    folder().write('a.md', pair);
    const run = await folder().run(['lint', 'a.md', '--units', 'none.json']);
    assert.equal(run.code, 2);
    assert.equal(run.stderr, 'bizenv: none.json: 文件不存在。请检查路径和文件名。\n');
    folder().write('bizenv.config.json', '{\n  "units": ["none.json"]\n}');
    assert.match((await folder().run(['lint', 'a.md'])).stderr, /bizenv\.config\.json:2:13: none\.json：文件不存在/);
    folder().write('b.json', Buffer.from([0, 1, 2]));
    assert.equal((await folder().run(['lint', 'a.md', '--no-config', '--units', 'b.json'])).code, 2);
  });
});
