import assert from 'node:assert/strict';
import { formatDocument } from '#shared/drafting/format.ts';
import { textWidth } from '#shared/formatting/text-width.ts';
import { SourceText } from '#shared/text/source-text.ts';
import { layouts, options, seed, subjectOf } from './documents.ts';

function said(source: SourceText): readonly string[] {
  const { points, rows } = subjectOf(source);
  const cells = rows.flatMap(({ cells: all }) => Object.values(all).map(({ content }) => content.text));
  return [...points.map(({ text }) => text.text), ...cells].map((text) => text.normalize('NFKC').replace(/\s/g, ''));
}

describe('formatting', () => {
  for (const source of [seed, ...layouts])
    it(`${source.id.replace(/.*\//, '')} changes no word, and nothing the second time`, () => {
      const once = formatDocument(source, options);
      assert.equal(formatDocument(once, options).text, once.text);
      assert.deepEqual(said(once), said(source));
    });

  it('leaves one table with its pipes below one another', () => {
    const lines = formatDocument(seed, options)
      .text.split('\n')
      .filter((line) => line.startsWith('|'));
    assert.equal(lines.filter((line) => line.includes('序号')).length, 1);
    assert.equal(new Set(lines.map(textWidth)).size, 1);
  });

  it('puts the headings of each tier below those of the tier above', () => {
    const { text } = formatDocument(seed, options);
    assert.equal(text.match(/^# .*(?:工作要点|重点任务清单)$/gm)?.length, 2);
    assert.equal(text.match(/^##? [（(]/gm), null);
  });

  it('leaves a document alone that holds neither part', () => {
    const other = new SourceText('# 日记\n\n| a | b |\n|-|-|\n| 1 | 22222 |\n');
    assert.equal(formatDocument(other, options).text, other.text);
  });
});
