import { readFileSync } from 'node:fs';
import { cleanPairs } from '../accuracy/clean-pairs.ts';
import { render } from '../accuracy/draft.ts';
import { typesTheSame } from '../typing/typing.ts';

const seed = process.env.FUZZ_SEED ?? '';

describe('long typing', () => {
  it('gives after every edit what a fresh read gives: the real pair', () => {
    typesTheSame([readFileSync(new URL('../../seeds/shenzhen-2023.md', import.meta.url), 'utf8')], `real ${seed}`, 300);
  });

  for (const draft of cleanPairs().slice(1))
    it(`gives after every edit what a fresh read gives: ${draft.layout.name}`, () => {
      typesTheSame(render(draft), `${draft.layout.name} ${seed}`, 150);
    });
});
