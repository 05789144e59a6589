import assert from 'node:assert/strict';
import { checkSync } from 'recheck';
import { composed, grammarPatterns, literals, madeAtRunTime, type Pattern } from './product-patterns.ts';

// The checker in JavaScript: it needs no binary of the platform.
process.env.RECHECK_BACKEND = 'pure';

/** Bounds counted in steps, not in time, so that every machine comes to the same answer. */
const EFFORT = {
  timeout: null,
  seed: 20230226,
  maxIteration: 3,
  incubationLimit: 10_000,
  attackLimit: 100_000_000,
  maxAttackStringSize: 20_000,
  maxFuzzStringSize: 2048,
} as const;

/** What a text can make of it; undefined where the time grows with the text's length alone. */
function danger({ source, flags, place }: Pattern, checker: 'auto' | 'automaton' = 'auto'): string | undefined {
  // Positions of groups (`d`) change nothing of the search.
  const result = checkSync(source, flags.replace('d', ''), { ...EFFORT, checker });
  if (result.status === 'safe' || (result.status === 'unknown' && checker === 'automaton')) return undefined;
  const why =
    result.status === 'vulnerable' ? `${result.complexity.summary}: ${result.attack.pattern}` : result.error.kind;
  return `${place}: /${source}/${flags} is ${result.status}, ${why}`;
}

function dangers(patterns: readonly Pattern[], checker?: 'automaton'): readonly string[] {
  const places = new Map<string, Pattern>();
  for (const pattern of patterns) {
    const key = `/${pattern.source}/${pattern.flags}`;
    const same = places.get(key);
    places.set(key, same === undefined ? pattern : { ...same, place: `${same.place}, ${pattern.place}` });
  }
  return [...places.values()].flatMap((pattern) => danger(pattern, checker) ?? []);
}

describe('regular expressions', () => {
  it('are told apart by the checker', () => {
    for (const source of ['(a+)+$', '\\s+$', 'x*y*x*$', '(?<!q)[ab]*b[ab]*c'])
      assert.ok(danger({ source, flags: '', place: 'here' })?.includes('vulnerable'), source);
    assert.equal(danger({ source: '^a+$', flags: '', place: 'here' }), undefined);
  });

  it('take time in proportion to the text, where they are written as such', () => {
    const found = literals();
    assert.ok(found.length > 300);
    assert.deepEqual(dangers(found), []);
  });

  it('take time in proportion to the text, where they are put together', async () => {
    const found = await composed();
    assert.ok(found.length > 10);
    assert.deepEqual(dangers(found), []);
  });

  it('take time in proportion to the line, in the grammar', () => {
    const found = grammarPatterns();
    assert.ok(found.length > 5);
    // Those that look around are left to editors, which colour no line of more than 20,000 characters.
    assert.deepEqual(dangers(found, 'automaton'), []);
  });

  it('are never made of a text while the product runs', () => assert.deepEqual(madeAtRunTime(), []));
});
