import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { cleanPairs } from '../accuracy/clean-pairs.ts';
import { render } from '../accuracy/draft.ts';
import { largePair } from '../bench/large-pair.ts';
import { followsEdit, followsTyping, typesTheSame } from './typing.ts';

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

  it('is followed beside a year of its targets, not where a year becomes stale', () => {
    const at = YEAR_PAIR.lastIndexOf('2023年全年', YEAR_PAIR.indexOf('| 序号'));
    assert.ok(followsEdit(YEAR_PAIR, { start: at - 1, end: at - 1, text: '再' }));
    assert.ok(!followsEdit(YEAR_PAIR, { start: at + 3, end: at + 4, text: '2' }));
  });
});
