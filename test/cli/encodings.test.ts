import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { decodeText, type Encoding, encodeText } from '#server/files/encoding.ts';
import { runs } from '../runs.ts';
import { fixable, folderForEach, rulesOf } from './bizenv.ts';

const realPair = readFileSync(new URL('../../seeds/shenzhen-2023.md', import.meta.url), 'utf8');

const codings: readonly { readonly encoding: Encoding; readonly bom: boolean }[] = [
  { encoding: 'utf-8', bom: false },
  { encoding: 'utf-8', bom: true },
  { encoding: 'utf-16le', bom: true },
  { encoding: 'utf-16be', bom: true },
  { encoding: 'utf-16le', bom: false },
  { encoding: 'utf-16be', bom: false },
  { encoding: 'gb18030', bom: false },
];

describe('encodings', () => {
  const folder = folderForEach();
  let plain: string | undefined;

  /** What is found in the real pair as it is, in UTF-8. */
  async function plainFindings(): Promise<string> {
    folder().write('real.md', realPair);
    plain ??= (await folder().run(['lint', 'real.md', '-f', 'json'])).stdout;
    return plain;
  }

  for (const coding of codings) {
    const name = `${coding.encoding}${coding.bom ? ' with a byte order mark' : ''}`;

    it(`reads ${name} and writes a fixed file back in it`, async () => {
      folder().write('a.md', await encodeText(fixable, coding));
      assert.deepEqual(rulesOf(await folder().run(['lint', 'a.md', '-f', 'json'])), ['document-number']);
      assert.equal((await folder().run(['lint', 'a.md', '--fix'])).code, 0);
      const expected = fixable.replace('[2026]', '〔2026〕');
      assert.deepEqual(folder().read('a.md'), await encodeText(expected, coding));
    });

    it(`finds the same in the real pair in ${name}`, async () => {
      const expected = await plainFindings();
      folder().write('other.md', await encodeText(realPair, coding));
      const other = await folder().run(['lint', 'other.md', '-f', 'json']);
      assert.ok(other.stdout.includes('unknown-unit'));
      assert.equal(other.stdout.replaceAll('other.md', 'real.md'), expected);
    });
  }

  it('keeps everything that a fix of the real pair in GB18030 did not name', async () => {
    folder().write('a.md', iconv.encode(realPair, 'gb18030'));
    folder().write('b.md', realPair);
    await folder().run(['lint', 'a.md', 'b.md', '--fix']);
    assert.equal(iconv.decode(folder().read('a.md'), 'gb18030'), folder().read('b.md').toString());
    assert.notEqual(folder().read('b.md').toString(), realPair);
  });

  it('reads characters outside the basic plane and the four-byte forms of GB18030', async () => {
    const text = '# 𠮷林市2026年优化营商环境工作要点\n\n1. 出台㐀措施。（市商务局）\n';
    assert.equal((await decodeText(iconv.encode(text, 'gb18030')))?.text, text);
  });

  it('gives back exactly the bytes of every text it reads', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 64 }), async (array) => {
        const bytes = Buffer.from(array);
        const decoded = await decodeText(bytes);
        if (decoded !== undefined) assert.deepEqual(await encodeText(decoded.text, decoded), bytes);
      }),
      runs(2000),
    );
  });

  it('reads back every text it writes with a mark, or in UTF-8', async () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((text) => !/^\uFEFF|\0/u.test(text));
    await fc.assert(
      fc.asyncProperty(texts, fc.constantFrom(...codings.filter(({ bom }) => bom)), async (text, coding) => {
        assert.deepEqual(await decodeText(await encodeText(text, coding)), { text, ...coding });
      }),
    );
  });
});
