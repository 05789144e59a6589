import type { Memory } from '../../memory/memory.ts';

/** What was made of some items, one by one. */
interface Kept<Item, Value> {
  readonly items: readonly Item[];
  readonly values: readonly Value[];
}

/**
 * A value for each of some items, in order. Of a draft that is typed in nearly all items are the ones they were, at the same
 * positions: a memory keeps what was made of those.
 * @param purpose Tells this question from others to the same memory.
 * @param make must depend on nothing but the item and the basis of the memory.
 */
export function keptOver<Item, Value>(
  memory: Memory | undefined,
  purpose: string,
  items: readonly Item[],
  make: (item: Item) => Value,
): readonly Value[] {
  if (memory === undefined) return items.map(make);
  const shelf = memory.keep(purpose, (): { kept: Kept<Item, Value> } => ({ kept: { items: [], values: [] } }));
  const { kept } = shelf;
  const values = items.map((item, position) =>
    kept.items[position] === item ? (kept.values[position] as Value) : make(item),
  );
  shelf.kept = { items, values };
  return values;
}

/**
 * How often each key stands among those of some items. With a memory only the items that are not the ones they were, at the
 * same positions, are counted again.
 * @param purpose and `keysOf` are those of `keptOver`.
 */
export function countedOver<Item>(
  memory: Memory | undefined,
  purpose: string,
  items: readonly Item[],
  keysOf: (item: Item) => Iterable<string>,
): ReadonlyMap<string, number> {
  const shelf = memory?.keep(purpose, (): Counted<Item> => ({ items: [], counts: new Map() }));
  const isLikeLast = shelf !== undefined && shelf.items.length === items.length;
  const counts = new Map(isLikeLast ? shelf.counts : []);
  const count = (item: Item, step: number) => {
    for (const key of keysOf(item)) counts.set(key, (counts.get(key) ?? 0) + step);
  };
  for (const [position, item] of items.entries()) {
    const before = isLikeLast ? shelf.items[position] : undefined;
    if (before === item) continue;
    if (before !== undefined) count(before, -1);
    count(item, 1);
  }
  for (const [key, times] of counts) if (times === 0) counts.delete(key);
  if (shelf !== undefined) Object.assign(shelf, { items, counts });
  return counts;
}

interface Counted<Item> {
  readonly items: readonly Item[];
  readonly counts: ReadonlyMap<string, number>;
}
