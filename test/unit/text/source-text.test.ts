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
