import assert from 'node:assert/strict';
import fc from 'fast-check';
import { MappedText } from '#shared/text/mapped-text.ts';

const SOURCE = '一二三四五六七八九十';

/** A mapped text of random stretches of a source, some read as they are, some replaced, some left out. */
const mapped = fc
  .array(fc.tuple(fc.constantFrom('as-is', 'replaced', 'left-out'), fc.integer({ min: 0, max: 3 })), { maxLength: 6 })
  .map((stretches) => {
    const parts: MappedText[] = [];
    let at = 0;
    for (const [how, length] of stretches) {
      const end = Math.min(SOURCE.length, at + length);
      if (how === 'as-is') parts.push(MappedText.verbatim(SOURCE, at, end));
      if (how === 'replaced') parts.push(MappedText.replacing('ab', { start: at, end }));
      at = end;
    }
    return MappedText.concat(parts);
  });

describe('a mapped text', () => {
  it('knows where its characters stand', () => {
    const text = MappedText.concat([
      MappedText.verbatim(SOURCE, 0, 2),
      MappedText.replacing('\n', { start: 2, end: 6 }),
      MappedText.verbatim(SOURCE, 6, 8),
    ]);
    assert.equal(text.text, '一二\n七八');
    assert.deepEqual(text.spanOf(0, 1), { start: 0, end: 1 });
    assert.deepEqual(text.spanOf(2, 3), { start: 2, end: 6 });
    assert.deepEqual(text.spanOf(1, 4), { start: 1, end: 7 });
    assert.deepEqual(text.span, { start: 0, end: 8 });
    assert.deepEqual(text.spanOf(3, 3), { start: 6, end: 6 });
    assert.deepEqual(text.spanOf(5, 5), { start: 8, end: 8 });
  });

  it('has a place even when it is empty', () => {
    assert.deepEqual(MappedText.empty(7).span, { start: 7, end: 7 });
    assert.deepEqual(MappedText.concat([], 4).span, { start: 4, end: 4 });
    assert.deepEqual(MappedText.verbatim(SOURCE, 3, 3).span, { start: 3, end: 3 });
    assert.deepEqual(MappedText.verbatim(SOURCE, 2, 5).slice(1, 1).span, { start: 3, end: 3 });
    assert.deepEqual(MappedText.verbatim(SOURCE, 2, 5).slice(9).span, { start: 5, end: 5 });
  });

  it('keeps each character at its place when it is sliced', () => {
    fc.assert(
      fc.property(mapped, fc.nat(12), fc.nat(12), (text, from, to) => {
        const slice = text.slice(from, to);
        assert.equal(slice.text, from < to ? text.text.slice(from, to) : '');
        for (let i = 0; i < slice.length; i++)
          assert.deepEqual(slice.spanOf(i, i + 1), text.spanOf(from + i, from + i + 1));
      }),
    );
  });

  it('keeps each character at its place when it is put together from its parts', () => {
    fc.assert(
      fc.property(mapped, fc.nat(12), (text, cut) => {
        const whole = MappedText.concat([text.slice(0, cut), text.slice(Math.min(cut, text.length))]);
        assert.equal(whole.text, text.text);
        for (let i = 0; i < whole.length; i++) assert.deepEqual(whole.spanOf(i, i + 1), text.spanOf(i, i + 1));
      }),
    );
  });

  it('drops white space at its ends, full-width too', () => {
    const source = '　 甲 乙\t';
    const text = MappedText.verbatim(source, 0, source.length).trim();
    assert.equal(text.text, '甲 乙');
    assert.deepEqual(text.span, { start: 2, end: 5 });
    assert.equal(MappedText.verbatim('   ', 0, 3).trim().text, '');
  });

  it('passes its characters through a change, and keeps their places', () => {
    const source = 'a\u{1f600}b c';
    const text = MappedText.verbatim(source, 0, source.length).mapCharacters((c) =>
      c === ' ' ? '' : c === '\u{1f600}' ? '笑' : c,
    );
    assert.equal(text.text, 'a笑bc');
    assert.deepEqual(text.spanOf(1, 2), { start: 1, end: 3 });
    assert.deepEqual(text.spanOf(3, 4), { start: 5, end: 6 });
    const same = MappedText.verbatim(source, 0, source.length);
    assert.equal(
      same.mapCharacters((c) => c),
      same,
    );
  });
});
