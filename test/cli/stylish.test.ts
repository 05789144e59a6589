import assert from 'node:assert/strict';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { excerptOf } from '#server/formats/excerpt.ts';
import { usualWidth } from '#server/formats/width.ts';
import { SourceText } from '#shared/text/source-text.ts';
import { fixable, folderForEach, mismatched } from './bizenv.ts';

describe('the stylish format', () => {
  const folder = folderForEach();

  it('shows file, place, severity, message, rule, excerpt, related places and what to do', async () => {
    folder().write('a.md', mismatched);
    const { stdout } = await folder().run(['lint', 'a.md']);
    assert.equal(
      stdout,
      [
        'a.md  2026 年，要点 3 项，清单 3 行',
        '',
        '  18:37  错误  第 2 项的牵头单位不一致：要点有“市教育局”，清单第 2 行没有；清单有“市司法局”，要点没有。请核对，以一方为准修改另一方。  lead-mismatch',
        '    18 │ | 2 | 完善市场准入机制 | 企业服务 | 上线企业服务专区。 | 市司法局 | |',
        '       │                                                          ^^^^^^^^',
        '    ↳ 9:14  要点第 2 项的单位',
        '    → 建议：按要点修改清单的牵头单位（--fix-suggestions）',
        '',
        '✖ 1 个文件，1 个问题：错误 1，警告 0，提示 0',
        '  1 个附有修改建议：逐个核对，或加上 --fix-suggestions 后通读',
        '',
      ].join('\n'),
    );
  });

  it('is complete in English', async () => {
    folder().write('a.md', fixable);
    const { stdout } = await folder().run(['lint', 'a.md', '--locale', 'en']);
    assert.match(stdout, /^a\.md {2}year 2026, 3 points, 3 rows$/m);
    assert.match(stdout, /^ {2}3:5 {2}warning {2}.+ {2}document-number$/m);
    assert.match(stdout, /^ {4}→ Can be fixed: .+ \(--fix\)$/m);
    assert.match(stdout, /^✖ 1 file, 1 finding: 0 errors, 1 warning, 0 infos$/m);
    assert.match(stdout, /^ {2}1 can be fixed automatically: add --fix$/m);
  });

  it('is coloured on a terminal only, unless told otherwise', async () => {
    folder().write('a.md', fixable);
    const isColoured = async (args: readonly string[], isTTY: boolean, env: Record<string, string> = {}) =>
      (await folder().run(['lint', 'a.md', ...args], { isTTY, env })).stdout.includes('\u001b[');
    assert.equal(await isColoured([], true), true);
    assert.equal(await isColoured([], false), false);
    assert.equal(await isColoured(['--no-color'], true), false);
    assert.equal(await isColoured(['--color'], false), true);
    assert.equal(await isColoured([], true, { NO_COLOR: '1' }), false);
    assert.equal(await isColoured([], true, { TERM: 'dumb' }), false);
    assert.equal(await isColoured([], false, { FORCE_COLOR: '1' }), true);
    assert.equal(await isColoured([], true, { FORCE_COLOR: '0' }), false);
  });

  it('shows control characters and marks of direction, and sends none', async () => {
    folder().write('a.md', mismatched.replace('市司法局', '\u001b[31m市\u202e司法\u009b局\u0007'));
    const { stdout } = await folder().run(['lint', 'a.md']);
    assert.doesNotMatch(stdout, /(?!\n)\p{Cc}|\p{Bidi_Control}/u);
    assert.match(stdout, /␛\[31m市\\u202e司法\\u009b局␇/);
  });

  it('cuts long lines around the place, to the width of the terminal', async () => {
    folder().write('a.md', fixable.replace('云政办发', `${'为优化营商环境，'.repeat(40)}依据云政办发`));
    const { stdout } = await folder().run(['lint', 'a.md'], { isTTY: true, columns: 60, env: { NO_COLOR: '1' } });
    const lines = stdout.split('\n');
    const at = lines.findIndex((line) => line.includes('│'));
    assert.ok(stringWidth(lines[at] ?? '') <= 60);
    assert.match(lines[at] ?? '', /│ ….*\[2026\]1号$/);
    assertUnder(lines[at] ?? '', lines[at + 1] ?? '', '[2026]1号');
  });

  it('shows at most a handful of related places', async () => {
    folder().write('a.md', fixable.replace('云政办发', `${'甲,乙,'.repeat(20)}云政办发`));
    const { stdout } = await folder().run(['lint', 'a.md']);
    const related = stdout.split('\n').filter((line) => line.includes('↳'));
    assert.equal(related.length, 6);
    assert.match(related[5] ?? '', /另有 \d+ 处/);
  });
});

/** The carets of one line stand under these words of the line above. */
function assertUnder(above: string, carets: string, words: string): void {
  const start = stringWidth(above.slice(0, above.indexOf(words)));
  assert.equal(carets.indexOf('^'), start);
  assert.equal(carets.length, start + stringWidth(words));
}

describe('an excerpt', () => {
  it('puts the carets under the place, whatever the line holds and wherever it is cut', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '，', '市', '“', '\t', '\u001b', '𠮷', 'é', '　', '—'),
      maxLength: 200,
    });
    fc.assert(
      fc.property(text, text, text, fc.integer({ min: 30, max: 120 }), (before, inside, after, width) => {
        const source = new SourceText(`第一行\r\n${before}${inside}${after}\r\n最后一行`);
        const start = 5 + before.length;
        const {
          line,
          text: shown,
          carets,
        } = excerptOf({ source, start, end: start + inside.length }, width, stringWidth);
        assert.equal(line, 2);
        assert.ok(stringWidth(shown) <= width, `${stringWidth(shown)} columns of ${width}`);
        const under = stringWidth(carets.trimEnd());
        assert.ok(under <= Math.max(width, stringWidth(shown) + 1));
        if (inside === '') assert.match(carets, /^ *\^$/);
      }),
    );
  });

  it('shows the first line of a place of several lines', () => {
    const source = new SourceText('甲乙\n丙丁\n戊');
    assert.deepEqual(excerptOf({ source, start: 1, end: 6 }, 40, stringWidth), {
      line: 1,
      text: '甲乙',
      carets: '  ^^',
    });
    assert.deepEqual(excerptOf({ source, start: 2, end: 3 }, 40, stringWidth), {
      line: 1,
      text: '甲乙',
      carets: '    ^',
    });
  });
});

describe('the width of usual characters', () => {
  it('agrees with the library that knows all', () => {
    for (let code = 0x20; code < 0x10000; code++) {
      const known = usualWidth(code);
      if (known !== undefined) assert.equal(known, stringWidth(String.fromCharCode(code)), `U+${code.toString(16)}`);
    }
  });
});
