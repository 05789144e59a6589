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

/** An hour at a key every two seconds, and how often memory is looked at. */
const KEYS = 1800;
const LOOK = 300;

describe('an hour of typing', () => {
  it('leaves memory as it was after the first minutes', () => {
    const collectGarbage = garbageCollector();
    const text = readFileSync(new URL('../../seeds/shenzhen-2023.md', import.meta.url), 'utf8');
    const options: LintOptions & Record<'readingMemory' | 'judgingMemory', Memory> = {
      directory: builtInDirectory(),
      readingMemory: new Memory(),
      judgingMemory: new Memory(),
    };
    const random = new Random('hour');
    let typist = new Typist(text, random);
    const versions = new FollowedVersions();
    const heaps: number[] = [];
    const sizes: number[] = [];
    for (let key = 0; key < KEYS; key++) {
      // The draft stays one: what was typed in a few minutes is taken back.
      if (key % 120 === 0) typist = new Typist(text, random);
      const source = new SourceText(typist.typeWords(), 'draft.md');
      if (versions.next(source) === undefined) {
        const [result] = lint([source], options).files;
        if (result !== undefined) versions.judged(result, options);
      }
      if (key % LOOK !== LOOK - 1) continue;
      collectGarbage();
      heaps.push(process.memoryUsage().heapUsed / 1e6);
      sizes.push(options.readingMemory.size + options.judgingMemory.size);
    }
    const [first = 0] = heaps;
    const last = heaps.at(-1) ?? Number.POSITIVE_INFINITY;
    assert.ok(last < first + 20, `heap in MB after each ten minutes: ${heaps.map(Math.round).join(', ')}`);
    assert.ok(Math.max(...sizes) < 40_000, `results kept after each ten minutes: ${sizes.join(', ')}`);
  });
});

function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
