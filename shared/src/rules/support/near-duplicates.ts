import { type Memory, recall } from '../../memory/memory.ts';
import type { Point, Row, UnitList } from '../../model/policy-document.ts';
import { type Grams, gramsOf, sharedGrams } from '../../pairing/grams.ts';
import { normalForm } from '../../text/normal-form.ts';
import { withoutPunctuation } from '../../text/signs.ts';
import { oncePerSubject } from './once-per-subject.ts';

/** Two tasks of one part that say nearly the same. */
export interface Duplicate<Member> {
  readonly original: Member;
  readonly copy: Member;
}

export interface Duplicates {
  readonly points: readonly Duplicate<Point>[];
  readonly rows: readonly Duplicate<Row>[];
  /** For each point and row of such two, the other one. */
  readonly twins: ReadonlyMap<Point | Row, Point | Row>;
  readonly copies: ReadonlySet<Point | Row>;
}

/** A text shorter than this is compared no further: a few words are soon repeated. */
export const SHORT = 12;
/** From this length on a text that is not quite the same can be a copy. */
const LONG = 30;
/** Share of common grams that makes two long texts nearly the same. */
const NEARLY_SAME = 0.85;
/** How many grams stand for a text, and how many texts of one gram are compared. */
const SKETCH = 8;
export const COMPARED = 8;

export const NO_DUPLICATES: Duplicates = { points: [], rows: [], twins: new Map(), copies: new Set() };

/** The pasted copies among the points and among the rows. */
export const duplicatesOf = oncePerSubject((subject): Duplicates => {
  const unitKeys = (list: UnitList | undefined) =>
    (list?.mentions ?? []).map(({ name }) => subject.directory.keyOf(name)).join();
  const { memory } = subject;
  const points = subject.workPoints.flatMap((part) =>
    findDuplicates(
      part.points.map((point) => ({
        member: point,
        written: writtenPoint(point, memory),
        isTitle: false,
        units: () => unitKeys(point.units),
      })),
    ),
  );
  const rows = subject.taskLists.flatMap((list) =>
    findDuplicates(
      list.rows.map((row) => ({
        member: row,
        written: writtenRow(row, memory),
        isTitle: isTitle(row),
        units: () => unitKeys(row.leadUnits),
      })),
    ),
  );
  const all: readonly Duplicate<Point | Row>[] = [...points, ...rows];
  return {
    points,
    rows,
    copies: new Set(all.map(({ copy }) => copy)),
    twins: new Map([
      ...all.map(({ original, copy }) => [original, copy] as const),
      ...all.map(({ original, copy }) => [copy, original] as const),
    ]),
  };
});

interface ComparedText<Member> {
  readonly member: Member;
  readonly written: WrittenText;
  /** All that a list without measures says of a task. */
  readonly isTitle: boolean;
  readonly units: () => string;
}

export interface WrittenText {
  readonly words: string;
  readonly grams: Grams;
  /** The grams that stand for it. */
  readonly sketch: readonly number[];
}

export function writtenPoint({ text }: Point, memory: Memory | undefined): WrittenText {
  return writtenText(text.text, memory);
}

export function writtenRow({ measures, task }: Row, memory: Memory | undefined): WrittenText {
  return writtenText((measures ?? task)?.text ?? '', memory);
}

function writtenText(written: string, memory: Memory | undefined): WrittenText {
  return recall(memory, 'duplicate-task', written, (text) => {
    const grams = gramsOf(text);
    return { words: withoutPunctuation(normalForm(text)), grams, sketch: sketchOf(grams) };
  });
}

/** A numbered row of a list that has titles alone. */
function isTitle({ cells, label }: Row): boolean {
  return cells.measures === undefined && label !== undefined;
}

/**
 * Each text that is nearly an earlier one, and each title that the row above has too, however short. Texts meet only where
 * they share one of the few grams that stand for them.
 */
