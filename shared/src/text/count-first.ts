/**
 * How many of some items in order come before a limit, found by halving.
 * @param isFirst true for the items before the limit, and for none behind it.
 */
export function countFirst<Item>(items: readonly Item[], isFirst: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isFirst(items[middle] as Item)) low = middle + 1;
    else high = middle;
  }
  return low;
}
