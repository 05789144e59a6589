import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SourceText } from '#shared/text/source-text.ts';

const texts = fc
  .array(fc.constantFrom('市', 'a', '\n', '\r', '\r\n', '\u{1f600}', ''), { maxLength: 30 })
  .map((parts) => parts.join(''));

describe('a source text', () => {
  it('ends its lines at LF, CRLF and a lone CR', () => {
    const source = new SourceText('甲\n乙\r\n丙\r丁');
    assert.equal(source.lineCount, 4);
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((line) => source.lineStart(line)),
      [0, 2, 5, 7, 8],
    );
  });

  it('turns every offset into a position and back', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const source = new SourceText(text);
        for (let offset = 0; offset <= text.length; offset++) {
          // Between CR and LF there is no position of its own.
          if (text[offset] === '\n' && text[offset - 1] === '\r') continue;
          assert.equal(source.offsetAt(source.positionAt(offset)), offset);
        }
      }),
    );
  });

  it('that follows on another version has its lines where a new one has them', () => {
    fc.assert(
      fc.property(texts, texts, fc.nat(60), fc.nat(60), (text, typed, one, other) => {
        const [start, end] = [one, other].map((offset) => offset % (text.length + 1)).sort((a, b) => a - b) as [
          number,
          number,
        ];
        const before = new SourceText(text);
        assert.ok(before.lineCount > 0);
        const after = new SourceText(text.slice(0, start) + typed + text.slice(end));
        after.follow(before, { start, end, length: typed.length });
        const fresh = new SourceText(after.text);
        const lines = Array.from({ length: fresh.lineCount + 1 }, (_, line) => line);
        assert.equal(after.lineCount, fresh.lineCount);
        assert.deepEqual(
          lines.map((line) => after.lineStart(line)),
          lines.map((line) => fresh.lineStart(line)),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('counts characters in UTF-16 code units, a byte order mark too', () => {
    assert.deepEqual(new SourceText('\ufeff\u{1f600}市\n').positionAt(4), { line: 0, character: 4 });
  });

  it('moves what lies outside to the nearest end', () => {
    const source = new SourceText('甲\r\n乙');
    assert.deepEqual(source.positionAt(-5), { line: 0, character: 0 });
    assert.deepEqual(source.positionAt(99), { line: 1, character: 1 });
    assert.equal(source.offsetAt({ line: 0, character: 99 }), 1);
    assert.equal(source.offsetAt({ line: 9, character: 0 }), 4);
  });
});
