import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { builtInDirectory, builtInFiles } from '#server/directories/built-in.ts';
import { readDocument } from '#shared/model/read-document.ts';
import { SourceText } from '#shared/text/source-text.ts';
import { findConflicts } from '#shared/units/directory-conflicts.ts';
import { parseDirectoryFile } from '#shared/units/directory-file.ts';

const directory = builtInDirectory();
const seed = (path: string) => readFileSync(new URL(`../../../seeds/${path}`, import.meta.url), 'utf8');

describe('the built-in directory', () => {
  for (const path of ['units/common.json', 'units/shenzhen.json'])
    it(`keeps to its own schema in ${path}`, () => {
      assert.equal(parseDirectoryFile(seed(path), path).kind, 'file');
    });

  it('gives no name to two units', () => {
    assert.deepEqual(findConflicts(builtInFiles), []);
  });

  it('knows the successor of every unit that names one', () => {
    for (const unit of directory.units)
      if (unit.successor !== undefined) assert.ok(directory.unit(unit.successor), `${unit.name} → ${unit.successor}`);
  });

  it('identifies each of its units by name, full name and alias, and in the short form with the city’s name', () => {
    for (const unit of directory.units) {
      const names = [unit.name, ...unit.aliases.map((alias) => alias.name)];
      for (const name of [...names, unit.fullName ?? unit.name]) {
        const identified = directory.identify(name, undefined);
        assert.equal(identified.kind === 'unit' && identified.unit.name, unit.name, name);
        assert.equal(directory.keyOf(name), directory.keyOf(unit.name));
      }
    }
    assert.equal(directory.keyOf('深圳市住建局'), '市住房建设局');
  });

  it('identifies every unit that the 2023 pair names, all valid in 2023, but for its two slips', () => {
    const document = readDocument(new SourceText(seed('shenzhen-2023.md')), { directory });
    const lists = [
      ...document.workPoints.flatMap((part) => part.points.map((point) => point.units)),
      ...document.taskLists.flatMap((part) => part.rows.flatMap((row) => [row.leadUnits, row.responsibleUnits])),
    ];
    const mentions = lists.flatMap((list) => list?.mentions ?? []);
    assert.ok(mentions.length > 400, `${mentions.length} mentions`);
    const unknown = new Set<string>();
    for (const { name } of mentions) {
      const identified = directory.identify(name, 2023);
      if (identified.kind === 'unknown' || identified.kind === 'common') unknown.add(name);
      else if (identified.kind === 'unit') assert.equal(identified.validity, 'valid', name);
    }
    assert.deepEqual([...unknown].sort(), ['市市场监管局市港澳办', '市文化旅游体育局']);
  });

  it('knows which names of 2023 are retired in 2024, and who follows', () => {
    const followed = (name: string) => {
      const identified = directory.identify(name, 2024);
      return identified.kind === 'unit' && identified.validity === 'retired' ? identified.unit.successor : undefined;
    };
    assert.equal(followed('人民银行深圳市中心支行'), '人民银行深圳市分行');
    assert.equal(followed('深圳银保监局'), '深圳金融监管局');
    assert.equal(followed('市政务服务数据管理局'), '市政务和数据局');
    assert.equal(followed('市科技创新委'), '市科技创新局');
    assert.equal(followed('市地方金融监管局'), '市地方金融管理局');
    assert.equal(followed('市发展改革委'), undefined);
  });

  it('does not know the new names before their time', () => {
    const identified = directory.identify('市政务和数据局', 2023);
    assert.equal(identified.kind === 'unit' && identified.validity, 'not-yet');
  });

  it('marks what it cannot prove', () => {
    const unit = directory.unit('市科技创新委');
    assert.ok(unit?.unsourced.includes('to'));
    assert.ok(!directory.unit('市政务服务数据管理局')?.unsourced.includes('to'));
    assert.equal(directory.unit('市住房建设局')?.aliases.find(({ name }) => name === '市住建局')?.sourced, false);
  });

  it('covers Shenzhen and its districts, and no other place', () => {
    assert.deepEqual(
      ['深圳市', '深圳市福田区', '海口市', '深圳', undefined].map((place) => directory.covers(place)),
      [true, true, false, false, false],
    );
  });
});
