/** Two things, by position, that could be linked, and what that is worth. */
export interface Link {
  readonly left: number;
  readonly right: number;
  readonly weight: number;
}

/**
 * The candidates that go forward on both sides, each task once, and weigh most together.
 * Takes time in proportion to the candidates and the logarithm of their number.
 */
export function heaviestChain<L extends Link>(candidates: readonly L[]): L[] {
  const rightSize = candidates.reduce((size, { right }) => Math.max(size, right + 1), 0);
  // Of one left task's candidates, the rightmost come first, so that none of them can follow another.
  const ordered = [...candidates].sort((a, b) => a.left - b.left || b.right - a.right);
  const total: number[] = [];
  const previous: number[] = [];
  // A Fenwick tree of the heaviest chain that ends at or before a right position.
  const heaviest: number[] = new Array<number>(rightSize + 1).fill(-1);
  const weightOf = (entry: number) => (entry === -1 ? 0 : (total[entry] as number));
  for (const [entry, candidate] of ordered.entries()) {
    let before = -1;
    for (let at = candidate.right; at > 0; at -= at & -at) {
      const found = heaviest[at] as number;
      if (weightOf(found) > weightOf(before)) before = found;
    }
    total.push(weightOf(before) + candidate.weight);
    previous.push(before);
    for (let at = candidate.right + 1; at <= rightSize; at += at & -at) {
      if (weightOf(entry) > weightOf(heaviest[at] as number)) heaviest[at] = entry;
    }
  }
  let end = -1;
  for (let entry = 0; entry < total.length; entry++) if (weightOf(entry) > weightOf(end)) end = entry;
  const chain: L[] = [];
  for (let entry = end; entry !== -1; entry = previous[entry] as number) chain.push(ordered[entry] as L);
  return chain.reverse();
}
