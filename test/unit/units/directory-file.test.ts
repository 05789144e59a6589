import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findConflicts } from '#shared/units/directory-conflicts.ts';
import { parseDirectoryFile } from '#shared/units/directory-file.ts';

function problems(text: string): string[] {
  const result = parseDirectoryFile(text, 'units.json');
  return result.kind === 'file'
    ? []
    : result.problems.map(({ line, column, message }) => `${line}:${column} ${message.zh}`);
}

describe('reading a directory file', () => {
  it('allows comments, a trailing comma and a byte order mark', () => {
    const text = '\ufeff{ // 本地\n "units": [ { "name": "市甲局", "kind": "局", }, ],\n}';
    assert.deepEqual(problems(text), []);
  });

  it('names line and column of a syntax error', () => {
    assert.deepEqual(problems('{\n "units": [ }'), ['2:13 JSON 语法错误：缺少值']);
    assert.deepEqual(problems(' '), ['1:1 JSON 语法错误：文件是空的']);
    assert.deepEqual(problems('{} {}'), ['1:4 JSON 语法错误：末尾有多余的内容']);
  });

  it('names path, place and meaning of a key whose value is wrong', () => {
    assert.deepEqual(problems('{ "units": [ { "name": "市甲局",\n "kind": "局", "from": "2024年" } ] }'), [
      '2:23 units[0].from（启用的年月）：应为 YYYY 或 YYYY-MM，如 "2024-01"',
    ]);
    assert.deepEqual(problems('{ "units": [ { "name": "市甲局" } ] }'), [
      '1:14 units[0].kind（单位性质，如“市政府工作部门”）：不能缺少',
    ]);
    assert.deepEqual(problems('{ "units": [ { "name": "", "kind": "局", "aliases": [5] } ] }'), [
      '1:24 units[0].name（清单所用的规范简称）：不能为空',
      '1:53 units[0].aliases[0]（别名：同一单位的其他写法）：应为带引号的文字或 { "name": … }',
    ]);
    assert.deepEqual(problems('[]'), ['1:1 单位名录应为 { "units": [ … ] }']);
  });

  it('offers the nearest key for one that does not exist', () => {
    assert.deepEqual(problems('{ "units": [ { "name": "市甲局", "kind": "局", "aliases2": [] } ] }'), [
      '1:44 units[0].aliases2：没有这个键，是否为“aliases”',
    ]);
  });

  it('reports a name that two units claim at one time, with both names', () => {
    const text = (dates: [string, string]) => `{ "units": [
      { "name": "市甲局", "kind": "局", "aliases": ["市丙办"]${dates[0]} },
      { "name": "市乙局", "kind": "局", "aliases": [{ "name": "市丙办" }]${dates[1]} } ] }`;
    assert.deepEqual(problems(text(['', ''])), ['3:59 “市丙办”既指“市甲局”又指“市乙局”，请只归一个单位']);
    assert.deepEqual(problems(text([', "to": "2024-01"', ', "from": "2024-01"'])), []);
  });

  it('reports a unit that is listed twice', () => {
    const unit = '{ "name": "市甲局", "kind": "局" }';
    assert.deepEqual(problems(`{ "units": [${unit}, ${unit}] }`), ['1:55 单位“市甲局”列了两次，请合并']);
  });

  it('finds conflicts between files that can serve one document, and lets a later file replace a unit', () => {
    const city = { places: ['深圳市'], units: [{ name: '市甲局', kind: '局', aliases: ['甲'] }] };
    const local = { units: [{ name: '市乙局', kind: '局', aliases: ['甲'] }] };
    const conflicts = findConflicts([city, local]);
    assert.deepEqual(
      conflicts.map(({ file, path }) => [file, path]),
      [[1, ['units', 0, 'aliases', 0]]],
    );
    assert.deepEqual(findConflicts([city, { ...local, places: ['海口市'] }]), []);
    assert.deepEqual(findConflicts([city, { units: [{ name: '市甲局', kind: '局', aliases: ['甲'] }] }]), []);
  });

  it('takes keys of the prototype and deep nesting without harm', () => {
    assert.equal(problems('{ "__proto__": { "polluted": true }, "units": [] }').length, 1);
    assert.equal(Object.hasOwn(Object.prototype, 'polluted'), false);
    assert.deepEqual(problems('['.repeat(100_000)), ['1:1 JSON 语法错误：嵌套层数过多']);
  });

  it('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseDirectoryFile(text, 'x.json')));
    fc.assert(fc.property(fc.json(), (text) => void parseDirectoryFile(text, 'x.json')));
  });
});
