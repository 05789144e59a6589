import { normalForm } from '#shared/text/normal-form.ts';
import { PINYIN } from './pinyin-table.ts';

/** How well a name fits what was typed: 0 best. */
export type Fit = 0 | 1 | 2;

let readings: ReadonlyMap<string, readonly string[]> | undefined;

/**
 * Whether somebody who typed `query` may mean `name`: by its characters, by pinyin, by initials, or any mixture (`市sfaj`).
 * 0: from its beginning on; 1: from somewhere inside; 2: characters left out; undefined: not at all.
 */
export function fitOf(query: string, name: string): Fit | undefined {
  const typed = normalForm(query).toLowerCase().replaceAll("'", '');
  const characters = [...normalForm(name)];
  if (typed === '') return 0;
  if (runsFrom(0, typed, characters)) return 0;
  for (let start = 1; start < characters.length; start++) if (runsFrom(start, typed, characters)) return 1;
  return hasInOrder(typed, characters) ? 2 : undefined;
}

/** Each character takes itself, a reading of it, or the beginning of one. All ways are followed at once. */
function runsFrom(start: number, typed: string, characters: readonly string[]): boolean {
  let reached = new Set([0]);
  for (const character of characters.slice(start)) {
    const next = new Set<number>();
    for (const at of reached) for (const end of endsOf(character, typed, at)) next.add(end);
    if (next.has(typed.length)) return true;
    if (next.size === 0) return false;
    reached = next;
  }
  return false;
}

/** The places in what was typed up to which a character can go that begins at `at`. */
function endsOf(character: string, typed: string, at: number): readonly number[] {
  const ends: number[] = [];
  if (typed.startsWith(character, at)) ends.push(at + character.length);
  for (const reading of readingsOf(character))
    for (let length = 1; length <= reading.length && typed[at + length - 1] === reading[length - 1]; length++)
      ends.push(at + length);
  return ends;
}

/** Initials or characters in order, with others between: `fgw` for 市发展改革委. */
function hasInOrder(typed: string, characters: readonly string[]): boolean {
  let at = 0;
  for (const character of characters) {
    const next = typed[at];
    if (next === undefined) break;
    if (character === next || readingsOf(character).some((reading) => reading.startsWith(next))) at++;
  }
  return at === typed.length;
}

function readingsOf(character: string): readonly string[] {
  readings ??= readTable();
  return readings.get(character) ?? [];
}

function readTable(): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, string[]>();
  for (const word of PINYIN.trim().split(/\s+/)) {
    const syllable = /^[a-z]+/.exec(word)?.[0] ?? '';
    for (const character of word.slice(syllable.length)) {
      const known = table.get(character);
      if (known === undefined) table.set(character, [syllable]);
      else known.push(syllable);
    }
  }
  return table;
}
