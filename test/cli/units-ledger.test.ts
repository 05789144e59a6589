import assert from 'node:assert/strict';
import { csvCell } from '#server/formats/units-csv.ts';
import { folderForEach, pair } from './bizenv.ts';

describe('bizenv units', () => {
  const folder = folderForEach();

  it('counts the tasks of each unit', async () => {
    folder().write('a.md', pair.replace('| 市财政局 | |', '| 市财政局 | 市商务局、各有关单位 |'));
    const { stdout, code } = await folder().run(['units', 'a.md']);
    assert.equal(code, 0);
    assert.match(stdout, /^市商务局\s+1\s+1 {2}牵头 1；责任 3$/m);
    assert.match(stdout, /泛指的单位\n.*\n各有关单位/);
  });

  it('writes a table for Excel', async () => {
    folder().write('a.md', pair);
    const { stdout } = await folder().run(['units', 'a.md', '--format', 'csv']);
    assert.ok(stdout.startsWith('\uFEFF"单位",'));
    assert.ok(stdout.endsWith('\r\n') && !/(?<!\r)\n/.test(stdout));
    assert.match(stdout, /\r\n"市司法局","单位","牵头","2","企业服务",/);
  });

  it('lets no cell become a formula', () => {
    for (const text of ['=1+1', '+1', '-1', '@a', '\t=1', '\r=1', ' =1', '＝1', '\n=1'])
      assert.match(csvCell(text), /^"'/, JSON.stringify(text));
    assert.equal(csvCell('说“好”, "是"\n了'), '"说“好”, ""是"" 了"');
  });

  it('lists one unit by any of its names, and asks back for one without a task', async () => {
    folder().write('a.md', pair);
    const { stdout } = await folder().run(['units', 'a.md', '--unit', '市司法局', '--format', 'json']);
    const json = JSON.parse(stdout);
    assert.deepEqual(
      json.units.map(({ name, lead }: { readonly name: string; readonly lead: number }) => [name, lead]),
      [['市司法局', 1]],
    );
    const none = await folder().run(['units', 'a.md', '--unit', '市司法']);
    assert.equal(none.code, 2);
    assert.match(none.stderr, /是不是“市司法局”/);
  });

  it('escapes what a document holds', async () => {
    folder().write('a.md', pair.replaceAll('企业服务', '<script>alert(1)</script>'));
    const html = (await folder().run(['units', 'a.md', '--format', 'html'])).stdout;
    assert.doesNotMatch(html, /<script/);
    const md = (await folder().run(['units', 'a.md', '--format', 'md'])).stdout;
    assert.doesNotMatch(md, /(?<!\\)<script/);
  });
});
