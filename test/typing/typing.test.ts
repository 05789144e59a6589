import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { builtInDirectory } from '#server/directories/built-in.ts';
import { lint } from '#shared/lint.ts';
import { SourceText } from '#shared/text/source-text.ts';
import { cleanPairs } from '../accuracy/clean-pairs.ts';
import { render } from '../accuracy/draft.ts';
import { largePair } from '../bench/large-pair.ts';
import { followedAfter, followsEdit, followsTyping, typesTheSame, wholeLooks } from './typing.ts';

const realPair = readFileSync(new URL('../../seeds/shenzhen-2023.md', import.meta.url), 'utf8');

const YEAR_PAIR = largePair(40).replaceAll('2024年', '2023年').replaceAll('全年服务企业', '2023年全年服务企业');

describe('a draft that is typed in', () => {
  it('is judged after every edit as if it were read anew: the real pair', () => {
    typesTheSame([realPair], 'real', 4);
  });

  it('is judged after every edit as if it were read anew: pairs of all layouts', () => {
    for (const draft of cleanPairs().slice(1)) typesTheSame(render(draft), draft.layout.name, 2);
  });

  it('is followed key by key as if it were read anew', () => {
    const texts = cleanPairs()
      .slice(1)
      .map(render)
      .filter((files) => files.length === 1);
    const shares = [[realPair], ...texts].map(([text = ''], index) => followsTyping(text, `draft ${index}`, 10));
    const followed = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    assert.ok(followed > 0.15, `${followed} of the edits were followed`);
  });

  const inRealPair = {
    'the unit list of a point': '激发市场主体活力。（市发',
    'a lead cell': '市场主体活力。                       | 市发',
    'a domain cell': '| 1                 | 完善',
    'a point that a page break tore in two': '围绕出入境、就业',
    'the padding of a header': '序号       ',
  };
  for (const [place, words] of Object.entries(inRealPair))
    it(`is followed in ${place}`, () => {
      const at = realPair.indexOf(words) + words.length;
      assert.ok(at >= words.length);
      for (const text of place.startsWith('the padding') ? [' ', '   '] : ['优', '、市财政局'])
        assert.ok(followsEdit(realPair, { start: at, end: at, text }));
    });

  it('is followed in a delimiter line, but not where it is one no more', () => {
    const at = realPair.lastIndexOf('|----') + 3;
    assert.deepEqual(
      ['-', '|', ':'].map((text) => followsEdit(realPair, { start: at, end: at, text })),
      [true, false, false],
    );
  });

  it('tells of an empty cell as a whole, however wide it becomes', () => {
    const text = largePair(12).replace(/^(\| 7 \|.*\|) [^|]* \| ([^|]*) \|$/m, '$1  | $2 |');
    const { findings } = lint([new SourceText(text)], { directory: builtInDirectory() }).files[0] ?? {};
    const finding = findings?.find(({ rule }) => rule === 'empty-cell');
    assert.ok(finding !== undefined);
    for (const at of [finding.start, finding.start + 1, finding.end])
      for (const typed of [' ', '市']) followsEdit(text, { start: at, end: at, text: typed });
  });

  it('is followed in a text that breaks off, not in the words that are told of it', () => {
    const end = realPair.indexOf(' |', realPair.indexOf('将企业研发项目鉴定', realPair.indexOf('| 序号')));
    const [near, far] = [end - 3, end - 40].map((at) => followsEdit(realPair, { start: at, end: at, text: '优' }));
    assert.deepEqual([near, far], [false, true]);
  });

  it('is not followed where a title becomes that of the row above', () => {
    const rows = ['优化准入', '优化准出', '优化服务'].map((title, index) => `| ${index + 1} | ${title} | 市财政局 |`);
    const points = ['优化准入', '优化准出', '优化服务'].map(
      (title, index) => `${index + 1}. ${title}，提升效率。（市财政局）\n\n`,
    );
    const text = `# 深圳市2023年优化营商环境工作要点\n\n${points.join('')}# 深圳市2023年优化营商环境重点任务清单\n\n| 序号 | 重点任务 | 牵头单位 |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
    const at = text.indexOf('准出 |') + 1;
    assert.ok(!followsEdit(text, { start: at, end: at + 1, text: '入' }));
  });

  it('is followed where a line break has torn a row', () => {
    const inRow = realPair.indexOf('| 1                 | 完善') + 24;
    const inPoint = realPair.indexOf('激发市场主体活力。（市发');
    const torn = insertion(realPair, inRow, '\n');
    assert.deepEqual(followedAfter([torn, insertion(torn, inPoint, '更好')]), [true]);
  });

  it('is followed again where what tore it is taken back', () => {
    const inRow = realPair.indexOf('| 1                 | 完善') + 24;
    const inPoint = realPair.indexOf('激发市场主体活力。（市发');
    const torn = insertion(realPair, inRow, '|');
    const mended = insertion(realPair, inPoint, '更好');
    assert.deepEqual(followedAfter([realPair, torn, realPair, mended]), [false, true, true]);
  });

  it('is looked at as a whole now and then, however often one version is asked about', () => {
    const at = realPair.indexOf('，', realPair.indexOf('\n12. ')) + 1;
    const texts = Array.from(
      { length: 260 },
      (_, key) => realPair.slice(0, at) + '推动'.repeat(key % 7) + realPair.slice(at),
    );
    const [first, second, ...others] = wholeLooks(texts.flatMap((text) => [text, text]));
    assert.deepEqual([first, others], [0, []]);
    assert.ok((second ?? 0) > 390, String(second));
  });

  it('is followed beside a year of its targets, not where a year becomes stale', () => {
    const at = YEAR_PAIR.lastIndexOf('2023年全年', YEAR_PAIR.indexOf('| 序号'));
    assert.ok(followsEdit(YEAR_PAIR, { start: at - 1, end: at - 1, text: '再' }));
    assert.ok(!followsEdit(YEAR_PAIR, { start: at + 3, end: at + 4, text: '2' }));
  });
});

function insertion(text: string, at: number, words: string): string {
  return text.slice(0, at) + words + text.slice(at);
}
