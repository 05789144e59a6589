import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Random } from '../accuracy/random.ts';
import { folderForEach, mismatched, pair, rulesOf } from './bizenv.ts';
import { manyDrafts } from './reports.ts';

describe('bizenv lint --cache', () => {
  const folder = folderForEach();
  const entries = () =>
    readdirSync(join(folder().path, '.bizenvcache'))
      .filter((name) => name !== '.gitignore')
      .map((name) => join(folder().path, '.bizenvcache', name));
  const cached = (...args: string[]) => folder().run(['lint', '.', '--cache', '-f', 'json', ...args]);
  const fresh = (...args: string[]) => folder().run(['lint', '.', '-f', 'json', ...args]);

  it('gives the same output as no cache, after every one of many edits', async () => {
    const drafts = manyDrafts(8);
    for (const { name, text } of drafts) folder().write(name, text);
    const random = new Random('cache');
    for (let round = 0; round < 12; round++) {
      const { name, text } = random.pick(drafts) ?? { name: 'x.md', text: pair };
      const at = random.below(text.length);
      folder().write(name, text.slice(0, at) + ['。', '市财政局', '\n', ''][round % 4] + text.slice(at + (round % 3)));
      assert.deepEqual(await cached(), await fresh());
    }
  });

  it('takes what did not change from the cache', async () => {
    folder().write('a.md', mismatched);
    folder().write('b.md', pair);
    assert.match((await cached('--stats')).stderr, /取自缓存 0 组/);
    assert.match((await cached('--stats')).stderr, /取自缓存 2 组/);
    folder().write('b.md', mismatched);
    assert.match((await cached('--stats')).stderr, /取自缓存 1 组/);
  });

  it('depends on the rules, the year, the configuration and the directories', async () => {
    folder().write('a.md', mismatched);
    assert.deepEqual(rulesOf(await cached()), ['lead-mismatch']);
    assert.deepEqual(rulesOf(await cached('--rule', 'lead-mismatch=off')), []);
    folder().write('bizenv.config.json', '{ "rules": { "lead-mismatch": "warning" } }');
    assert.equal((await cached()).code, 0);
    folder().write('u.json', '{ "places": ["云州市"], "units": [{ "name": "市商务局", "kind": "x" }] }');
    const known = await cached('--units', 'u.json');
    assert.deepEqual(known, await fresh('--units', 'u.json'));
    folder().write('u.json', '{ "places": ["云州市"], "units": [{ "name": "市税务局", "kind": "x" }] }');
    assert.deepEqual(await cached('--units', 'u.json'), await fresh('--units', 'u.json'));
  });

  it('passes over entries that are broken', async () => {
    folder().write('a.md', mismatched);
    await cached();
    for (const damage of [
      '',
      'x',
      readFileSync(entries()[0] ?? '', 'utf8').replace('lead-mismatch', 'lead-mismatsh'),
    ]) {
      for (const entry of entries()) writeFileSync(entry, damage);
      assert.deepEqual(await cached(), await fresh());
    }
  });

  it('passes over an entry that is another one’s', async () => {
    folder().write('a.md', mismatched);
    folder().write('b.md', pair);
    await cached();
    const [first = '', second = ''] = entries();
    const content = readFileSync(first);
    writeFileSync(first, readFileSync(second));
    writeFileSync(second, content);
    assert.deepEqual(await cached(), await fresh());
  });

  it('may be shared by runs at the same time', async () => {
    for (const { name, text } of manyDrafts(6)) folder().write(name, text);
    const runs = await Promise.all(Array.from({ length: 4 }, () => cached()));
    for (const run of runs) assert.deepEqual(run, await fresh());
    assert.ok(entries().every((entry) => !entry.endsWith('.tmp')));
  });

  it('writes through no link that lies in its folder, and waits for no pipe', async () => {
    folder().write('a.md', mismatched);
    await cached();
    const [entry = ''] = entries();
    for (const name of ['.gitignore', basename(entry)]) rmSync(join(dirname(entry), name));
    symlinkSync('../outside', join(dirname(entry), '.gitignore'));
    if (spawnSync('mkfifo', [entry]).status !== 0) symlinkSync('../outside', entry);
    for (let at = 0; at < 3; at++) symlinkSync('../outside', `${entry}.${process.pid}-${at}.tmp`);
    assert.deepEqual(await cached(), await fresh());
    assert.ok(!existsSync(join(folder().path, 'outside')));
  });

  it('is kept where --cache-location says, and refuses what is no folder', async () => {
    folder().write('a.md', pair);
    await cached('--cache-location', 'kept/here');
    assert.equal(readdirSync(join(folder().path, 'kept/here')).length, 2);
    assert.equal((await cached('--cache-location', 'a.md')).code, 2);
    assert.equal((await cached('--cache-location', 'a.md/x')).code, 2);
    // Here the system makes no folder, and says that there is none to make it in.
    if (existsSync('/proc/self')) assert.equal((await cached('--cache-location', '/proc/none/here')).code, 2);
    assert.equal((await fresh('--cache-location', 'kept')).code, 2);
  });
});

describe('--stats', () => {
  const folder = folderForEach();

  it('lists steps and rules with their time on standard error', async () => {
    folder().write('a.md', mismatched);
    const { stderr } = await folder().run(['lint', 'a.md', '--stats', '--locale', 'en']);
    assert.match(stderr, /1 file read[\s\S]*reading texts[\s\S]*pairing[\s\S]*lead-mismatch +\d+\.\d ms/);
  });
});
