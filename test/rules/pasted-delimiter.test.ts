import assert from 'node:assert/strict';
import { cleanLines, findAll, rowLines } from './layout-pair.ts';

describe('a delimiter line pasted between two rows with its header', () => {
  const header = cleanLines.find((line) => line.includes('序号')) ?? '';
  const delimiter = header.replace(/[^|]+/g, '---');
  const pasted = (...lines: readonly string[]) => cleanLines.toSpliced(rowLines[4] ?? 0, 0, ...lines).join('\n');
  const loud = (text: string) => findAll(text).filter(({ severity }) => severity !== 'info');

  it('is neither a section nor a row', () => {
    assert.match(header, /\|/);
    for (const lines of [[delimiter], [header, delimiter], ['|---|']])
      assert.deepEqual(
        loud(pasted(...lines)).map(({ rule }) => rule),
        [],
        lines.join(),
      );
  });
});

describe('rows of a table whose header was lost', () => {
  const point =
    '# 临泽市2026年优化营商环境工作要点\n\n1. 完善信用修复机制，推行“一口受理”。（市税务局）\n\n2. 规范招标投标活动，公布清理';
  const rows = '|---|---|---|\n| 1 | 完善信用修复机制 | 市税务局 |\n';

  it('are not taken for the rest of a point that is cut off', () => {
    const found = findAll(`${point}\n\n${rows}`);
    assert.deepEqual(
      found.filter(({ rule }) => rule === 'split-paragraph'),
      [],
    );
    assert.ok(found.some(({ rule }) => rule === 'missing-lead' || rule === 'unfinished-sentence'));
  });
});

describe('a delimiter line pasted into a unit list', () => {
  it('is no unit of it', () => {
    const text = [
      '# 清源市2026年优化营商环境工作要点',
      '1. 全面推行“一网通办”。（市市场监管局牵头，市公安局、市税务局配|---|）',
      '2. 推行用地清单制。（市住房城乡建设局牵头，市自然资源局、市林业局、市园林局配合）',
      '3. 推行水电气联合报装。（市城市管理局牵头，市水利局、市水务局配合）',
    ].join('\n\n');
    const told = findAll(text).map(({ source, start, end }) => source.text.slice(start, end));
    assert.ok(!told.some((words) => words === '|' || words.includes('--')), told.join(' / '));
  });
});
