import assert from 'node:assert/strict';
import { builtInDirectory } from '#server/directories/built-in.ts';
import { type LintOptions, lint } from '#shared/lint.ts';
import { Memory } from '#shared/memory/memory.ts';
import { SourceText } from '#shared/text/source-text.ts';
import { Random } from '../accuracy/random.ts';
import { described } from './described.ts';
import { Typist } from './edits.ts';

const directory = builtInDirectory();

/** Types at random in some texts that are judged together; after each edit the result is that of a fresh read. */
export function typesTheSame(texts: readonly string[], seed: string, edits: number): void {
  const random = new Random(seed);
  const typists = texts.map((text) => new Typist(text, random));
  const ids = texts.map((_, index) => `text-${index}.md`);
  const options: LintOptions = { directory, pairs: [ids] };
  const memories = { readingMemory: new Memory(), judgingMemory: new Memory() };
  for (let edit = 0; edit < edits; edit++) {
    typists[random.below(typists.length)]?.step();
    const read = () => typists.map(({ text }, index) => new SourceText(text, ids[index]));
    const remembered = described(lint(read(), { ...options, ...memories }));
    const fresh = described(lint(read(), options));
    try {
      assert.deepEqual(remembered, fresh);
    } catch (error) {
      throw new Error(`edit ${edit} of ${seed}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
