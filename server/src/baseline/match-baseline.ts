import type { FindingIdentity } from '#shared/findings/key.ts';
import { type Grams, gramsOf } from '#shared/pairing/grams.ts';
import { gramSimilarity } from '#shared/pairing/similarity.ts';

export interface BaselineMatch {
  /** For each finding whether an entry stands for it. */
  readonly covered: readonly boolean[];
  /** The entries that stand for a finding, and those that stand for nothing any more. */
  readonly kept: readonly FindingIdentity[];
  readonly gone: readonly FindingIdentity[];
}

/** How alike the words of a task must be for it to be the same one, edited. */
const SAME_TASK = 0.6;

/** What a numbering rule marks: it changes with the number. */
const NUMERAL = /^[\d一二三四五六七八九十百零〇()（）.、]+$/;

/**
 * Puts the findings of one file beside the entries of its baseline. An entry stands for one finding at most: first for one
 * that is wholly the same, then for one on the number of a task that was renumbered, then for one of the same rule on the
 * same words of a task that was edited.
 */
export function matchBaseline(
  findings: readonly FindingIdentity[],
  entries: readonly FindingIdentity[],
): BaselineMatch {
  const covered = findings.map(() => false);
  const used = entries.map(() => false);
  for (const { keyOf, isSame } of [
    { keyOf: wholeKey, isSame: () => true },
    { keyOf: numberKey, isSame: () => true },
    { keyOf: wordsKey, isSame: taskComparison() },
  ]) {
    const open = new Map<string, number[]>();
    entries.forEach((entry, at) => {
      const key = used[at] ? undefined : keyOf(entry);
      const list = key === undefined ? undefined : open.get(key);
      if (list !== undefined) list.push(at);
      else if (key !== undefined) open.set(key, [at]);
    });
    findings.forEach((finding, index) => {
      const key = covered[index] ? undefined : keyOf(finding);
      const candidates = key === undefined ? [] : (open.get(key) ?? []);
      const place = candidates.findIndex((at) => isSame(entries[at] as FindingIdentity, finding));
      const [found] = place < 0 ? [] : candidates.splice(place, 1);
      if (found === undefined) return;
      used[found] = true;
      covered[index] = true;
    });
  }
  return {
    covered,
    kept: entries.filter((_, at) => used[at] === true),
    gone: entries.filter((_, at) => used[at] !== true),
  };
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
