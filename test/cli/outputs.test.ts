import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { folderForEach, mismatched, pair } from './bizenv.ts';

describe('where reports go', () => {
  const folder = folderForEach();

  it('writes several formats in one run, each to its place', async () => {
    folder().write('a.md', mismatched);
    const run = await folder().run([
      'lint',
      'a.md',
      '-f',
      'stylish',
      '-f',
      'sarif=out.sarif',
      '-f',
      'junit=out.xml',
      '--color',
    ]);
    assert.equal(run.code, 1);
    assert.match(run.stdout, /lead-mismatch/);
    assert.equal(JSON.parse(folder().read('out.sarif').toString()).version, '2.1.0');
    assert.match(folder().read('out.xml').toString(), /^<\?xml/);
    assert.deepEqual(readdirSync(folder().path).sort(), ['a.md', 'out.sarif', 'out.xml']);
  });

  it('writes the one report to --output-file, without colours', async () => {
    folder().write('a.md', mismatched);
    const run = await folder().run(['lint', 'a.md', '-o', 'out.txt', '--color'], { isTTY: true });
    assert.deepEqual([run.code, run.stdout], [1, '']);
    assert.match(folder().read('out.txt').toString(), /lead-mismatch/);
    assert.ok(!folder().read('out.txt').includes(27));
  });

  for (const [name, args, message] of [
    ['two reports on standard output', ['-f', 'json', '-f', 'sarif'], /两个报告都要写到标准输出/],
    ['two reports in one file', ['-f', 'json=x', '-f', 'sarif=./x'], /两个报告都要写入 x/],
    ['a format without its file', ['-f', 'sarif='], /缺少文件名/],
    ['an unknown format', ['-f', 'sarfi=x'], /没有“sarfi”这个值。是不是“sarif”/],
    ['a folder that does not exist', ['-o', 'none/x.json'], /none\/x\.json: 文件所在的文件夹不存在/],
    ['a folder in place of a file', ['-o', 'folder'], /folder: 这是一个文件夹/],
    ['the draft itself', ['-o', 'a.md'], /a\.md: 这个文件正是要读取的文件/],
    ['the configuration', ['-c', 'a.json', '-o', 'a.json'], /a\.json: 这个文件正是要读取的文件/],
    ['the baseline', ['--baseline', 'a.json', '-o', './a.json'], /a\.json: 这个文件正是要读取的文件/],
    ['a new baseline', ['--write-baseline', 'b.json', '-o', 'b.json'], /b\.json: 这个文件正是要读取的文件/],
    ['an output file that no format uses', ['-f', 'json=x', '-o', 'y'], /--output-file 没有用处/],
  ] as const)
    it(`refuses ${name}, and writes nothing`, async () => {
      folder().write('a.md', mismatched);
      folder().write('a.json', '{}');
      mkdirSync(join(folder().path, 'folder'));
      const run = await folder().run(['lint', 'a.md', '--fix-suggestions', ...args]);
      assert.equal(run.code, 2);
      assert.equal(run.stdout, '');
      assert.match(run.stderr, message);
      assert.deepEqual(readdirSync(folder().path).sort(), ['a.json', 'a.md', 'folder']);
      assert.equal(folder().read('a.md').toString(), mismatched);
      assert.equal(folder().read('a.json').toString(), '{}');
    });

  it('refuses to replace a configuration that was found, one that it extends, and their unit directories', async () => {
    const files = {
      'a.md': mismatched,
      'bizenv.config.json': '{ "extends": "base.json" }',
      'base.json': '{ "units": ["units.json"] }',
      'units.json': '{ "title": "名录", "units": [] }',
    };
    for (const [name, text] of Object.entries(files)) folder().write(name, text);
    symlinkSync('units.json', join(folder().path, 'link.json'));
    for (const name of ['bizenv.config.json', 'base.json', 'units.json', 'link.json'])
      for (const option of ['-o', '--write-baseline']) {
        const run = await folder().run(['lint', 'a.md', option, name]);
        assert.deepEqual([run.code, run.stdout], [2, '']);
        assert.match(run.stderr, new RegExp(`${name}: 这个文件正是要读取的文件`));
      }
    for (const [name, text] of Object.entries(files)) assert.equal(folder().read(name).toString(), text);
  });

  it('refuses to replace a draft, or one of the reports, with what is merged of them', async () => {
    folder().write('a.md', mismatched);
    await folder().run(['lint', 'a.md', '-f', 'json=part.json']);
    const part = folder().read('part.json').toString();
    for (const name of ['a.md', 'part.json']) {
      const run = await folder().run(['merge', 'part.json', '-f', `sarif=${name}`]);
      assert.deepEqual([run.code, run.stdout], [2, '']);
      assert.match(run.stderr, new RegExp(`${name}: 这个文件正是要读取的文件`));
    }
    assert.equal(folder().read('a.md').toString(), mismatched);
    assert.equal(folder().read('part.json').toString(), part);
  });

  it('refuses two reports that go to one file through a link, be the file there or not', async () => {
    folder().write('a.md', mismatched);
    symlinkSync('x.json', join(folder().path, 'link.json'));
    for (const text of [undefined, 'old']) {
      if (text !== undefined) folder().write('x.json', text);
      const run = await folder().run(['lint', 'a.md', '-f', 'json=x.json', '-f', 'sarif=link.json']);
      assert.deepEqual([run.code, run.stdout], [2, '']);
      assert.match(run.stderr, /两个报告都要写入 link\.json/);
      assert.equal(existsSync(join(folder().path, 'x.json')), text !== undefined);
    }
    assert.equal(folder().read('x.json').toString(), 'old');
  });

  it('leaves an old report alone when the run fails', async () => {
    folder().write('a.md', pair);
    folder().write('out.json', 'old');
    const run = await folder().run(['lint', 'a.md', 'none.md', '-f', 'json=out.json']);
    assert.equal(run.code, 2);
    assert.equal(folder().read('out.json').toString(), 'old');
  });

  it('writes into a device as it is', async () => {
    folder().write('a.md', pair);
    assert.equal((await folder().run(['lint', 'a.md', '-o', '/dev/null'])).code, 0);
  });
});
