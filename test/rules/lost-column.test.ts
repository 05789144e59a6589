import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { builtInDirectory } from '#server/directories/built-in.ts';
import { lint } from '#shared/lint.ts';
import { SourceText } from '#shared/text/source-text.ts';

const pair = readFileSync(new URL('../../seeds/shenzhen-2023.md', import.meta.url), 'utf8');
const columns = ['序号', '所属领域', '重点任务', '具体举措', '牵头单位', '责任单位'];

function newErrors(text: string): readonly string[] {
  const known = new Set(errorsOf(pair));
  return errorsOf(text).filter((finding) => !known.has(finding));
}

function errorsOf(text: string): readonly string[] {
  const { files } = lint([new SourceText(text)], { directory: builtInDirectory() });
  const findings = files[0]?.findings ?? [];
  return findings.filter(({ severity }) => severity === 'error').map(({ rule, message }) => `${rule}: ${message.zh}`);
}

function without(column: number): string {
  return withCells((cells) => cells.toSpliced(column, 1));
}

function withCells(change: (cells: readonly string[]) => readonly string[]): string {
  const lines = pair.split('\n').map((line) => {
    if (!line.startsWith('|')) return line;
    return `|${change(line.split('|').slice(1, -1)).join('|')}|`;
  });
  return lines.join('\n');
}

describe('the task list of the real pair, when a column is lost from it', () => {
  for (const name of ['序号', '重点任务', '具体举措', '牵头单位']) {
    it(`gives one error, which names it: ${name}`, () => {
      assert.deepEqual(newErrors(without(columns.indexOf(name))), [`table-columns: 清单缺少“${name}”列。`]);
    });
  }
});

describe('a task list that never had a column for measures', () => {
  const [task, measures] = [columns.indexOf('重点任务'), columns.indexOf('具体举措')];

  it('misses none where its tasks are told in full', () => {
    const text = withCells((cells) => {
      const isTask = /\d/.test(cells[0] ?? '');
      return cells.toSpliced(task, 2, cells[isTask ? measures : task] ?? '');
    });
    assert.deepEqual(newErrors(text), []);
  });

  it('misses none where there is no task yet', () => {
    const text = without(measures)
      .split('\n')
      .filter((line) => !/^\|\s*\d/.test(line))
      .join('\n');
    assert.deepEqual(
      newErrors(text).filter((error) => error.startsWith('table-columns')),
      [],
    );
  });
});