function findDuplicates<Member>(texts: readonly ComparedText<Member>[]): Duplicate<Member>[] {
  const duplicates: Duplicate<Member>[] = [];
  const byGram = new Map<number, ComparedText<Member>[]>();
  for (const [index, copy] of texts.entries()) {
    const { words, sketch } = copy.written;
    const above = texts[index - 1];
    if (words.length < SHORT) {
      if (words !== '' && copy.isTitle && above?.isTitle && words === above.written.words)
        duplicates.push({ original: above.member, copy: copy.member });
      continue;
    }
    const original = meetingAt(byGram, sketch).find((earlier) => nearlySame(earlier, copy));
    if (original !== undefined) duplicates.push({ original: original.member, copy: copy.member });
    for (const gram of sketch) {
      const bucket = byGram.get(gram);
      if (bucket === undefined) byGram.set(gram, [copy]);
      else if (bucket.length < COMPARED) bucket.push(copy);
    }
  }
  return duplicates;
}

/** The texts that stand under some of the grams, each once. */
function meetingAt<Text>(byGram: ReadonlyMap<number, readonly Text[]>, grams: readonly number[]): readonly Text[] {
  let met: Set<Text> | undefined;
  for (const gram of grams)
    for (const text of byGram.get(gram) ?? []) {
      met ??= new Set();
      met.add(text);
    }
  return met === undefined ? [] : [...met];
}

function nearlySame<Member>(one: ComparedText<Member>, other: ComparedText<Member>): boolean {
  const [a, b] = [one.written, other.written];
  if (a.words === b.words) return true;
  const shorter = Math.min(a.words.length, b.words.length);
  if (shorter < LONG) return false;
  const all = a.grams.length + b.grams.length;
  if (!shareMost(a.grams, b.grams)) return false;
  const shared = sharedGrams(a.grams, b.grams);
  if (shared < NEARLY_SAME * (all - shared)) return false;
  return !isOtherObject(a.words, b.words) || (shorter >= 2 * LONG && one.units() === other.units());
}

/** At least as often true as the shared grams are nearly all; looked at no further than until too many are not. */
export function shareMost(a: Grams, b: Grams): boolean {
  // Of `all` grams of both, the shared ones counted twice, so many may be unlike: shared >= NEARLY_SAME * (all - shared).
  const most = ((a.length + b.length) * (1 - NEARLY_SAME)) / (1 + NEARLY_SAME);
  let [i, j, unlike] = [0, 0, 0];
  while (unlike <= most && i < a.length && j < b.length) {
    const left = a[i] as number;
    const right = b[j] as number;
    if (left !== right) unlike++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  // Not exact to the last digit: too much is called alike, never too little.
  return unlike + a.length - i + b.length - j <= most + 1e-6;
}

/** True where one name stands for another: with other units, a sibling of the task and no copy. */
function isOtherObject(a: string, b: string): boolean {
  let from = 0;
  while (a[from] === b[from]) from++;
  let back = 0;
  const limit = Math.min(a.length, b.length) - from;
  while (back < limit && a.at(-1 - back) === b.at(-1 - back)) back++;
  const inA = a.slice(from, a.length - back);
  const inB = b.slice(from, b.length - back);
  return inA !== '' && inB !== '';
}

/** The grams whose scrambled values are least: two texts that share most grams nearly always share some of these. */
function sketchOf(grams: Grams): readonly number[] {
  const least: number[] = [];
  const ranks: number[] = [];
  // By its index: an iterator costs more than all that is done with the gram.
  for (let index = 0; index < grams.length; index++) {
    const gram = grams[index] as number;
    const rank = Math.imul(gram ^ (gram >>> 15), 0x9e3779b1) >>> 0;
    let at = ranks.length;
    if (at === SKETCH && rank >= (ranks[SKETCH - 1] ?? 0)) continue;
    if (at === SKETCH) at--;
    for (; at > 0 && (ranks[at - 1] ?? 0) > rank; at--) {
      ranks[at] = ranks[at - 1] ?? 0;
      least[at] = least[at - 1] ?? 0;
    }
    ranks[at] = rank;
    least[at] = gram;
  }
  return least;
}
