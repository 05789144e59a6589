import type { Pair } from '../../pairing/pairing.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import type { Subject } from '../subject.ts';
import { oncePerSubject } from './once-per-subject.ts';

/**
 * What a comparison finds in the pairs, in order. Nearly all pairs agree; that one does is remembered by its texts.
 * @param kind Names the comparison with all that it depends on besides the texts of the pair.
 */
export function* pairDifferences<Difference>(
  subject: Subject,
  kind: string,
  compare: (pair: Pair) => readonly Difference[],
): Generator<Difference> {
  const agreements = agreementsOf(subject);
  for (const { pairs } of subject.pairings)
    for (const pair of pairs) {
      const agreed = agreements?.get(pair);
      if (agreed?.has(kind)) continue;
      const found = compare(pair);
      if (found.length === 0) agreed?.add(kind);
      yield* found;
    }
}

/** For each pair the comparisons that found nothing in its texts. */
const agreementsOf = oncePerSubject(({ pairings, memory }): ReadonlyMap<Pair, Set<string>> | undefined => {
  if (memory === undefined) return undefined;
  const agreements = new Map<Pair, Set<string>>();
  for (const { pairs } of pairings)
    for (const pair of pairs)
      agreements.set(
        pair,
        memory.recall('agreements', textsOf(pair), () => new Set<string>()),
      );
  return agreements;
});

/** Everything that the texts of a pair say, each with its length, so that no two pairs are written alike. */
function textsOf({ points, rows }: Pair): string {
  let written = `${points.length} `;
  for (const { text, deadline } of points) written += lengthAnd(text) + lengthAnd(deadline);
  for (const { task, measures, deadline } of rows)
    written += lengthAnd(task) + lengthAnd(measures) + lengthAnd(deadline);
  return written;
}

function lengthAnd(text: MappedText | undefined): string {
  return text === undefined ? '- ' : `${text.length} ${text.text}`;
}
