import { readFileSync } from 'node:fs';
import { cleanPairs } from '../accuracy/clean-pairs.ts';
import { render } from '../accuracy/draft.ts';
import { typesTheSame } from './typing.ts';

describe('a draft that is typed in', () => {
  it('is judged after every edit as if it were read anew: the real pair', () => {
    typesTheSame([readFileSync(new URL('../../seeds/shenzhen-2023.md', import.meta.url), 'utf8')], 'real', 8);
  });

  it('is judged after every edit as if it were read anew: pairs of all layouts', () => {
    for (const draft of cleanPairs().slice(1)) typesTheSame(render(draft), draft.layout.name, 4);
  });
});
