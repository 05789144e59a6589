import assert from 'node:assert/strict';
import { createDirectory } from '#shared/units/create-directory.ts';
import { successorIn } from '#shared/units/successor.ts';
import type { Unit } from '#shared/units/unit.ts';
import { coexist, validityIn } from '#shared/units/validity.ts';

describe('the validity of a name in a year', () => {
  it('holds when the name is right in any month of the year', () => {
    assert.equal(validityIn({ from: '2023-12' }, 2023), 'valid');
    assert.equal(validityIn({ to: '2023-02' }, 2023), 'valid');
    assert.equal(validityIn({ to: '2023-01' }, 2023), 'retired');
    assert.equal(validityIn({ to: '2024' }, 2023), 'valid');
    assert.equal(validityIn({ to: '2024' }, 2024), 'retired');
    assert.equal(validityIn({ from: '2024' }, 2023), 'not-yet');
    assert.equal(validityIn({ from: '2024-12' }, 2024), 'valid');
  });

  it('is never denied for want of a date or a year', () => {
    assert.equal(validityIn({}, 2023), 'valid');
    assert.equal(validityIn({ to: '2000' }, undefined), 'valid');
  });

  it('tells whether two names were in force at one time', () => {
    assert.ok(!coexist({ to: '2024-01' }, { from: '2024-01' }));
    assert.ok(coexist({ to: '2024-02' }, { from: '2024-01' }));
    assert.ok(coexist({}, { from: '2024-01' }));
  });
});

describe('the successor of a unit', () => {
  const directory = createDirectory([
    {
      units: [
        { name: '甲', kind: 'k', to: '2019', successor: '乙' },
        { name: '乙', kind: 'k', from: '2019', to: '2024', successor: '丙' },
        { name: '丙', kind: 'k', from: '2024' },
        { name: '圆', kind: 'k', to: '2019', successor: '环' },
        { name: '环', kind: 'k', to: '2019', successor: '圆' },
        { name: '断', kind: 'k', to: '2019', successor: '无' },
      ],
    },
  ]);
  const followed = (name: string, year: number | undefined) =>
    successorIn(directory.unit(name) as Unit, year, directory)?.name;

  it('is the one that is valid in the year, however many renamings lie between', () => {
    assert.deepEqual([followed('甲', 2018), followed('甲', 2020), followed('甲', 2025)], ['甲', '乙', '丙']);
    assert.equal(followed('甲', undefined), '丙');
  });

  it('is unknown where the chain breaks off or turns in a circle', () => {
    assert.deepEqual([followed('圆', 2025), followed('断', 2025)], [undefined, undefined]);
  });
});
