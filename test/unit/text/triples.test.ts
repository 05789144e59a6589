import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Triples } from '#shared/text/triples.ts';

const texts = fc.oneof(
  fc.string({ unit: fc.constantFrom('市', '局', 'a', '\ud842'), maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

function first(triples: Triples, text: string, at: number): number {
  return triples.first(text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2));
}

function occurrences(triples: Triples, text: string, at: number): readonly number[] {
  const found: number[] = [];
  for (let place = first(triples, text, at); place !== -1; place = triples.next(place)) found.push(place);
  return found;
}

describe('the triples of a text', () => {
  it('are found wherever they stand, in order', () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const triples = new Triples(one);
        for (let at = 0; at + 3 <= other.length; at++) {
          const triple = other.slice(at, at + 3);
          const expected = Array.from(one.slice(2), (_, i) => i).filter((i) => one.startsWith(triple, i));
          assert.deepEqual(occurrences(triples, other, at), expected);
        }
      }),
    );
  });

  it('are counted once each, those of two texts too', () => {
    const differentOf = (text: string) =>
      new Set(Array.from({ length: Math.max(0, text.length - 2) }, (_, at) => text.slice(at, at + 3)));
    fc.assert(
      fc.property(texts, texts, fc.nat(9), (one, other, enough) => {
        const [own, known] = [differentOf(one), differentOf(other)];
        const common = [...own].filter((triple) => known.has(triple)).length;
        assert.equal(new Triples(one).size, own.size);
        assert.equal(new Triples(one).commonWith(new Triples(other), own.size), common);
        assert.equal(new Triples(one).commonWith(new Triples(other), enough), Math.min(enough, common));
      }),
    );
  });

  it('are none in a text of two characters', () => {
    assert.equal(new Triples('市局').size, 0);
    assert.equal(first(new Triples('市局'), '市局委', 0), -1);
  });

  it('take time that grows with the text, however often one triple repeats', () => {
    assert.equal(new Triples('市'.repeat(1_000_000)).size, 1);
  });
});
