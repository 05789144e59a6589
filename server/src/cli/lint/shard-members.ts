import { createHash } from 'node:crypto';
import type { Shard } from './shard.ts';

/**
 * The members of one part. Parts differ by one member at most, and depend on the names alone: not on the machine, and not
 * on the order in which the files were named.
 * @returns indexes into `names`, ascending.
 */
export function membersOf({ index, total }: Shard, names: readonly string[]): readonly number[] {
  const order = names
    .map((name, at) => ({ at, hash: createHash('sha256').update(name).digest('hex') }))
    .sort((a, b) => (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : a.at - b.at));
  const start = Math.floor(((index - 1) * order.length) / total);
  const end = Math.floor((index * order.length) / total);
  return order
    .slice(start, end)
    .map(({ at }) => at)
    .sort((a, b) => a - b);
}
