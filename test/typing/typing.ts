import assert from 'node:assert/strict';
import { builtInDirectory } from '#server/directories/built-in.ts';
import { type LintOptions, lint } from '#shared/lint.ts';
import { Memory } from '#shared/memory/memory.ts';
import { SourceText } from '#shared/text/source-text.ts';
import { FollowedVersions } from '#shared/typing/followed-versions.ts';
import { Random } from '../accuracy/random.ts';
import { described, describedFindings } from './described.ts';
import { type TextEdit, Typist } from './edits.ts';

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
    sameAs(remembered, fresh, `edit ${edit} of ${seed}`);
  }
}

/**
 * Types words in a text; wherever the findings are followed, they are those of a fresh read.
 * @returns the share of the edits that were followed.
 */
export function followsTyping(text: string, seed: string, edits: number): number {
  const random = new Random(seed);
  let typist = new Typist(text, random);
  const options: LintOptions = { directory, readingMemory: new Memory(), judgingMemory: new Memory() };
  const versions = new FollowedVersions();
  let followed = 0;
  for (let edit = 0; edit < edits; edit++) {
    // Soon nothing would be left of the draft.
    if (edit % 40 === 39) typist = new Typist(text, random);
    const source = new SourceText(random.below(12) === 0 ? typist.step() : typist.typeWords(), 'text.md');
    const found = versions.next(source);
    if (found === undefined) {
      const [result] = lint([source], options).files;
      if (result !== undefined) versions.judged(result, options);
      continue;
    }
    followed++;
    const [fresh] = lint([new SourceText(typist.text, 'text.md')], { directory }).files;
    sameAs(describedFindings(found), describedFindings(fresh?.findings ?? []), `edit ${edit} of ${seed}`);
  }
  return followed / edits;
}

/** Whether each version of a text but the first one is followed; where it is, with what a fresh read finds. */
export function followedAfter(texts: readonly string[]): readonly boolean[] {
  const options: LintOptions = { directory, readingMemory: new Memory(), judgingMemory: new Memory() };
  const versions = new FollowedVersions();
  return texts
    .map((text, version) => {
      const source = new SourceText(text, 'text.md');
      const found = versions.next(source);
      if (found === undefined) {
        const [result] = lint([source], options).files;
        if (result !== undefined) versions.judged(result, options);
        return false;
      }
      const [fresh] = lint([source], { directory }).files;
      sameAs(describedFindings(found), describedFindings(fresh?.findings ?? []), `version ${version}`);
      return true;
    })
    .slice(1);
}

/** Which of some versions of a text are looked at as a whole, by position. */
export function wholeLooks(texts: readonly string[]): readonly number[] {
  const options: LintOptions = { directory, readingMemory: new Memory(), judgingMemory: new Memory() };
  const versions = new FollowedVersions();
  return texts.flatMap((text, version) => {
    const source = new SourceText(text, 'text.md');
    if (versions.next(source) !== undefined) return [];
    const [result] = lint([source], options).files;
    if (result !== undefined) versions.judged(result, options);
    return [version];
  });
}

/** Whether one edit of a text is followed; where it is, with what a fresh read finds. */
export function followsEdit(text: string, { start, end, text: typed }: TextEdit): boolean {
  return followedAfter([text, text.slice(0, start) + typed + text.slice(end)]).every(Boolean);
}

function sameAs(found: unknown, expected: unknown, edit: string): void {
  try {
    assert.deepEqual(found, expected);
  } catch (error) {
    throw new Error(`${edit}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
