import { InputError } from '../../files/input-error.ts';
import type { OptionValues } from '../parse-arguments.ts';

/** One of several equal parts of the files: `3/8`. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly total: number;
}

/** A shard as its report names it. */
export interface ShardOfRun extends Shard {
  /** The same for all shards of one run, and for no other one. */
  readonly run: string;
}

const MOST_SHARDS = 10_000;

/** `--shard 3/8`. @throws InputError when it is malformed or out of range. */
export function shardOption(options: OptionValues): Shard | undefined {
  const given = options.value('shard');
  if (given === undefined) return undefined;
  const [, index, total] = /^(\d{1,6})\/(\d{1,6})$/.exec(given) ?? [];
  const shard = { index: Number(index), total: Number(total) };
  if (shard.index >= 1 && shard.index <= shard.total && shard.total <= MOST_SHARDS) return shard;
  throw new InputError({
    what: { zh: `--shard 的值“${given}”不对`, en: `the value “${given}” of --shard is wrong` },
    cure: {
      zh: `请写成 3/8：第 3 份，共 8 份；份号从 1 起，不超过总份数，总份数不超过 ${MOST_SHARDS}。`,
      en: `Write 3/8: part 3 of 8. Parts count from 1 up to their number, which is at most ${MOST_SHARDS}.`,
    },
  });
}
