import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { applyEdits } from '#shared/findings/apply-fixes.ts';
import type { Finding } from '#shared/findings/finding.ts';
import { cleanLines, findAll, rowLines } from './layout-pair.ts';

const DELIMITER = '| --- | --- | --- | --- | --- | --- |';
const row = (number: number) => rowLines[number - 1] ?? -1;

/** The clean pair with each line, by its index, as some lines in its place. */
function pairWith(changes: ReadonlyMap<number, readonly string[]>): string {
  return cleanLines.flatMap((line, index) => changes.get(index) ?? [line]).join('\n');
}

const lineAt = (index: number) => cleanLines[index] ?? '';

/** A page ends before a row: Markdown takes the row for a header, or for plain text. */
const asHeader = (line: string) => ['', line, DELIMITER];
const afterBlank = (line: string) => ['', line];

const structural = (text: string): readonly Finding[] =>
  findAll(text).filter(({ rule, severity }) => severity !== 'info' && rule !== 'split-table');

/** The text after the first fix of the only finding of a rule. */
function fixedBy(rule: string, text: string): string {
  const found = structural(text);
  assert.deepEqual(
    found.map((finding) => finding.rule),
    [rule],
  );
  return applyEdits(text, found[0]?.fixes[0]?.edits ?? assert.fail('no fix'));
}

function assertInOrder(text: string): void {
  assert.deepEqual(structural(text), []);
  const tasks = text.split('\n').filter((line) => /^\|\s*\d/.test(line));
  assert.deepEqual(
    tasks,
    rowLines.map((index) => lineAt(index)),
  );
}

for (const [page, below] of [
  ['that Markdown takes for a header', asHeader],
  ['behind a blank line', afterBlank],
] as const)
  describe(`the first row of a page ${page}`, () => {
    it('is moved to its place, and nothing else is', () => {
      // Row 3 opens the page of row 7.
      const text = pairWith(
        new Map([
          [row(3), []],
          [row(7), [...below(lineAt(row(3))), lineAt(row(7))]],
        ]),
      );
      assertInOrder(fixedBy('row-numbering', text));
    });

    it('has a row put behind it, not between it and its dashes', () => {
      const text = pairWith(
        new Map([
          [row(7), below(lineAt(row(7)))],
          [row(8), []],
          [row(12), [lineAt(row(12)), lineAt(row(8))]],
        ]),
      );
      assertInOrder(fixedBy('row-numbering', text));
    });

    it('has a missing row put in at the end of the page before', () => {
      const text = pairWith(
        new Map([
          [row(6), []],
          [row(7), below(lineAt(row(7)))],
        ]),
      );
      const fixed = fixedBy('missing-row', text).split('\n');
      const at = fixed.findIndex((line) => line.startsWith('| 6 |'));
      assert.equal(fixed[at - 1], lineAt(row(6) - 1));
      assert.equal(fixed[at + 1], '');
    });

    it('has a section row that stands too high moved below it', () => {
      const section = lineAt(row(6) - 1);
      assert.match(section, /^\| 二、/);
      const text = pairWith(
        new Map([
          [row(6) - 1, []],
          [row(5), below(section).concat(lineAt(row(5)))],
        ]),
      );
      assertInOrder(fixedBy('section-mismatch', text));
    });
  });

describe('the rows of a page after a row that Markdown took for a header', () => {
  it('are each read once', () => {
    const text = pairWith(
      new Map([
        [row(7), asHeader(lineAt(row(7)))],
        [row(9), afterBlank(lineAt(row(9)))],
      ]),
    );
    assert.deepEqual(structural(text), []);
  });
});

describe('a run of rows in reverse', () => {
  it('is put in order where the points have the order', () => {
    const run = [6, 7, 8, 9];
    const text = pairWith(new Map(run.map((number, index) => [row(number), [lineAt(row(9 - index))]])));
    assert.equal(fixedBy('row-numbering', text), cleanLines.join('\n'));
  });
});

describe('a row whose merged cells go on in the next one', () => {
  it('takes that along where it is moved', () => {
    const ordered = readFileSync(new URL('../fixtures/layouts/several-rows-per-point.md', import.meta.url), 'utf8')
      .replace(/^\| (\d+)-1 /gm, '| $1 ')
      .replace(/^\| \d+-2 \|[^|]+\|[^|]+/gm, '| | | ');
    assert.deepEqual(structural(ordered), []);
    const lines = ordered.split('\n');
    const at = (number: number) => lines.findIndex((line) => line.startsWith(`| ${number} |`));
    const moved = lines.splice(at(8), 2);
    lines.splice(at(3), 0, ...moved);
    const found = structural(lines.join('\n')).filter(({ rule }) => rule === 'row-numbering');
    assert.equal(applyEdits(lines.join('\n'), found[0]?.fixes[0]?.edits ?? []), ordered);
  });
});
