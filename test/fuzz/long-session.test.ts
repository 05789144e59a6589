import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { builtInDirectory } from '#server/directories/built-in.ts';
import { type LintOptions, lint } from '#shared/lint.ts';
import { Memory } from '#shared/memory/memory.ts';
import { SourceText } from '#shared/text/source-text.ts';
import { FollowedVersions } from '#shared/typing/followed-versions.ts';
import { Random } from '../accuracy/random.ts';
import { Typist } from '../typing/edits.ts';

/** An hour at a key every two seconds. */
const KEYS = 1800;
/** How often memory is looked at. */
const LOOKS = 6;

describe('hours of typing', () => {
  const realPair = readFileSync(new URL('../../seeds/shenzhen-2023.md', import.meta.url), 'utf8');

  it('leave memory as it was in the beginning', () => {
    const random = new Random('hour');
    let typist = new Typist(realPair, random);
    isFlat(KEYS, (key) => {
      // The draft stays one: what was typed in a few minutes is taken back.
      if (key % 120 === 0) typist = new Typist(realPair, random);
      return typist.typeWords();
    });
  });

  it('leave it so too where every key is followed', () => {
    const at = realPair.indexOf('，', realPair.indexOf('\n12. ')) + 1;
    const random = new Random('one point');
    let words = '';
    isFlat(5 * KEYS, (key) => {
      words = key % 60 === 0 ? '' : words + random.pick([...'推动政务服务提质增效']);
      return realPair.slice(0, at) + words + realPair.slice(at);
    });
  });
});

/** @param type gives the text after each key. */
function isFlat(keys: number, type: (key: number) => string): void {
  const collectGarbage = garbageCollector();
  const options: LintOptions & Record<'readingMemory' | 'judgingMemory', Memory> = {
    directory: builtInDirectory(),
    readingMemory: new Memory(),
    judgingMemory: new Memory(),
  };
  const versions = new FollowedVersions();
  const heaps: number[] = [];
  const sizes: number[] = [];
  for (let key = 0; key < keys; key++) {
    const source = new SourceText(type(key), 'draft.md');
    if (versions.next(source) === undefined) {
      const [result] = lint([source], options).files;
      if (result !== undefined) versions.judged(result, options);
    }
    if ((key + 1) % (keys / LOOKS) !== 0) continue;
    collectGarbage();
    heaps.push(process.memoryUsage().heapUsed / 1e6);
    sizes.push(options.readingMemory.size + options.judgingMemory.size);
  }
  const [first = 0] = heaps;
  const last = heaps.at(-1) ?? Number.POSITIVE_INFINITY;
  assert.ok(last < first + 20, `heap in MB, a sixth of the time after the other: ${heaps.map(Math.round).join(', ')}`);
  assert.ok(Math.max(...sizes) < 60_000, `results kept, likewise: ${sizes.join(', ')}`);
}

function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
