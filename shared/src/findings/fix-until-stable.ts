import type { SourceText } from '../text/source-text.ts';
import { applyFixes, type FixKind } from './apply-fixes.ts';
import type { Finding } from './finding.ts';

/** More passes than a chain of fixes needs; a bound, because two rules could undo each other. */
const MOST_PASSES = 10;

export interface FixOutcome<Judged> {
  readonly texts: readonly SourceText[];
  /** What was fixed, pass after pass; places are those of the text of that pass. */
  readonly fixed: readonly Finding[];
  /** The judgement of the final texts: what remains. */
  readonly judged: Judged;
  /** False when the last pass still changed something. */
  readonly stable: boolean;
}

/** Fixes and judges again, until nothing more changes. */
export function fixUntilStable<Judged>(
  texts: readonly SourceText[],
  which: FixKind,
  judge: (texts: readonly SourceText[]) => Judged,
  findingsOf: (judged: Judged) => readonly Finding[],
): FixOutcome<Judged> {
  let current = texts;
  let judged = judge(current);
  const fixed: Finding[] = [];
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const done = applyFixes(current, findingsOf(judged), which);
    if (done.fixed.length === 0) return { texts: current, fixed, judged, stable: true };
    fixed.push(...done.fixed);
    current = done.texts;
    judged = judge(current);
  }
  const stable = applyFixes(current, findingsOf(judged), which).fixed.length === 0;
  return { texts: current, fixed, judged, stable };
}
