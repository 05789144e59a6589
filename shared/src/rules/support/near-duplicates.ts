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

/** What a task says, ready to be compared. */
export class WrittenText {
  readonly words: string;
  /** The grams that stand for it: texts that share none of them are not compared. */
  readonly sketch: readonly number[];
  #grams: Grams | undefined;

  constructor(text: string) {
    this.words = withoutPunctuation(normalForm(text));
    this.sketch = this.words.length < SHORT ? [] : sketchOf(this.words);
  }

  /** Few texts of a draft come so close to another one that these are needed. */
  get grams(): Grams {
    this.#grams ??= gramsOf(this.words);
    return this.#grams;
  }
}

export function writtenPoint({ text }: Point, memory: Memory | undefined): WrittenText {
  return writtenText(text.text, memory);
}

export function writtenRow({ measures, task }: Row, memory: Memory | undefined): WrittenText {
  return writtenText((measures ?? task)?.text ?? '', memory);
}

function writtenText(written: string, memory: Memory | undefined): WrittenText {
  return recall(memory, 'duplicate-task', written, (text) => new WrittenText(text));
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
  /** The positions of the first texts that each gram stands for. */
  const byGram = new Map<number, number[]>();
  /** For each position the last text, counted from 1, that was compared with the one there. */
  const met = new Uint32Array(texts.length);
  for (const [index, copy] of texts.entries()) {
    const { words, sketch } = copy.written;
    const above = texts[index - 1];
    if (words.length < SHORT) {
      if (words !== '' && copy.isTitle && above?.isTitle && words === above.written.words)
        duplicates.push({ original: above.member, copy: copy.member });
      continue;
    }
    const isOriginal = (position: number) => {
      const earlier = texts[position];
      if (earlier === undefined || met[position] === index + 1) return false;
      met[position] = index + 1;
      return nearlySame(earlier, copy);
    };
    let original: ComparedText<Member> | undefined;
    for (const gram of sketch) {
      const positions = byGram.get(gram);
      original ??= texts[positions?.find(isOriginal) ?? -1];
      if (positions === undefined) byGram.set(gram, [index]);
      else if (positions.length < COMPARED) positions.push(index);
    }
    if (original !== undefined) duplicates.push({ original: original.member, copy: copy.member });
  }
  return duplicates;
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

/**
 * The pairs of neighbouring characters, each as one number, whose scrambled values are least: two texts that share most pairs
 * nearly always share some of these.
 */
function sketchOf(words: string): readonly number[] {
  const least: number[] = [];
  const ranks: number[] = [];
  let former = words.charCodeAt(0);
  for (let index = 1; index < words.length; index++) {
    const code = words.charCodeAt(index);
    const gram = (former << 16) | code;
    former = code;
    const rank = Math.imul(gram ^ (gram >>> 15), 0x9e3779b1) >>> 0;
    let at = ranks.length;
    if ((at === SKETCH && rank >= (ranks[SKETCH - 1] ?? 0)) || ranks.includes(rank)) continue;
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
