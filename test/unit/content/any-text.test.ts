import assert from 'node:assert/strict';
import fc from 'fast-check';
import { citations } from '#shared/content/citations.ts';
import { deadlineCell, deadlines } from '#shared/content/deadlines.ts';
import { figures } from '#shared/content/figures.ts';
import { comparable, smallDifferences } from '#shared/content/small-differences.ts';
import type { Stated } from '#shared/content/stated.ts';
import { terms } from '#shared/content/terms.ts';
import { targetYears } from '#shared/content/years.ts';
import { normalForm } from '#shared/text/normal-form.ts';
import { textOf } from './side-texts.ts';

const fragments = [...'《》“”"〈〉，。、 \n月年日底前末第至—-~.,%万亿一二十百千两个家项0129２０自起以来新平台系统机制'];
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc
    .array(fc.constantFrom(...fragments, '2023年', '3月底前', '一季度', '不少于', '100家'), { maxLength: 60 })
    .map((parts) => parts.join('')),
);

describe('what any text states', () => {
  it('stands in the text, in order', () => {
    fc.assert(
      fc.property(anyText, (words) => {
        const text = textOf(words);
        for (const read of [
          figures,
          citations,
          terms,
          (of: typeof text) => deadlines(of, 2024),
          (of: typeof text) => targetYears(of, 2024),
        ]) {
          const found: readonly Stated[] = read(text);
          let last = 0;
          for (const { span, from, to, words: stated } of found) {
            assert.ok(from < to && from >= last);
            last = from;
            assert.ok(span.start >= 0 && span.end <= words.length);
            // A place is whole characters; one like ㎧ is several in normal form, of which some may be meant.
            if (!/\p{M}/u.test(words)) assert.ok(normalForm(words.slice(span.start, span.end)).includes(stated));
          }
        }
        deadlineCell(text, 2024);
      }),
    );
  });

  it('is the same in any width and with any white space', () => {
    const wide = (words: string) =>
      words.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    const spaced = (words: string) => [...words].join(' ');
    const stated = (words: string) => figures(textOf(words)).map(({ words: found, value }) => `${found} ${value}`);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'新增至20家15万3.5%个，', '不少于'), { maxLength: 30 }), (parts) => {
        const words = parts.join('');
        assert.deepEqual(stated(wide(words)), stated(words));
        assert.deepEqual(stated(spaced(words)), stated(words));
      }),
    );
  });

  it('differs nowhere from itself', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'政务服务平台一体化数据共享机制'), { maxLength: 40 }), (parts) => {
        const words = parts.join('');
        for (const { a, b } of smallDifferences(comparable(words), comparable(words))) assert.notDeepEqual(a, b);
      }),
    );
  });
});
