import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { builtInDirectory } from '#server/directories/built-in.ts';
import { citationDifferences } from '#shared/content/citation-differences.ts';
import { citations } from '#shared/content/citations.ts';
import { figureDifferences } from '#shared/content/figure-differences.ts';
import { figures } from '#shared/content/figures.ts';
import { type Sides, type SideText, sidesOf } from '#shared/content/sides.ts';
import { termDifferences } from '#shared/content/term-differences.ts';
import { type Term, terms } from '#shared/content/terms.ts';
import type { Finding } from '#shared/findings/finding.ts';
import { lint } from '#shared/lint.ts';
import { readDocument } from '#shared/model/read-document.ts';
import { makeSubject } from '#shared/rules/make-subject.ts';
import { SourceText } from '#shared/text/source-text.ts';
import { withWords } from '../unit/content/side-texts.ts';

const directory = builtInDirectory();
const source = new SourceText(readFileSync(new URL('../../seeds/shenzhen-2023.md', import.meta.url), 'utf8'));
const subject = makeSubject([readDocument(source, { directory })], directory);
const pairs = subject.pairings.flatMap((pairing) => pairing.pairs);
/** Pairs that hold a true mistake of the rule already. */
const mistaken = new Set([47]);

type Kind = 'figure' | 'citation' | 'term';

interface Place {
  readonly from: number;
  readonly to: number;
}

function countByKind(sides: Sides): Readonly<Record<Kind, number>> {
  return {
    figure: figureDifferences(sides).length,
    citation: citationDifferences(sides).length,
    term: termDifferences(sides).length,
  };
}

/** Every text of every pair, with its sides and the same sides with other words in its place. */
function* texts(): Generator<{ side: SideText; others: readonly SideText[]; change: (words: string) => Sides }> {
  for (const pair of pairs) {
    if (pair.points.some(({ label }) => mistaken.has(label.value))) continue;
    const { points, rows } = sidesOf(pair);
    for (const side of points)
      yield {
        side,
        others: rows,
        change: (words) => ({ rows, points: points.map((one) => (one === side ? withWords(side, words) : one)) }),
      };
    for (const side of rows)
      yield {
        side,
        others: points,
        change: (words) => ({ points, rows: rows.map((one) => (one === side ? withWords(side, words) : one)) }),
      };
  }
}

const OTHER_CHARACTERS = '云海设监统管力';

/** A character dropped, replaced, doubled, or swapped with the next, at each place of a name. */
function* slips(name: string): Generator<string> {
  for (let i = 0; i < name.length; i++) {
    const other = OTHER_CHARACTERS[(i * 5 + name.length) % OTHER_CHARACTERS.length] ?? '';
    const before = name.slice(0, i);
    const behind = name.slice(i + 1);
    if (!'、，的'.includes(name[i] ?? '')) yield before + behind;
    if (other !== name[i]) yield before + other + behind;
    if (name[i] !== '、') yield before + name[i] + name[i] + behind;
    if (behind !== '' && behind[0] !== name[i]) yield before + behind[0] + name[i] + behind.slice(1);
  }
}

function* otherFigures(words: string): Generator<string> {
  yield words.replace(/\d/, (digit) => String((Number(digit) % 9) + 1));
  yield words.replace(/\d(?!\d)/, (digit) => String((Number(digit) + 5) % 10));
  yield words.replace(/(?<=\d)0/, '');
  yield words.replace(/([1-9])(\d)(?!\d)/, '$2$1');
  yield words.replace('万', '');
  yield words.replace('%', '个百分点');
  yield words.replace('公里', '米');
  yield words.replace('平方米', '亩');
  yield words.replace('个工作日', '天');
}

/** Marks between clauses are alike, and so is the end of a text. */
function levelled(words: string): string {
  return `,${words},`.replace(/[;:。、“”]/g, ',');
}

/** True when the other side says the same in the same surroundings: two characters on either side. */
function isSharedBy(
  { side, others }: { side: SideText; others: readonly SideText[] },
  { from, to }: Place,
  marks = 0,
): boolean {
  const framed = levelled(side.text.text).slice(Math.max(0, from - 1 - marks), to + 3 + marks);
  return others.some((other) => levelled(other.text.text).includes(framed));
}

interface Tally {
  tried: number;
  readonly missed: string[];
  readonly crossed: string[];
}

function tally(kind: Kind, mutations: Iterable<{ sides: Sides; name: string }>): Tally {
  const result: Tally = { tried: 0, missed: [], crossed: [] };
  for (const { sides, name } of mutations) {
    result.tried++;
    const counts = countByKind(sides);
    if (counts[kind] !== 1) result.missed.push(`${name}: ${counts[kind]}`);
    const others = counts.figure + counts.citation + counts.term - counts[kind];
    if (others > 0) result.crossed.push(name);
  }
  return result;
}

