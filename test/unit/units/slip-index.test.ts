import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isOneSlip, SlipIndex, slips } from '#shared/units/slip-index.ts';

describe('the index of slips', () => {
  const name = fc.string({ unit: fc.constantFrom('市', '政', '务', '局', '办'), minLength: 1, maxLength: 7 });

  it('finds what a comparison with every name finds', () => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 40 }), name, (names, text) => {
        const near = [...new Set(names)].filter((candidate) => slips(text, candidate).count === 1);
        assert.deepEqual([...new SlipIndex(names).find(text)].sort(), near.sort());
      }),
      { numRuns: 2000 },
    );
  });

  it('knows one slip as the whole comparison does', () => {
    fc.assert(
      fc.property(name, name, (one, other) => {
        assert.equal(isOneSlip(one, other), slips(one, other).count === 1);
      }),
      { numRuns: 5000 },
    );
  });
});
