import assert from 'node:assert/strict';
import fc from 'fast-check';
import { jsonText, listOf, objectOf } from '../../server/src/formats/json-pieces.ts';
import { visibleJson } from '../../server/src/formats/visible.ts';

describe('a report that is written in pieces', () => {
  const values = fc.jsonValue({ stringUnit: 'binary' });

  it('is laid out and escaped as one that is made whole', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), values), fc.array(values), (members, items) => {
        const whole = { version: 1, ...members, items, nested: [{ items, members }], end: 'a\u001b\u202e\nb' };
        const pieces = objectOf({
          version: 1,
          ...members,
          items: listOf(items),
          nested: listOf([objectOf({ items: listOf(items), members })]),
          end: whole.end,
          absent: undefined,
        });
        const text = [...jsonText(pieces)].join('');
        assert.equal(text, `${visibleJson(JSON.stringify(whole, null, 2))}\n`);
      }),
    );
  });

  it('makes an item only when what stands before it has been taken', () => {
    let made = 0;
    function* items() {
      for (;;) yield ++made;
    }
    for (const piece of jsonText(objectOf({ items: listOf(items()) }))) if (piece === '5') break;
    assert.equal(made, 5);
  });
});
