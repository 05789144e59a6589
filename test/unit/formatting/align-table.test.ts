import assert from 'node:assert/strict';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { alignTable } from '#shared/formatting/align-table.ts';
import { textWidth } from '#shared/formatting/text-width.ts';
import { readBlocks } from '#shared/markdown/read-blocks.ts';
import { SourceText } from '#shared/text/source-text.ts';
import { runs } from '../../runs.ts';

describe('the width of a text', () => {
  it('is the sum of its characters’ widths, however long it is', () => {
    const piece = fc.constantFrom('改', 'a', '，', '👩‍👩‍👧', '🇨🇳', 'e\u0301', '\u{20000}', 'ｱﾞ', '\ud83d', ' ');
    fc.assert(
      fc.property(fc.array(piece, { minLength: 150, maxLength: 600 }), (pieces) => {
        // Characters that join none of their neighbours, so that their widths add up.
        const text = pieces.join('中');
        assert.equal(
          textWidth(text),
          pieces.reduce((sum, one) => sum + stringWidth(one), 2 * (pieces.length - 1)),
        );
      }),
      runs(50),
    );
  });

  it('is what the library says that knows all characters', () => {
    const pieces =
      '改 a ， （ ｝ é e\u0301 中\u0301 ，\u0301 👩‍👩‍👧 🇨🇳 7\u20e3 ㈠ ｱ ﾞ \u{20000} \ud83d \u200d \ufe0f \u001b[31m \u0000 々 \u302a ·'.split(
        ' ',
      );
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces, ' '), { maxLength: 12 }), (text) => {
        assert.equal(textWidth(text.join('')), stringWidth(text.join('')));
      }),
      runs(500),
    );
  });

  it('takes a text that is one character for as wide as that', () => {
    assert.equal(textWidth(`a${'\u0301'.repeat(100_000)}`), 1);
    assert.equal(textWidth('\u{20000}'.repeat(50_000)), 100_000);
  });
});

describe('aligning a table', () => {
  function aligned(rows: readonly string[]): number {
    const source = new SourceText(`| 序号 | 举措 |\n|---|---|\n${rows.join('\n')}\n`);
    const block = readBlocks(source).find(({ kind }) => kind === 'table');
    assert.ok(block?.kind === 'table');
    return alignTable(source, block).length;
  }

  const short = Array.from({ length: 1000 }, (_, index) => `| ${index} | 推进改革 |`);

  it('sets short rows below a long one', () => {
    assert.ok(aligned([...short, `| 1 | ${'推进改革'.repeat(100)} |`]) > 1000);
  });

  it('leaves a large table alone that would be nothing but blanks', () => {
    assert.equal(aligned([...short, `| 1 | ${'推进改革'.repeat(10_000)} |`]), 0);
  });

  it('aligns a large table whose rows are all long', () => {
    assert.ok(aligned(short.map((_, index) => `| ${index} | ${'推进改革'.repeat(200 + (index % 2))} |`)) > 0);
  });
});