function* mutationsOf<Item extends Place>(
  read: (side: SideText) => readonly Item[],
  inner: (item: Item, side: SideText) => Place,
  change: (words: string) => Iterable<string>,
  marks: (item: Item) => number,
): Generator<{ sides: Sides; name: string }> {
  for (const text of texts())
    for (const item of read(text.side)) {
      if (!isSharedBy(text, item, marks(item))) continue;
      const words = text.side.text.text;
      const { from, to } = inner(item, text.side);
      const own = words.slice(from, to);
      for (const changed of change(own))
        if (changed !== own)
          yield {
            sides: text.change(words.slice(0, from) + changed + words.slice(to)),
            name: `${text.side.role} ${text.side.owner.label?.value}: ${own} → ${changed}`,
          };
    }
}

describe('slips put into the real pair', () => {
  it('hold nothing before, but for the one true mistake', () => {
    const found = pairs.flatMap((pair) => {
      const counts = countByKind(sidesOf(pair));
      return counts.figure + counts.citation + counts.term > 0 ? [pair.points[0]?.label.value] : [];
    });
    assert.deepEqual(found, [...mistaken]);
  });

  it('are found in every figure, once', () => {
    const result = tally(
      'figure',
      mutationsOf(
        ({ text }) => figures(text).filter(({ words }) => /\d/.test(words)),
        (figure) => figure,
        otherFigures,
        () => 0,
      ),
    );
    assert.ok(result.tried > 100, `${result.tried} tried`);
    assert.deepEqual(result.missed, []);
    assert.deepEqual(result.crossed, []);
  });

  it('are found in every title of a document, once', () => {
    const result = tally(
      'citation',
      mutationsOf(
        ({ text }) => citations(text),
        ({ from, to }) => ({ from: from + 1, to: to - 1 }),
        slips,
        () => 0,
      ),
    );
    assert.ok(result.tried > 500, `${result.tried} tried`);
    assert.deepEqual(result.missed, []);
    assert.deepEqual(result.crossed, []);
  });

  it('are found in nearly every name, at most once', () => {
    const named = (side: SideText): readonly Term[] =>
      terms(side.text).filter(({ words, quoted }) => !/\d/.test(words) && (quoted || words.length >= 5));
    const result = tally(
      'term',
      mutationsOf(
        named,
        (term) => term,
        slips,
        ({ quoted }) => (quoted ? 1 : 0),
      ),
    );
    assert.ok(result.tried > 1000, `${result.tried} tried`);
    assert.ok(result.missed.length <= result.tried * 0.02, result.missed.join('\n'));
    assert.deepEqual(
      result.missed.filter((name) => !name.endsWith(': 0')),
      [],
      'one slip is found twice',
    );
    assert.deepEqual(result.crossed, []);
  });
});

describe('a slip in the file of the real pair', () => {
  const rules = ['figure-mismatch', 'deadline-mismatch', 'citation-mismatch', 'term-mismatch', 'stale-year'];
  const found = contentFindings(source);

  function contentFindings(text: SourceText): readonly Finding[] {
    const result = lint([text], { directory });
    assert.deepEqual(result.failures, []);
    return result.files.flatMap((file) => file.findings).filter(({ rule }) => rules.includes(rule));
  }

  const cases: readonly (readonly [rule: string, from: string, to: string, occurrence: number])[] = [
    ['figure-mismatch', '65公里', '56公里', 0],
    ['figure-mismatch', '267个小区', '276个小区', 1],
    ['figure-mismatch', '30 个', '3 个', 0],
    ['figure-mismatch', '3.37 万亩', '3.73 万亩', 1],
    ['figure-mismatch', '压缩50%', '压缩60%', 0],
    ['figure-mismatch', '2万家', '3万家', 1],
    ['figure-mismatch', '不少于100家', '不少于10家', 0],
    ['citation-mismatch', '供用电管理条例', '供电管理条例', 1],
    ['citation-mismatch', '个人破产管理人考核办法', '个人破产管理人考核办法法', 0],
    ['term-mismatch', '“一试多证”', '“一试双证”', 0],
    ['term-mismatch', '“香蜜湖女性董事倡议”', '“香蜜湖女性懂事倡议”', 1],
    ['term-mismatch', '前海跨境贸易大数据平台', '前海跨境贸易大平台数据', 1],
    ['term-mismatch', '专利复审无效案件多模式审理', '专利复审无效案件多摸式审理', 0],
    ['stale-year', '争取2023年全年', '争取2022年全年', 0],
    ['stale-year', '纳入2023年清单', '纳入2022年清单', 0],
    ['stale-year', '2023 年全年新\n\n增', '2022 年全年新\n\n增', 0],
  ];
  for (const [rule, from, to, occurrence] of cases)
    it(`is one finding more, of ${rule}: ${from} → ${to}`.replaceAll('\n', ''), () => {
      let at = source.text.indexOf(from);
      for (let i = 0; i < occurrence; i++) at = source.text.indexOf(from, at + 1);
      assert.ok(at >= 0, 'the pair does not hold it');
      const changed = source.text.slice(0, at) + to + source.text.slice(at + from.length);
      const now = contentFindings(new SourceText(changed));
      const before = new Set(found.map(({ message }) => message.zh));
      assert.deepEqual(
        now.filter(({ message }) => !before.has(message.zh)).map((finding) => finding.rule),
        [rule],
      );
      assert.equal(now.length, found.length + 1);
    });
});
