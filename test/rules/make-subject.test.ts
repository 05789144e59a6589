import assert from 'node:assert/strict';
import { pairText, subjectOf } from '../unit/findings/given.ts';

const cut = pairText.indexOf('# 云州市2026年优化营商环境重点任务清单');
const points = pairText.slice(0, cut);
const list = pairText.slice(cut);
const header = list.slice(0, list.indexOf('| 1 |'));
const rows = list.slice(list.indexOf('| 1 |')).trimEnd().split('\n');

/** The numbers of each pairing's pairs: `1=1`. */
function pairsOf(...texts: readonly string[]): readonly string[] {
  return subjectOf(...texts).pairings.map((pairing) =>
    pairing.pairs
      .map((pair) => `${pair.points.map((p) => p.label.value)}=${pair.rows.map((r) => r.label?.value)}`)
      .join(' '),
  );
}

describe('the subject of the rules', () => {
  it('pairs the two parts of one file, or of two', () => {
    assert.deepEqual(pairsOf(pairText), ['1=1 2=2 3=3']);
    assert.deepEqual(pairsOf(points, list), ['1=1 2=2 3=3']);
    assert.deepEqual(pairsOf(list, points), ['1=1 2=2 3=3']);
  });

  it('has no pairing where one part is missing', () => {
    assert.deepEqual(pairsOf(points), []);
    assert.deepEqual(pairsOf(list), []);
    assert.equal(subjectOf(points).points.length, 3);
    assert.equal(subjectOf(list).rows.length, 3);
  });

  it('takes the year and the place of the documents, the caller’s year first', () => {
    const subject = subjectOf('# 说明\n\n无。\n', pairText);
    assert.equal(subject.year, 2026);
    assert.equal(subject.place, '云州市');
  });

  it('takes several task lists of one part together', () => {
    const first = `${header}${rows[0]}\n${rows[1]}\n`;
    const second = `# 云州市2026年优化营商环境重点任务清单（续）\n${header.slice(header.indexOf('\n') + 1)}${rows[2]}\n`;
    assert.deepEqual(pairsOf(points, first, second), ['1=1 2=2 3=3']);
  });

  it('does not compare points with a table of another matter', () => {
    const other = `${header}| 1 | 森林防火 | 巡山护林 | 清理林下可燃物。 | 市林业局 | |
| 2 | 森林防火 | 瞭望值守 | 更新高山瞭望设备。 | 市林业局 | |
| 3 | 森林防火 | 扑救演练 | 组织扑火队员轮训。 | 市林业局 | |
`;
    assert.deepEqual(pairsOf(points, other), []);
    assert.deepEqual(pairsOf(points, other, list), ['1=1 2=2 3=3']);
  });

  it('gives each of many lists to its own points, in one text or in two, though one is missing', () => {
    const signs = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉';
    const districts = Array.from(
      { length: 60 },
      (_, index) => `${signs[index % 20]}${signs[Math.floor(index / 20)]}区`,
    );
    const of = (text: string, name: string) => text.replaceAll('云州市', name).replaceAll('企业', `${name}企业`);
    const expected = districts.filter((_, index) => index !== 7).map((name) => `${name} ${name}`);
    const names = (...texts: readonly string[]) =>
      subjectOf(...texts).pairings.map(({ workPoints, taskList }) =>
        [workPoints, taskList].map(({ heading }) => heading?.title.text.slice(0, 3)).join(' '),
      );
    const lists = districts.map((name, index) => (index === 7 ? '' : of(list, name)));
    assert.deepEqual(
      names(districts.map((name, index) => `${of(points, name)}\n${lists[index]}\n`).join('')),
      expected,
    );
    const allPoints = districts.map((name) => `${of(points, name)}\n`).join('');
    assert.deepEqual(names(allPoints, [...lists].reverse().join('\n')), expected);
  });
});
