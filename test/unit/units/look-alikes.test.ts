import assert from 'node:assert/strict';
import { LOOK_ALIKES, SOUND_ALIKES } from '#shared/units/look-alike-tables.ts';
import { lookAlike } from '#shared/units/look-alikes.ts';

describe('characters that look or sound alike', () => {
  it('are the pairs and groups of the tables, both ways', () => {
    const pairs = LOOK_ALIKES.split(' ').flatMap(([first = '', ...others]) => others.map((other) => first + other));
    assert.ok(pairs.length > 3000);
    for (const group of [...pairs, ...SOUND_ALIKES.split(' ')])
      for (const a of group)
        for (const b of group) assert.equal(lookAlike(a.charCodeAt(0), b.charCodeAt(0)), a !== b, a + b);
  });

  it('are none that the tables do not put together', () => {
    for (const [a, b] of ['上方', '市市', ' 市', '市 ', 'ab'])
      assert.equal(lookAlike(a?.charCodeAt(0) ?? 0, b?.charCodeAt(0) ?? 0), false);
  });
});
