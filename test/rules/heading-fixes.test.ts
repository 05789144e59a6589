import assert from 'node:assert/strict';
import { cleanPair, findAll } from './layout-pair.ts';

describe('a heading that differs from the others of its tier', () => {
  const bold = cleanPair.replace(/^### (.*)$/gm, '**$1**');
  const heading = /^\*\*（二）.*\*\*$/m.exec(bold)?.[0] ?? '';
  const fixesOf = (text: string) =>
    findAll(text)
      .filter(({ rule }) => rule === 'heading-level')
      .map(({ fixes }) => fixes.length);

  it('is made bold where it has lost its stars', () => {
    assert.deepEqual(fixesOf(bold.replace(heading, heading.slice(2, -2))), [1]);
  });

  it('is left to a person where it has lost half of them', () => {
    assert.deepEqual(fixesOf(bold.replace(heading, heading.slice(2))), [0]);
  });
});
