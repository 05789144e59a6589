import type { Edit } from '../../findings/finding.ts';

/** Insertions at one place become one edit, and one at the very start of a change goes in front of it. */
export function joinEdits(edits: readonly Edit[]): readonly Edit[] {
  const joined = new Map<string, Edit>();
  for (const edit of edits) {
    const key = `${edit.source.id} ${edit.start}`;
    const earlier = joined.get(key);
    joined.set(
      key,
      earlier === undefined ? edit : { ...edit, end: Math.max(edit.end, earlier.end), text: earlier.text + edit.text },
    );
  }
  return [...joined.values()];
}
