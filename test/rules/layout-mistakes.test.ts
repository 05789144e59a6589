import assert from 'node:assert/strict';
import fc from 'fast-check';
import { runs } from '../runs.ts';
import { checkMistake, cleanLines, cleanPair, findAll, pointLines, rowLines, withLine } from './layout-pair.ts';

const anyPoint = fc.constantFrom(...pointLines);
const anyRow = fc.constantFrom(...rowLines);
const some = runs(40);

function line(index: number): string {
  return cleanLines[index] ?? '';
}

/** Puts a text before a line of the pair. */
function above(index: number, ...lines: readonly string[]): string {
  return [...cleanLines.slice(0, index), ...lines, ...cleanLines.slice(index)].join('\n');
}

/** Changes one cell of a row; columns count from 1. */
function cell(index: number, column: number, change: (text: string) => string): string {
  return withLine(index, (row) =>
    row
      .split('|')
      .map((text, at) => (at === column ? change(text) : text))
      .join('|'),
  );
}

describe('one mistake of layout anywhere in a clean pair is one finding', () => {
  it('has nothing to report on the clean pair', () => {
    assert.deepEqual(findAll(cleanPair), []);
  });

  it('finds a point cut by a page break, and joins it', () => {
    fc.assert(
      fc.property(anyPoint, fc.nat(), (index, seed) => {
        const text = line(index);
        const at = 5 + (seed % (text.length - 7));
        fc.pre(!/[。！；\s]/.test(text.charAt(at - 1)) && !/[\w\s（]/.test(text.charAt(at)));
        checkMistake(
          'split-paragraph',
          withLine(index, () => `${text.slice(0, at)}\n\n${text.slice(at)}`),
          'restores',
        );
      }),
      some,
    );
  });

  it('finds a page number inside a point once, and mends the point', () => {
    fc.assert(
      fc.property(anyPoint, fc.nat(), fc.constantFrom('— 3 —', '- 12 -', '第 3 页', '3/12'), (index, seed, number) => {
        const text = line(index);
        const at = 5 + (seed % (text.lastIndexOf('。') - 6));
        fc.pre(!/[。！；\s]/.test(text.charAt(at - 1)) && !/[\w\s（]/.test(text.charAt(at)));
        const cut = `${text.slice(0, at)}\n\n${number}\n\n${text.slice(at)}`;
        checkMistake(
          'page-artifact',
          withLine(index, () => cut),
          'restores',
        );
      }),
      some,
    );
  });

  it('finds a line left over from printing between any two points or rows', () => {
    const printed = fc.constantFrom(
      '— 3 —',
      '17',
      '第 3 页 共 12 页',
      '深圳市燃气集团 2024-02-28 09:54:59',
      '2024-03-01 10:11:12',
      '打印时间：2024-03-01',
      'https://www.sz.gov.cn/post_10463.html',
      '深圳市2024年优化营商环境工作要点',
    );
    fc.assert(
      fc.property(fc.constantFrom(...pointLines.slice(1), ...rowLines.slice(1)), printed, (index, text) => {
        const inTable = line(index).startsWith('|');
        checkMistake('page-artifact', above(index, ...(inTable ? ['', text, ''] : [text, ''])), 'restores');
      }),
      some,
    );
  });

  it('finds a table cut in two, with its header repeated or without, and joins it', () => {
    const header = cleanLines.findIndex((text) => /^\|\s*序号/.test(text));
    fc.assert(
      fc.property(fc.constantFrom(...rowLines.slice(1)), fc.boolean(), (index, repeated) => {
        const again = repeated ? [line(header), line(header + 1)] : [];
        checkMistake('split-table', above(index, '', ...again), 'restores');
      }),
      some,
    );
  });

  it('finds a broken word in any cell, and mends it', () => {
    fc.assert(
      fc.property(anyRow, fc.nat(), (index, seed) => {
        const text = line(index);
        const at = seed % text.length;
        fc.pre(/^\p{Script=Han}{2}$/u.test(text.slice(at - 1, at + 1)));
        // Behind a clause of some length, a verb that measures begin with may begin a line on purpose.
        fc.pre(!/^(?:建设|建立|实施|推进|推动|优化|完善|开展|加强|提升|提高|服务|规范|扩大|支持)/.test(text.slice(at)));
        checkMistake(
          'cell-break',
          withLine(index, () => `${text.slice(0, at)}<br>${text.slice(at)}`),
          'restores',
        );
      }),
      some,
    );
  });

  it('finds an empty cell of each column that must be filled', () => {
    fc.assert(
      fc.property(anyRow, fc.integer({ min: 1, max: 5 }), (index, column) => {
        checkMistake(
          'empty-cell',
          cell(index, column, (text) => text.replace(/\S/g, ' ')),
          'no fix',
        );
      }),
      some,
    );
  });

  it('finds a row with a cell too many or a pipe in its text', () => {
    fc.assert(
      fc.property(anyRow, fc.boolean(), (index, pipe) => {
        const changed = pipe
          ? cell(index, 4, (text) => text.replace('，', '|'))
          : withLine(index, (text) => `${text.trimEnd()} 市财政局 |`);
        fc.pre(changed !== cleanPair);
        checkMistake('table-columns', changed, 'no fix');
      }),
      some,
    );
  });

  it('finds a sentence without its end in a point or in measures', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pointLines, ...rowLines), fc.integer({ min: 0, max: 3 }), (index, lost) => {
        const changed = line(index).startsWith('|')
          ? cell(index, 4, (text) => `${text.trimEnd().slice(0, -1 - lost)} `)
          : withLine(index, (text) => {
              const at = text.lastIndexOf('。（');
              return text.slice(0, at - lost) + text.slice(at + 1);
            });
        fc.pre(!/[”》）\d%]/.test(line(index).slice(-8)) && lost < 2);
        checkMistake('unfinished-sentence', changed, 'no fix');
      }),
      some,
    );
  });

  it('finds a mark that has lost its partner', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pointLines, ...rowLines), fc.nat(), (index, seed) => {
        const places = [...line(index).matchAll(/[《》“”]/g)].map((match) => match.index);
        const at = places[seed % Math.max(1, places.length)];
        fc.pre(at !== undefined);
        const changed = withLine(index, (text) => text.slice(0, at) + text.slice((at ?? 0) + 1));
        checkMistake('unbalanced-mark', changed, 'no fix');
      }),
      some,
    );
  });

  it('finds a half-width mark, and its fix restores the text', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...pointLines, ...rowLines),
        fc.constantFrom('，,', '；;', '（(', '）)'),
        (index, pair) => {
          const changed = withLine(index, (text) => text.replace(pair.charAt(0), pair.charAt(1)));
          fc.pre(changed !== cleanPair);
          checkMistake('halfwidth-punctuation', changed, 'restores');
        },
      ),
      some,
    );
  });
});
