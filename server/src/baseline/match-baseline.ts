import type { FindingIdentity } from '#shared/findings/key.ts';
import { type Grams, gramsOf } from '#shared/pairing/grams.ts';
import { gramSimilarity } from '#shared/pairing/similarity.ts';

/** An entry of a baseline: it stands for so many findings that are told alike. */
export interface BaselineEntry extends FindingIdentity {
  readonly count: number;
}

export interface BaselineMatch {
  /** For each finding whether an entry stands for it. */
  readonly covered: readonly boolean[];
  /** The entries as far as they stand for findings, and as far as they stand for nothing any more. */
  readonly kept: readonly BaselineEntry[];
  readonly gone: readonly BaselineEntry[];
}

/** How alike the words of a task must be for it to be the same one, edited. */
const SAME_TASK = 0.6;

/** What a numbering rule marks: it changes with the number. */
const NUMERAL = /^[\d一二三四五六七八九十百零〇()（）.、]+$/;

/**
 * Puts the findings of one file beside the entries of its baseline. An entry stands for no more findings than it counts:
 * first for those that are wholly the same, then for one on the number of a task that was renumbered, then for one of the
 * same rule on the same words of a task that was edited.
 */
export function matchBaseline(findings: readonly FindingIdentity[], entries: readonly BaselineEntry[]): BaselineMatch {
  const covered = findings.map(() => false);
  const left = entries.map((entry) => entry.count);
  for (const { keyOf, isSame } of [
    { keyOf: wholeKey, isSame: () => true },
    { keyOf: numberKey, isSame: () => true },
    { keyOf: wordsKey, isSame: taskComparison() },
  ]) {
    const open = new Map<string, number[]>();
    entries.forEach((entry, at) => {
      const key = left[at] === 0 ? undefined : keyOf(entry);
      const list = key === undefined ? undefined : open.get(key);
      if (list !== undefined) list.push(at);
      else if (key !== undefined) open.set(key, [at]);
    });
    findings.forEach((finding, index) => {
      const key = covered[index] ? undefined : keyOf(finding);
      const candidates = key === undefined ? [] : (open.get(key) ?? []);
      const place = candidates.findIndex((at) => isSame(entries[at] as FindingIdentity, finding));
      const found = candidates[place];
      if (found === undefined) return;
      const more = (left[found] ?? 0) - 1;
      left[found] = more;
      if (more === 0) candidates.splice(place, 1);
      covered[index] = true;
    });
  }
  return {
    covered,
    kept: counting(entries, (at, count) => count - (left[at] ?? 0)),
    gone: counting(entries, (at) => left[at] ?? 0),
  };
}

function counting(entries: readonly BaselineEntry[], countOf: (at: number, count: number) => number): BaselineEntry[] {
  return entries.flatMap((entry, at) => {
    const count = countOf(at, entry.count);
    return count === 0 ? [] : [{ ...entry, count }];
  });
}

function wholeKey({ rule, task, words }: FindingIdentity): string {
  return JSON.stringify([rule, task, words]);
}

/** Undefined where nothing speaks of one and the same task. */
function numberKey({ rule, task, words }: FindingIdentity): string | undefined {
  return task !== '' && NUMERAL.test(words) ? JSON.stringify([rule, task]) : undefined;
}

function wordsKey({ rule, words }: FindingIdentity): string | undefined {
  return words === '' ? undefined : JSON.stringify([rule, words]);
}

/** Whether the tasks of two findings are one, edited or not. Takes each text apart once. */
function taskComparison(): (a: FindingIdentity, b: FindingIdentity) => boolean {
  const known = new Map<string, Grams>();
  const grams = (task: string) => {
    const found = known.get(task) ?? gramsOf(task);
    known.set(task, found);
    return found;
  };
  return (a, b) => gramSimilarity(grams(a.task), grams(b.task)) >= SAME_TASK;
}
