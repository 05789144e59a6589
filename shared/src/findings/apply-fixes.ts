import { SourceText } from '../text/source-text.ts';
import type { Edit, Finding, Fix } from './finding.ts';

/** `safe`: what `--fix` may do unasked. `all`: the first fix of every finding, suggested ones too. */
export type FixKind = 'safe' | 'all';

export interface FixPass {
  /** In the order given, each with its id; a text without an edit is the same object. */
  readonly texts: readonly SourceText[];
  /** The findings whose first fix went in. */
  readonly fixed: readonly Finding[];
}

/** The text with the edits done; nothing outside the edits changes. Edits must not overlap, their order is free. */
export function applyEdits(text: string, edits: readonly Pick<Edit, 'start' | 'end' | 'text'>[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at) throw new RangeError(`edits overlap at ${edit.start}`);
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/**
 * One pass: applies the first fix of each finding, whole or not at all. A fix that meets one already taken waits for the
 * next pass, because what it was made for may look different then.
 */
export function applyFixes(texts: readonly SourceText[], findings: readonly Finding[], which: FixKind): FixPass {
  const taken = new Map<SourceText, Edit[]>(texts.map((text) => [text, []]));
  const fixed: Finding[] = [];
  for (const finding of findings) {
    const fix = firstFix(finding, which);
    if (fix === undefined || !fix.edits.every((edit) => isFree(taken.get(edit.source), edit))) continue;
    for (const edit of fix.edits) {
      const edits = taken.get(edit.source) ?? [];
      edits.splice(placeOf(edits, edit.start), 0, edit);
    }
    fixed.push(finding);
  }
  return {
    texts: texts.map((text) => {
      const edits = taken.get(text) ?? [];
      return edits.length === 0 ? text : new SourceText(applyEdits(text.text, edits), text.id);
    }),
    fixed,
  };
}

/** The fix that a bulk run applies to a finding. */
function firstFix(finding: Finding, which: FixKind): Fix | undefined {
  const [first] = finding.fixes;
  return first !== undefined && (first.safe || which === 'all') ? first : undefined;
}

/** Edits that only touch count as meeting: their order would decide what comes out. */
function isFree(taken: readonly Edit[] | undefined, edit: Edit): boolean {
  if (taken === undefined) return false;
  const at = placeOf(taken, edit.start);
  const before = taken[at - 1];
  const after = taken[at];
  return (before === undefined || before.end < edit.start) && (after === undefined || edit.end < after.start);
}

/** Index of the first edit that starts at or after the offset. */
function placeOf(edits: readonly Edit[], offset: number): number {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle] as Edit).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
