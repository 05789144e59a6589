import assert from 'node:assert/strict';
import { sampleCases } from './cases.ts';
import { cleanPairs } from './clean-pairs.ts';
import { judge, loud } from './judge.ts';
import { exceptionFor } from './known-exceptions.ts';

describe('accuracy on generated pairs', () => {
  const pairs = cleanPairs();

  for (const pair of pairs) {
    it(`finds nothing in the clean pair ${pair.layout.name}`, () => {
      assert.deepEqual(
        loud(judge(pair)).map(({ rule, message }) => `${rule}: ${message.zh}`),
        [],
      );
    });
  }

  it('finds single mistakes once, by their rules, and nothing in what only looks wrong', () => {
    // A fixed sample in the smaller pairs; the full run is `npx tsx test/accuracy/run.ts`.
    const small = pairs.filter(({ layout }) => layout.name !== 'real-2023' && layout.name !== 'shenzhen-2024');
    const wrong = [...sampleCases(small, 11)].filter(
      ({ rule, name, pair, outcome }) => outcome !== 'ok' && exceptionFor(rule, name, pair) === undefined,
    );
    assert.deepEqual(
      wrong.map(
        ({ rule, name, pair, outcome, findings }) =>
          `${outcome}: ${rule}, ${name}, ${pair}: ${findings.map((finding) => `${finding.rule} ${finding.message.zh}`).join(' / ')}`,
      ),
      [],
    );
  });
});
