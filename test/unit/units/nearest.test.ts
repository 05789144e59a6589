import assert from 'node:assert/strict';
import { builtInDirectory } from '#server/directories/built-in.ts';
import { createDirectory } from '#shared/units/create-directory.ts';
import { LOOK_ALIKES } from '#shared/units/look-alike-tables.ts';
import type { Unit } from '#shared/units/unit.ts';
import { validityIn } from '#shared/units/validity.ts';

const directory = builtInDirectory();
const YEAR = 2023;
const current = directory.units.filter((unit) => validityIn(unit, YEAR) === 'valid');
const names = (text: string, year = YEAR) => directory.nearest(text, year, 3).map(({ name }) => name);

const alikes = new Map<string, string>();
for (const [first = '', ...others] of LOOK_ALIKES.split(' '))
  for (const other of others) {
    alikes.set(first, other);
    alikes.set(other, first);
  }

/** All slips of one kind that a name can suffer. */
const kinds: Readonly<Record<string, (name: string) => string[]>> = {
  'a missing character': (name) => at(name, (head, _, tail) => head + tail),
  'a doubled character': (name) => at(name, (head, character, tail) => head + character + character + tail),
  'an extra character': (name) => at(name, (head, character, tail) => `${head + character}之${tail}`),
  'two characters swapped': (name) =>
    at(name, (head, character, tail) => head + tail.charAt(0) + character + tail.slice(1)),
  'a look-alike character': (name) =>
    at(name, (head, character, tail) => head + (alikes.get(character) ?? character) + tail),
};

function at(name: string, change: (head: string, character: string, tail: string) => string): string[] {
  const changed = [...name].map((character, i) => change(name.slice(0, i), character, name.slice(i + 1)));
  return [...new Set(changed)].filter((slip) => slip !== name && slip.length > 1);
}

describe('the nearest names', () => {
  for (const [kind, slipsOf] of Object.entries(kinds))
    it(`begin with the right unit after ${kind}, for every unit`, () => {
      const meant = new Map<string, Unit[]>();
      for (const unit of current)
        for (const slip of slipsOf(unit.name)) meant.set(slip, [...(meant.get(slip) ?? []), unit]);
      assert.ok(meant.size > 100);
      for (const [slip, units] of meant) {
        if (directory.identify(slip, YEAR).kind !== 'unknown') continue;
        const [first] = directory.nearest(slip, YEAR, 3);
        assert.ok(
          first !== undefined && units.some((unit) => unit.name === first.name),
          `${slip}: ${first?.name}, not ${units.map((unit) => unit.name).join('、')}`,
        );
        assert.ok(first.slip, `${slip} is a slip of ${first.name}`);
      }
    });

  it('of a name with several characters missing are those that nothing else can mean', () => {
    const [first] = directory.nearest('市文化旅游体育局', YEAR, 3);
    assert.equal(first?.name, '市文化广电旅游体育局');
    assert.equal(first?.slip, true);
  });

  it('of another usual name of a body are what the body is called here', () => {
    assert.equal(names('市城管执法局')[0], '市城管和综合执法局');
    assert.equal(names('市财政厅')[0], '市财政局');
  });

  it('claim no slip for a body that the place may have besides', () => {
    for (const name of ['市体育局', '市农业农村局', '市园林局', '省市场监管局', '福田区教育局', '市林务局'])
      assert.ok(!directory.nearest(name, YEAR, 1)[0]?.slip, name);
  });

  it('offer the successor in place of a unit that is retired in the year', () => {
    assert.equal(names('市科技创新委委', 2025)[0], '市科技创新局');
    assert.equal(names('市科技创新委委', 2023)[0], '市科技创新委');
  });

  it('offer a group phrase and, without a unit, a usual name of the body', () => {
    assert.equal(names('各有关单立')[0], '各有关单位');
    const [first] = directory.forPlace('海口市').nearest('市住防城乡建设局', YEAR, 3);
    assert.equal(first?.name, '市住房城乡建设局');
    assert.equal(first?.unit, undefined);
    assert.equal(first?.slip, true);
  });

  it('are none for a text that is near to nothing, and no more than asked for', () => {
    assert.deepEqual(names('量子引力'), []);
    assert.equal(directory.nearest('市政局', YEAR, 1).length, 1);
    assert.equal(directory.nearest('市政局', YEAR, 0).length, 0);
  });

  it('are found in a directory of 10,000 units without comparing all of them', () => {
    const characters = '发展改革教育科技创新工业信息公安民政司法财政人力资源规划环境住房建设交通水务商务文化';
    const many = Array.from({ length: 10_000 }, (_, i) => ({
      name: `市${[7, 11, 13, 17].map((p) => characters.charAt((i * p + (i >> 5)) % characters.length)).join('')}${i}局`,
      kind: 'k',
    }));
    const large = createDirectory([{ units: many }]);
    const first = many[4_711]?.name ?? '';
    for (let i = 0; i < 200; i++) assert.equal(large.nearest(`${first}局`, YEAR, 3)[0]?.name, first);
  });
});
