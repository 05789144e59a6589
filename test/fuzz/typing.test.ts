import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { cleanPairs } from '../accuracy/clean-pairs.ts';
import { render } from '../accuracy/draft.ts';
import { largePair } from '../bench/large-pair.ts';
import { followsEdit, followsTyping, typesTheSame } from '../typing/typing.ts';

const seed = process.env.FUZZ_SEED ?? '';
const realPair = readFileSync(new URL('../../seeds/shenzhen-2023.md', import.meta.url), 'utf8');
const drafts = cleanPairs().slice(1);

describe('long typing', () => {
  it('gives after every edit what a fresh read gives: the real pair', () => {
    typesTheSame([realPair], `real ${seed}`, 300);
  });

  for (const draft of drafts)
    it(`gives after every edit what a fresh read gives: ${draft.layout.name}`, () => {
      typesTheSame(render(draft), `${draft.layout.name} ${seed}`, 150);
    });

  it('is followed key by key with what a fresh read gives: the real pair', () => {
    assert.ok(followsTyping(realPair, `real ${seed}`, 600) > 0.1);
  });

  for (const draft of drafts)
    it(`is followed key by key with what a fresh read gives: ${draft.layout.name}`, () => {
      // In one file: only such a draft is followed.
      assert.ok(followsTyping(render(draft).join('\n'), `${draft.layout.name} ${seed}`, 200) > 0.02);
    });

  it('is followed where numbers start again in each section', () => {
    const text = largePair(1200);
    const at = text.lastIndexOf('全年服务企业', text.indexOf('| 序号'));
    assert.ok(followsEdit(text, { start: at, end: at, text: '进一步' }));
  });
});
