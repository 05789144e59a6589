import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Block, TableBlock } from '#shared/markdown/block.ts';
import { readBlocks } from '#shared/markdown/read-blocks.ts';
import { delimiterColumns, splitCells } from '#shared/markdown/table.ts';
import { SourceText } from '#shared/text/source-text.ts';
import { runs } from '../../runs.ts';
import { referenceBlocks, referenceText } from './reference.ts';

function read(text: string): readonly Block[] {
  return readBlocks(new SourceText(text));
}

function tablesOf(text: string): TableBlock[] {
  return read(text).filter((block) => block.kind === 'table');
}

function cellsOf(table: TableBlock | undefined): string[][] {
  return [table?.header, ...(table?.rows ?? [])].map((row) => row?.cells.map((cell) => cell.content.text) ?? []);
}

/** Strong text next to Chinese punctuation is read on purpose where remark leaves asterisks. */
function withoutStars(text: string): string {
  return text.replaceAll('**', '').trim();
}

const piece = fc.constantFrom(
  '市',
  '局',
  'a',
  ' ',
  '1',
  '级',
  '\\|',
  '\\\\',
  '\\',
  '`',
  '**',
  '<br>',
  '<b>',
  '</b>',
  '&amp;',
  '-',
  ':',
  '[x](u)',
);
const cell = fc.array(piece, { maxLength: 6 }).map((parts) => parts.join(''));
const rowOf = fc.record({
  cells: fc.array(cell, { minLength: 1, maxLength: 5 }),
  lead: fc.boolean(),
  trail: fc.boolean(),
});

function lineOf(row: { cells: readonly string[]; lead: boolean; trail: boolean }): string {
  return `${row.lead ? '| ' : ''}${row.cells.join(' | ')}${row.trail ? ' |' : ''}`;
}

describe('tables', () => {
  it('are read as remark-gfm reads them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 4 }),
        fc.array(rowOf, { maxLength: 5 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        (columns, rows, eol) => {
          const header = Array.from({ length: columns }, (_, i) => `列${i}`).join('|');
          const lines = [`|${header}|`, `|${' :-: |'.repeat(columns)}`, ...rows.map(lineOf)];
          const text = lines.join(eol);
          const [theirs, ...others] = referenceBlocks(text);
          if (theirs?.type !== 'table' || others.length > 0) return;
          const [ours] = read(text);
          assert.equal(ours?.kind, 'table');
          if (ours?.kind !== 'table') return;
          assert.deepEqual(
            cellsOf(ours).map((row) => row.map(withoutStars)),
            theirs.children.map((row) => row.children.map((c) => withoutStars(referenceText(c.children)))),
          );
        },
      ),
      runs(500),
    );
  });

  it('have cells whose spans lie between the pipes', () => {
    fc.assert(
      fc.property(rowOf, (row) => {
        const text = lineOf(row).trim();
        let at = text.startsWith('|') ? 1 : 0;
        for (const { start, end } of splitCells(text, 0, text.length)) {
          assert.equal(start, at);
          assert.ok(end === text.length || text[end] === '|');
          at = end + 1;
        }
      }),
    );
  });

  it('know a delimiter line with any number of dashes, colons and spaces', () => {
    const columns = (line: string) => delimiterColumns(line, 0, line.length);
    assert.equal(columns('|---|---|'), 2);
    assert.equal(columns('|-------------------|:--:|   -  | --|'), 4);
    assert.equal(columns('-|-'), 2);
    assert.equal(columns('|-|'), 1);
    for (const line of ['---', '|', '||', '| |', '|--|:|', '|- -|', '| 1 | 2 |', '|---|x|', '|::--|'])
      assert.equal(columns(line), undefined, line);
  });

  it('may lack their outer pipes', () => {
    const [table] = tablesOf('序号 | 任务\n--- | ---\n1 | 甲\n2 | 乙');
    assert.deepEqual(cellsOf(table), [
      ['序号', '任务'],
      ['1', '甲'],
      ['2', '乙'],
    ]);
  });

  it('keep rows with too few and too many cells as they are', () => {
    const [table] = tablesOf('| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |\n| | |');
    assert.deepEqual(
      table?.rows.map((row) => row.cells.length),
      [1, 3, 2],
    );
  });

  it('keep a header that does not have the cells its delimiter line declares', () => {
    const [table] = tablesOf('| 序号 | 任务 | 单位 |\n|---|---|\n| 1 | 甲 | 乙 |');
    assert.equal(table?.columnCount, 2);
    assert.equal(table?.header.cells.length, 3);
  });

  it('end at a blank line, a heading, a comment, a rule, a quote mark of code and a numbered line', () => {
    for (const line of ['', '## 二', '<!-- x -->', '---', '```', '1. 推进改革。（市商务局）', '一、总体要求', '- 项']) {
      const [table] = tablesOf(`| a | b |\n|---|---|\n| 1 | 2 |\n${line}\n尾`);
      assert.equal(table?.rows.length, 1, line);
    }
  });

  it('take a line without a pipe for a row, as Markdown does', () => {
    assert.equal(tablesOf('| a | b |\n|---|---|\n| 1 | 2 |\n合计')[0]?.rows.length, 2);
  });

  it('go on behind a blank line, a comment or a footer where rows of the same width follow', () => {
    const head = '| a | b |\n|---|---|\n| 1 | x |\n';
    for (const between of ['\n', '\n\n\n', '<!-- bizenv-enable -->\n', '\n第 3 页\n\n', '\n---\n\n']) {
      const [first, second, ...rest] = tablesOf(`${head}${between}| 2 | y |\n| 3 | z |\n`);
      assert.equal(rest.length, 0);
      assert.equal(first?.continues, undefined);
      assert.equal(second?.continues, true, JSON.stringify(between));
      assert.equal(second?.header, first?.header);
      assert.deepEqual(
        second?.rows.map((row) => row.cells[0]?.content.text),
        ['2', '3'],
      );
    }
  });

  it('go on below a delimiter line of their own, without a header', () => {
    const [, second] = tablesOf('| a | b |\n|---|---|\n| 1 | x |\n\n|---|---|\n| 2 | y |');
    assert.equal(second?.continues, true);
    assert.equal(second?.rows.length, 1);
  });

  it('do not go on behind a heading, nor with rows of another width', () => {
    const head = '| a | b |\n|---|---|\n| 1 | x |\n\n';
    assert.equal(tablesOf(`${head}## 二\n\n| 2 | y |`).length, 1);
    assert.equal(tablesOf(`${head}| 2 | y | z |`).length, 1);
    assert.equal(tablesOf(`${head}推进“甲|乙|丙”`).length, 1);
  });

  it('say where a row, a cell and its words stand', () => {
    const text = '\ufeff| 序号 |  任务 |\r\n|---|---|\r\n|  1 | <b>推进\\|改革</b> |\r\n';
    const [table] = tablesOf(text);
    const row = table?.rows[0];
    const [number, task] = row?.cells ?? [];
    assert.ok(row !== undefined && number !== undefined && task !== undefined);
    assert.equal(text.slice(row.span.start, row.span.end), '|  1 | <b>推进\\|改革</b> |');
    assert.equal(text.slice(number.span.start, number.span.end), '  1 ');
    assert.equal(task.content.text, '推进|改革');
    assert.equal(task.bold, true);
    const { start, end } = task.content.spanOf(2, 4);
    assert.equal(text.slice(start, end), '\\|改');
  });
});
