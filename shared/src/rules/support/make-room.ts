import type { Edit } from '../../findings/finding.ts';
import { labelEdits, type Renumbering } from './renumber.ts';
import type { Numbered } from './sequences.ts';

/**
 * The edits that let new tasks with the numbers `from` to `last` come before the `following` ones: those whose numbers are
 * taken move up, until there is room.
 */
export function makeRoom(from: number, last: number, following: readonly Numbered[]): readonly Edit[] {
  const renumberings: Renumbering[] = [];
  let taken = last;
  let typed: number | undefined;
  for (const { source, label } of following) {
    if (label === undefined) continue;
    const sameTask = label.value === typed && label.sub !== undefined;
    typed = label.value;
    if (!sameTask) {
      if (label.value > taken || label.value < from) break;
      taken++;
    }
    renumberings.push({ source, label, to: taken });
  }
  return labelEdits(renumberings);
}
