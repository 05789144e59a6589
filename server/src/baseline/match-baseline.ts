import type { FindingIdentity } from '#shared/findings/key.ts';
import { similarity } from '#shared/pairing/similarity.ts';

export interface BaselineMatch {
  /** For each finding whether an entry stands for it. */
  readonly covered: readonly boolean[];
  /** The entries that stand for nothing any more. */
  readonly gone: readonly FindingIdentity[];
}

/** How alike the words of a task must be for it to be the same one, edited. */
const SAME_TASK = 0.6;

/** What a numbering rule marks: it changes with the number. */
const NUMERAL = /^[\d一二三四五六七八九十百零〇()（）.、]+$/;

/**
 * Puts the findings of one file beside the entries of its baseline. An entry stands for one finding at most: first for one
 * that is wholly the same, then for one of the same rule on the same words of a task that was edited, or on the number of
 * a task that was renumbered.
 */
export function matchBaseline(
  findings: readonly FindingIdentity[],
  entries: readonly FindingIdentity[],
): BaselineMatch {
  const covered = findings.map(() => false);
  let left = entries;
  for (const isSame of [isEqual, isRenumbered, isEdited]) {
    const open = new Map<string, FindingIdentity[]>();
    for (const entry of left) {
      const list = open.get(entry.rule);
      if (list === undefined) open.set(entry.rule, [entry]);
      else list.push(entry);
    }
    findings.forEach((finding, index) => {
      if (covered[index]) return;
      const candidates = open.get(finding.rule) ?? [];
      const found = candidates.findIndex((entry) => isSame(entry, finding));
      if (found < 0) return;
      candidates.splice(found, 1);
      covered[index] = true;
    });
    left = [...open.values()].flat();
  }
  return { covered, gone: left };
}

function isEqual(a: FindingIdentity, b: FindingIdentity): boolean {
  return a.task === b.task && a.words === b.words;
}

function isRenumbered(a: FindingIdentity, b: FindingIdentity): boolean {
  return a.task === b.task && a.task !== '' && NUMERAL.test(a.words) && NUMERAL.test(b.words);
}

function isEdited(a: FindingIdentity, b: FindingIdentity): boolean {
  return a.words === b.words && a.words !== '' && similarity(a.task, b.task) >= SAME_TASK;
}
